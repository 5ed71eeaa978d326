package org.shapan.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.JDBCType;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.olap4j.CellSet;
import org.olap4j.OlapConnection;
import org.olap4j.OlapStatement;
import org.shapan.engine.api.OlapErrorCode;
import org.shapan.engine.api.Settings;

/** Rows behind cells, held against plain SQL over the same tables. */
class DrillThroughTest {
    private static Market market;

    @BeforeAll
    static void open() {
        market = new Market(11, 300);
    }

    @AfterAll
    static void close() {
        market.close();
    }

    private static List<String> body(List<String> rows) {
        return rows.subList(1, rows.size());
    }

    /** What the default columns are in SQL, in the order in which the engine sorts. */
    private static List<String> plain(String where) {
        return market.sql(
                "SELECT y, m, country, state, city, kind, kind_no, item, amount, amount, customer, amount, amount FROM "
                        + Market.JOINED + " WHERE " + where + " ORDER BY ALL");
    }

    @Test
    void aCellGivesItsRowsWithAllLevelsAndMeasures() {
        List<String> rows = market.rows(
                "DRILLTHROUGH SELECT FROM Sales WHERE ([Place].[A].[A1].[x], [Time].[2008].[2], Measures.Amount)");

        assertThat(rows.getFirst())
                .isEqualTo("Year|Month|Country|State|City|Kind|Kind (key)|Article|Revenue|Lines|Customers|Least|Mean");
        assertThat(body(rows))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(plain("state = 'A1' AND city = 'x' AND y = 2008 AND m = 2"));
    }

    @Test
    void rowsAddUpToTheCell() throws SQLException {
        try (OlapConnection connection = market.connect();
                OlapStatement statement = connection.createStatement()) {
            CellSet cells = statement.executeOlapQuery(
                    "SELECT {Measures.Amount} ON 0, NON EMPTY [Goods].[Item].Members ON 1 FROM Sales WHERE [Time].[2009].[1]");

            for (int ordinal = 0; ordinal < cells.getAxes().get(1).getPositionCount(); ordinal++) {
                BigDecimal sum = BigDecimal.ZERO;
                try (ResultSet rows = cells.getCell(ordinal).drillThrough()) {
                    while (rows.next()) {
                        sum = sum.add(rows.getBigDecimal("Revenue"));
                    }
                }
                assertThat(sum).isEqualByComparingTo((BigDecimal)
                        cells.getCell(ordinal).getValue());
            }
        }
    }

    @Test
    void aSlicerOfSeveralTuplesGivesTheRowsOfAll() {
        List<String> rows = market.rows(
                "DRILLTHROUGH SELECT {Measures.Customers} ON 0 FROM Sales"
                        + " WHERE {([Place].[A].[A1], [Goods].[k0].[g1]), ([Place].[B], [Goods].[k2].[g4])} RETURN Measures.Customers");

        assertThat(body(rows))
                .isNotEmpty()
                .containsExactlyElementsOf(market.sql("SELECT customer FROM " + Market.JOINED
                        + " WHERE state = 'A1' AND item = 'g1' OR country = 'B' AND item = 'g4' ORDER BY 1"));
    }

    @Test
    void aSubselectRestrictsTheRows() {
        List<String> rows = market.rows("DRILLTHROUGH SELECT FROM (SELECT -{[Place].[A]} ON 0, {[Time].[2008].[1],"
                + " [Time].[2009]} ON 1 FROM Sales) WHERE [Goods].[k1] RETURN Measures.Amount");

        assertThat(body(rows))
                .isNotEmpty()
                .containsExactlyElementsOf(market.sql("SELECT amount FROM " + Market.JOINED
                        + " WHERE country = 'B' AND kind = 'k1' AND (y = 2009 OR m = 1) ORDER BY 1"));
    }

    @Test
    void anAggregateAndACalculatedMeasureStandForTheRowsTheyAreMadeOf() {
        List<String> rows = market.rows(
                "DRILLTHROUGH SELECT {Measures.[Per line]} ON 0 FROM Sales WHERE ([Place].[Ones], [Goods].[k0]) RETURN Measures.Amount");

        assertThat(body(rows))
                .isNotEmpty()
                .containsExactlyElementsOf(market.sql("SELECT amount FROM " + Market.JOINED
                        + " WHERE state IN ('A1', 'B1') AND kind = 'k0' ORDER BY 1"));
    }

    @Test
    void returnChoosesColumnsAndTheirNames() {
        List<String> rows = market.rows("DRILLTHROUGH MAXROWS 2 SELECT FROM Sales WHERE [Place].[B].[B2].[y]"
                + " RETURN [Measures].[Amount] AS Paid, [Place].[City], KEY([$Time].[Month]), NAME([Goods].[Item]),"
                + " UNIQUENAME([Place].[State]), CAPTION([Time].[Year])");

        assertThat(rows.getFirst()).isEqualTo("Paid|City|Month (key)|Article (name)|State (uniquename)|Year");
        assertThat(body(rows))
                .isEqualTo(market.sql("SELECT amount, city, m, item, '[Place].[B].[B2]', y FROM " + Market.JOINED
                        + " WHERE state = 'B2' AND city = 'y' ORDER BY amount LIMIT 2"));
    }

    @Test
    void columnsHaveTypesAndUniqueLabels() throws SQLException {
        try (OlapConnection connection = market.connect();
                OlapStatement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("DRILLTHROUGH SELECT FROM Sales WHERE [Time].[2008].[1]"
                        + " RETURN KEY([Time].[Month]), [Time].[Month], [Time].[Month], Measures.Amount")) {
            ResultSetMetaData columns = rows.getMetaData();

            assertThat(columns.getColumnType(1)).isEqualTo(JDBCType.INTEGER.getVendorTypeNumber());
            assertThat(columns.getColumnType(4)).isEqualTo(JDBCType.DECIMAL.getVendorTypeNumber());
            assertThat(columns.getColumnName(2)).isEqualTo("[Time].[Month]");
            assertThat(List.of(columns.getColumnLabel(2), columns.getColumnLabel(3)))
                    .containsExactly("Time.Month", "Time.Month 2");
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isEqualTo(1);
            assertThat(rows.getString("Time.Month")).isEqualTo("1");
            assertThat(rows.getObject("[Measures].[Amount]")).isEqualTo(rows.getBigDecimal("Revenue"));
            assertThatThrownBy(() -> rows.getString("Fee")).hasMessageContaining("Revenue");
        }
    }

    @Test
    void pagesTileTheRows() {
        String select =
                " SELECT FROM Sales WHERE [Goods].[k1] RETURN Measures.Amount, [Place].[City], Measures.Customers";
        List<String> all = body(market.rows("DRILLTHROUGH" + select));

        List<String> paged = new ArrayList<>();
        for (int from = 0; from < all.size(); from += 7) {
            paged.addAll(body(market.rows("DRILLTHROUGH MAXROWS 7 FIRSTROWSET " + from + select)));
        }

        assertThat(paged).hasSizeGreaterThan(50).isEqualTo(all);
    }

    @Test
    void theLimitOfRowsIsNamedAndSaysThatThereAreMore() throws SQLException {
        CubeServerLimits few = CubeServerLimits.fromSettings(
                new Settings(name -> name.equals("shapan.drillthrough.max-rows") ? "5" : null));
        try (Market limited = new Market(3, 50, few);
                OlapConnection connection = limited.connect();
                OlapStatement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("DRILLTHROUGH MAXROWS 20 SELECT FROM Sales")) {
            int count = 0;
            while (rows.next()) {
                count++;
            }

            assertThat(count).isEqualTo(5);
            assertThat(statement.getWarnings().getMessage()).contains("FIRSTROWSET");
        }
    }

    @Test
    void aVirtualCubeGivesTheFactsOfTheMeasureAndNothingForWhatTheyDoNotKnow() {
        List<String> sales = market.rows("DRILLTHROUGH SELECT FROM [All] WHERE (Measures.Turn, [Place].[A].[A2].[x])");
        List<String> stocks = market.rows(
                "DRILLTHROUGH SELECT FROM [All] WHERE (Measures.Closing, [Place].[A].[A2].[x], [Time].[2008])");
        List<String> asked = market.rows("DRILLTHROUGH MAXROWS 1 SELECT FROM [All] WHERE (Measures.Closing,"
                + " [Place].[A].[A2].[x], [Time].[2008]) RETURN [Goods].[Item], Measures.Amount, [Place].[City]");

        assertThat(sales.getFirst()).isEqualTo("Year|Month|Country|State|City|Kind|Kind (key)|Article|Revenue");
        assertThat(stocks.getFirst()).isEqualTo("Year|Month|Country|State|City|Closing");
        assertThat(body(stocks))
                .isNotEmpty()
                .containsExactlyElementsOf(
                        market.sql(
                                "SELECT y, m, country, state, city, units FROM stock JOIN month USING"
                                        + " (month_id) JOIN place USING (place_id) WHERE place_id = 2 AND y = 2008 ORDER BY ALL"));
        assertThat(body(asked)).containsExactly("null|null|x");
    }

    @Test
    void rowsWithoutADimensionRowCountAsTheyDoInTheCell() {
        try (Market gaps = new Market(5, 40)) {
            gaps.run("INSERT INTO sale VALUES (1, 99, 2, 7, 123.45)");

            assertThat(
                            gaps.rows(
                                    "DRILLTHROUGH SELECT FROM Sales WHERE [Goods].[k1].[g2] RETURN [Place].[City], Measures.Amount"))
                    .contains("null|123.45");
            assertThat(gaps.rows(
                            "DRILLTHROUGH SELECT FROM Sales WHERE [Place].[A] RETURN [Place].[City], Measures.Amount"))
                    .isNotEmpty()
                    .noneMatch(row -> row.contains("123.45"));
        }
    }

    @Test
    void aRoleSeesNoRowOfWhatItMayNotSee() {
        List<String> allowed = plain("state = 'A1' OR state = 'B1' AND city = 'x'");

        assertThat(body(market.rows("DRILLTHROUGH SELECT FROM Sales", "North of A")))
                .containsExactlyInAnyOrderElementsOf(allowed);
        assertThat(body(market.rows("DRILLTHROUGH SELECT FROM Sales", "North of A, full totals")))
                .containsExactlyInAnyOrderElementsOf(allowed);
        assertThat(market.refusal("DRILLTHROUGH SELECT FROM Sales WHERE [Place].[B].[B2]", "North of A")
                        .code())
                .isEqualTo(OlapErrorCode.MDX_UNKNOWN_NAME);
    }

    @Test
    void aRoleSeesNoColumnOfWhatItMayNotSee() {
        List<String> rows = market.rows("DRILLTHROUGH MAXROWS 1 SELECT FROM Sales", "No goods");

        assertThat(rows.getFirst()).isEqualTo("Year|Month|Country|State|Revenue|Lines|Customers|Least|Mean");
        for (String hidden :
                List.of("[Goods].[Item]", "KEY([Goods].[Goods].[Item])", "[$Place].[City]", "NAME([Place].[City])")) {
            assertThat(market.refusal("DRILLTHROUGH SELECT FROM Sales RETURN " + hidden, "No goods")
                            .code())
                    .as(hidden)
                    .isEqualTo(OlapErrorCode.MDX_UNKNOWN_NAME);
        }
    }

    @Test
    void whatIsNoCellOrNoColumnIsRefusedWithItsPlace() {
        assertThat(market.refusal("DRILLTHROUGH SELECT [Time].[Year].Members ON 0 FROM Sales"))
                .hasMessageContaining("2 positions");
        assertThat(market.refusal("DRILLTHROUGH SELECT FROM Sales RETURN Measures.[Per line]")
                        .region())
                .hasValueSatisfying(region -> assertThat(region.column()).isEqualTo(39));
        assertThat(market.refusal("DRILLTHROUGH SELECT FROM Sales RETURN 1 + 1").code())
                .isEqualTo(OlapErrorCode.MDX_TYPE);
        assertThat(market.refusal("DRILLTHROUGH WITH MEMBER [Place].x AS 1 SELECT FROM Sales WHERE [Place].x")
                        .code())
                .isEqualTo(OlapErrorCode.NOT_SUPPORTED);
    }

    @Test
    void anEmptyCellHasNoRows() {
        assertThat(body(market.rows("DRILLTHROUGH SELECT FROM Sales WHERE [Time].[2009].[4]")))
                .isEmpty();
        assertThat(body(market.rows("DRILLTHROUGH SELECT FROM Sales WHERE {}"))).isEmpty();
        assertThat(body(market.rows(
                        "DRILLTHROUGH SELECT FROM (SELECT {[Place].[A]} ON 0 FROM Sales) WHERE [Place].[B]")))
                .isEmpty();
    }

    @Test
    void detailsTakeThePlaceOfFacts() {
        String rows = "SELECT %s FROM stock_line JOIN month ON month_id = month_no JOIN place USING (place_id)"
                + " WHERE kept AND %s ORDER BY ALL";
        List<String> all = market.rows("DRILLTHROUGH SELECT FROM Counted WHERE ([Place].[B].[B1], [Time].[2008].[3])");

        assertThat(all.getFirst()).isEqualTo("Year|Month|Country|State|City|Rack|Pieces");
        assertThat(body(all))
                .hasSize(6)
                .containsExactlyElementsOf(market.sql(String.format(
                        rows, "y, m, country, state, city, shelf, pieces", "state = 'B1' AND y = 2008 AND m = 3")));
        assertThat(body(market.rows(
                        "DRILLTHROUGH SELECT FROM Counted WHERE [Time].[2009] RETURN Shelf, [Pieces]",
                        "Counter of A1")))
                .isNotEmpty()
                .containsExactlyElementsOf(
                        market.sql(String.format(rows, "shelf, pieces", "state = 'A1' AND y = 2009")));
        assertThat(market.refusal("DRILLTHROUGH SELECT FROM Counted RETURN Measures.Units"))
                .hasMessageContaining("[Shelf, Pieces]");
    }

    @Test
    void rowsAreNotACellSet() throws SQLException {
        try (OlapConnection connection = market.connect();
                OlapStatement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeOlapQuery("DRILLTHROUGH SELECT FROM Sales"))
                    .hasMessageContaining("executeQuery");
        }
    }
}
