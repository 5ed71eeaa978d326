package org.shapan.warehouse.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.olap4j.Cell;
import org.olap4j.CellSet;
import org.olap4j.OlapConnection;
import org.olap4j.Position;
import org.olap4j.metadata.Member;
import org.shapan.engine.ConnectionSettings;
import org.shapan.engine.CubeServer;
import org.shapan.warehouse.star.CiWarehouse;
import org.shapan.warehouse.star.ReferenceQuestion;

/** The cubes give the same numbers as plain SQL on the star. */
class TelecomCubesTest {

    @RegisterExtension
    static final CiWarehouse WAREHOUSE = new CiWarehouse();

    private static CubeServer server;

    @BeforeAll
    static void serveTheCatalog(@TempDir Path temporary) throws IOException {
        server = CubeServer.builder(WAREHOUSE.database().dataSource()).build();
        server.load(TelecomCatalog.NAME, TelecomCatalog.writeTo(temporary));
    }

    @Test
    void q01NetRevenueWithItsChanges() {
        Map<String, Double> expected = new TreeMap<>();
        for (Map<String, Object> row : WAREHOUSE.rows(ReferenceQuestion.Q01.sql())) {
            String cell = row.get("branch") + "|" + row.get("brand") + "|";
            put(expected, cell + "Net revenue", row.get("net_revenue"));
            put(expected, cell + "Net revenue MoM", row.get("mom"));
            put(expected, cell + "Net revenue YoY", row.get("yoy"));
        }

        agree(ask("q01"), expected);
    }

    @Test
    void q02ArpuIsARatioOfSums() {
        Map<String, Double> expected = new TreeMap<>();
        for (Map<String, Object> row : WAREHOUSE.rows(ReferenceQuestion.Q02.sql())) {
            put(expected, row.get("brand") + "|Gross revenue", row.get("gross_revenue"));
            put(expected, row.get("brand") + "|Average subscribers", row.get("customer_months"));
            put(expected, row.get("brand") + "|ARPU", row.get("arpu"));
        }

        agree(ask("q02"), expected);
    }

    @Test
    void q03AYearClosesWithItsLastMonth() {
        Map<String, Double> expected = new TreeMap<>();
        Map<Object, Object> captions = WAREHOUSE.rows("SELECT DISTINCT month_name, month_en FROM d_day").stream()
                .collect(Collectors.toMap(r -> r.get("month_name"), r -> r.get("month_en")));
        for (Map<String, Object> row : WAREHOUSE.rows(ReferenceQuestion.Q03.sql())) {
            Object period = captions.getOrDefault(row.get("period"), row.get("period"));
            put(expected, period + "|Closing subscribers", row.get("closing"));
            put(expected, period + "|New", row.get("new"));
        }

        agree(ask("q03"), expected);
    }

    @Test
    void q04TheIdentityHoldsInEveryCell() {
        Map<String, Map<String, Double>> cells = byRow(ask("q04"));

        assertThat(cells).hasSizeGreaterThan(27 * 20);
        cells.forEach((cell, m) -> assertThat(m.getOrDefault("Opening subscribers", 0.0)
                        + m.getOrDefault("New", 0.0)
                        + m.getOrDefault("Re-activated", 0.0)
                        - m.getOrDefault("Left", 0.0)
                        + m.getOrDefault("Area transfer in", 0.0)
                        - m.getOrDefault("Area transfer out", 0.0))
                .as(cell)
                .isEqualTo(m.getOrDefault("Closing subscribers", 0.0)));
    }

    @Test
    void q06UnitCostJoinsTwoFacts() {
        Map<String, Double> expected = new TreeMap<>();
        Map<Object, Object> captions = WAREHOUSE.rows("SELECT DISTINCT k_month, month_en FROM d_day").stream()
                .collect(Collectors.toMap(r -> r.get("k_month"), r -> r.get("month_en")));
        for (Map<String, Object> row : WAREHOUSE.rows(ReferenceQuestion.Q06.sql())) {
            String cell = captions.get(row.get("month")) + "|"
                    + (row.get("class") == null ? "All channels" : row.get("class")) + "|";
            put(expected, cell + "Transactions", row.get("transactions"));
            put(expected, cell + "Channel cost", row.get("cost"));
            put(expected, cell + "Unit cost", row.get("unit_cost"));
            put(expected, cell + "E-channel share", row.get("e_channel_share"));
        }

        agree(ask("q06"), expected);
    }

    @Test
    void q08UsersOfAnSpCompanyAreDistinct() {
        Map<String, Double> expected = new TreeMap<>();
        for (Map<String, Object> row : WAREHOUSE.rows(ReferenceQuestion.Q08.sql())) {
            String cell = row.get("line") + "/" + row.get("company") + "|";
            put(expected, cell + "Fee", row.get("fee"));
            put(expected, cell + "Users", row.get("users"));
            put(expected, cell + "MO", row.get("mo"));
            put(expected, cell + "MT", row.get("mt"));
            put(expected, cell + "MT per MO", row.get("mt_per_mo"));
            put(expected, cell + "Fee MoM", row.get("fee_mom"));
        }

        agree(ask("q08"), expected);
    }

    @Test
    void q16ABranchIsTheSumOfItsMicroAreas() {
        Map<String, Double> expected = new TreeMap<>();
        for (Map<String, Object> row : WAREHOUSE.rows(ReferenceQuestion.Q16.sql())) {
            if (row.get("owner_kind") == null) {
                Object area = row.get("area") != null ? row.get("area") : row.get("branch");
                put(expected, (area == null ? "Company" : area) + "|Gross revenue", row.get("gross_revenue"));
            }
        }

        agree(ask("q16"), expected);
    }

    @Test
    void costIsEmptyBelowTheMonthAndByBusinessType() {
        Map<String, Double> days = query(
                "SELECT {[Measures].[Transactions], [Measures].[Channel cost], [Measures].[Unit cost]} ON COLUMNS, "
                        + "{[Time].[Calendar].[2010].[Q1].[201003], [Time].[Calendar].[2010].[Q1].[201003].[20100331]} ON ROWS "
                        + "FROM [Channel Activity]");
        Map<String, Double> types = query("SELECT {[Measures].[Transactions], [Measures].[Unit cost]} ON COLUMNS, "
                + "NON EMPTY [Business type].[6S class].Members ON ROWS FROM [Channel Activity]");

        assertThat(days).containsKeys("Mar 2010|Unit cost", "31 Mar 2010|Transactions");
        assertThat(days).doesNotContainKeys("31 Mar 2010|Channel cost", "31 Mar 2010|Unit cost");
        assertThat(types.keySet()).isNotEmpty().allMatch(key -> key.endsWith("|Transactions"));
    }

    @Test
    void captionsFollowTheLanguage() {
        String mdx = "SELECT {[Measures].[Gross revenue]} ON COLUMNS, "
                + "{[Area].[Managed].[Company], [Area].[Managed].[Zhuhai].[Xiangzhou].[Gongbei]} ON ROWS "
                + "FROM [Revenue] WHERE ([Time].[Calendar].[2010].[Q1].[201003])";

        assertThat(query(mdx, Locale.US)).containsOnlyKeys("Company|Gross revenue", "Gongbei|Gross revenue");
        assertThat(query(mdx, Locale.CHINA)).containsOnlyKeys("全公司|折前收入", "拱北|折前收入");
    }

    @Test
    void everyMeasureHasAValueSomewhere() {
        Map<String, List<String>> silent = new LinkedHashMap<>();
        new Telecom().visible().forEach((cube, measures) -> {
            String set = measures.stream()
                    .map(measure -> "[Measures].[" + measure.name() + "]")
                    .collect(Collectors.joining(", "));
            Map<String, Double> values =
                    query("SELECT {%s} ON COLUMNS, {[Time].[Calendar].[2010].[Q1].[201003]} ON ROWS FROM [%s]"
                            .formatted(set, cube));
            List<String> missing = measures.stream()
                    .map(Telecom.Shown::name)
                    .filter(name -> !values.containsKey("Mar 2010|" + name))
                    .toList();
            if (!missing.isEmpty()) {
                silent.put(cube, missing);
            }
        });

        assertThat(silent)
                .as("a code's share of its company has no meaning above the company")
                .isEqualTo(Map.of("SP", List.of("Code share of company")));
    }

    private static void agree(Map<String, Double> found, Map<String, Double> expected) {
        assertThat(found.keySet()).isEqualTo(expected.keySet());
        expected.forEach((cell, value) ->
                assertThat(found.get(cell)).as(cell).isCloseTo(value, within(Math.max(1e-9, Math.abs(value) * 1e-12))));
    }

    private static void put(Map<String, Double> cells, String key, Object value) {
        if (value != null) {
            cells.put(key, ((Number) value).doubleValue());
        }
    }

    private static Map<String, Map<String, Double>> byRow(Map<String, Double> cells) {
        Map<String, Map<String, Double>> rows = new TreeMap<>();
        cells.forEach((key, value) -> {
            int cut = key.lastIndexOf('|');
            rows.computeIfAbsent(key.substring(0, cut), any -> new TreeMap<>()).put(key.substring(cut + 1), value);
        });
        return rows;
    }

    private static Map<String, Double> ask(String question) {
        try (InputStream in = TelecomCubesTest.class.getResourceAsStream(question + ".mdx")) {
            return query(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Values that are not empty by the captions of their row and column. */
    private static Map<String, Double> query(String mdx) {
        return query(mdx, Locale.US);
    }

    private static Map<String, Double> query(String mdx, Locale locale) {
        try (OlapConnection connection = server.connect(
                        ConnectionSettings.of(TelecomCatalog.NAME).withLocale(locale));
                CellSet cells = connection.createStatement().executeOlapQuery(mdx)) {
            Map<String, Double> values = new TreeMap<>();
            for (Position row : cells.getAxes().get(1)) {
                for (Position column : cells.getAxes().get(0)) {
                    Cell cell = cells.getCell(column, row);
                    if (cell.isError()) {
                        throw new AssertionError(cell.getErrorText() + " in " + names(row, column));
                    }
                    if (!cell.isNull() && !cell.isEmpty()) {
                        values.put(names(row, column), cell.getDoubleValue());
                    }
                }
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage() + " in " + mdx, e);
        }
    }

    private static String names(Position row, Position column) {
        List<String> names = new ArrayList<>();
        for (Position position : List.of(row, column)) {
            position.getMembers().forEach(member -> names.add(name(member)));
        }
        return String.join("|", names);
    }

    /** Caption, with that of its parent for companies, which are several times under lines. */
    private static String name(Member member) {
        return member.getLevel().getName().equals("Company") && member.getDepth() == 2
                ? member.getParentMember().getCaption() + "/" + member.getCaption()
                : member.getCaption();
    }
}
