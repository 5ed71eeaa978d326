package org.shapan.engine.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.olap4j.OlapConnection;
import org.shapan.engine.ConnectionSettings;
import org.shapan.engine.CubeServer;
import org.shapan.engine.CubeServerLimits;
import org.shapan.engine.database.TestDatabase;
import org.shapan.engine.random.Answer;
import org.shapan.engine.random.Seed;

/**
 * Every stored cell of every pair of levels is what plain SQL gives, in whatever order the pairs are asked for: what is held already is
 * rolled up where it can be.
 */
class MarketAgainstSqlTest {
    private static final String SALES = """
            FROM "sales" f JOIN "month" t ON t."k" = f."k" JOIN "shop" s ON s."shop_id" = f."shop_id"
            JOIN "town" w ON w."town_id" = s."town_id" JOIN "item" i ON i."item_id" = f."item_id"
            JOIN "origin" o ON o."id" = f."origin_id" JOIN (
              SELECT a."id", a."name" AS "n1", NULL AS "n2", NULL AS "n3", NULL AS "n4", 1 AS "d" FROM "seller" a WHERE a."boss" = 0
              UNION ALL SELECT b."id", a."name", b."name", NULL, NULL, 2 FROM "seller" a JOIN "seller" b ON b."boss" = a."id" WHERE a."boss" = 0
              UNION ALL SELECT c."id", a."name", b."name", c."name", NULL, 3 FROM "seller" a JOIN "seller" b ON b."boss" = a."id"
                JOIN "seller" c ON c."boss" = b."id" WHERE a."boss" = 0
              UNION ALL SELECT d."id", a."name", b."name", c."name", d."name", 4 FROM "seller" a JOIN "seller" b ON b."boss" = a."id"
                JOIN "seller" c ON c."boss" = b."id" JOIN "seller" d ON d."boss" = c."id" WHERE a."boss" = 0
            ) p ON p."id" = f."seller_id\"""";
    private static final String SALES_MEASURES =
            "{[Measures].[Amount], [Measures].[Pieces], [Measures].[Sales count], [Measures].[Customers], [Measures].[Highest],"
                    + " [Measures].[Lowest], [Measures].[Mean pieces], [Measures].[Weight]}";
    private static final String SALES_SUMS =
            "SUM(f.\"amount\"), SUM(f.\"qty\"), COUNT(f.\"customer\"), COUNT(DISTINCT f.\"customer\"), MAX(f.\"amount\"),"
                    + " MIN(f.\"amount\"), SUM(f.\"qty\") * 1e0 / COUNT(f.\"qty\"), SUM(f.\"weight\")";

    /** Levels with the columns on the way down to them, by the hierarchy that begins their members' unique names. */
    private static final Map<String, List<String>> LEVELS = levels();

    /** The tree's own levels are depths: at depth d all rows of members that deep or deeper count. */
    private static final List<String> SELLERS = List.of("p.\"n1\"", "p.\"n2\"", "p.\"n3\"", "p.\"n4\"");

    private static Map<String, List<String>> levels() {
        Map<String, List<String>> levels = new LinkedHashMap<>();
        levels.put("[Time].[Year]", List.of("t.\"y\""));
        levels.put("[Time].[Quarter]", List.of("t.\"y\"", "t.\"q\""));
        levels.put("[Time].[Month]", List.of("t.\"y\"", "t.\"q\"", "t.\"m\""));
        levels.put("[Time.Season].[Season]", List.of("t.\"season\""));
        levels.put("[Shop].[Region]", List.of("w.\"region\""));
        levels.put("[Shop].[Town]", List.of("w.\"region\"", "w.\"town\""));
        levels.put("[Shop].[Shop]", List.of("w.\"region\"", "w.\"town\"", "s.\"shop\""));
        levels.put("[Item].[Kind]", List.of("i.\"kind\""));
        levels.put("[Item].[Item]", List.of("i.\"kind\"", "i.\"item\""));
        levels.put("[Item.Band].[Band]", List.of("i.\"band\""));
        levels.put("[Origin].[Country]", List.of("o.\"country\""));
        levels.put("[Origin].[State]", List.of("o.\"country\"", "o.\"state\""));
        levels.put("[Origin].[City]", List.of("o.\"country\"", "o.\"state\"", "o.\"city\""));
        levels.put("[Channel].[Channel]", List.of("f.\"channel\""));
        return levels;
    }

    private final long seed = Seed.of(MarketAgainstSqlTest.class);
    private int cells;

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void everyPairOfLevelsOfTheSales(TestDatabase database) throws SQLException {
        DataSource rows = Market.random(database.open(), seed, 300);
        List<List<String>> pairs = new ArrayList<>();
        for (String first : LEVELS.keySet()) {
            for (String second : LEVELS.keySet()) {
                if (!hierarchy(first).equals(hierarchy(second))) {
                    pairs.add(List.of(first, second));
                }
            }
        }
        Collections.shuffle(pairs, new Random(seed));

        checkSales(rows, database == TestDatabase.DUCKDB ? pairs : pairs.subList(0, 40));
    }

    private void checkSales(DataSource rows, List<List<String>> pairs) throws SQLException {
        CubeServer server = Market.server(rows, CubeServerLimits.defaults());
        try (OlapConnection olap = server.connect(ConnectionSettings.of(Market.CATALOG));
                Connection sql = rows.getConnection()) {
            for (List<String> pair : pairs) {
                Map<List<String>, List<Object>> expected =
                        rows(sql, name(pair.get(0)), name(pair.get(1)), SALES_SUMS, SALES + " GROUP BY " + keys(pair));
                check(olap, pair, SALES_MEASURES, "Sales", expected);
            }
        }
        assertThat(cells).isGreaterThan(3_000);
    }

    @Test
    void everyDepthOfTheTreeOfSellers() throws SQLException {
        DataSource rows = Market.random(TestDatabase.DUCKDB.open(), seed, 300);
        CubeServer server = Market.server(rows, CubeServerLimits.defaults());
        try (OlapConnection olap = server.connect(ConnectionSettings.of(Market.CATALOG));
                Connection sql = rows.getConnection()) {
            Map<List<String>, List<Object>> expected = new HashMap<>();
            for (int depth = 1; depth <= SELLERS.size(); depth++) {
                List<String> path = SELLERS.subList(0, depth);
                String where = " WHERE p.\"d\" >= " + depth + " GROUP BY " + String.join(", ", path) + ", t.\"y\"";
                expected.putAll(rows(
                        sql, path("[Seller]", path), path("[Time]", List.of("t.\"y\"")), SALES_SUMS, SALES + where));
            }
            check(olap, List.of("[Seller].[Seller]", "[Time].[Year]"), SALES_MEASURES, "Sales", expected);
        }
        assertThat(cells).isGreaterThan(50);
    }

    /** The last and the first month that the cube has facts for within a period count, whatever the cell. */
    @Test
    void stocksOfAPeriodAreThoseOfItsLastAndFirstLoadedMonth() throws SQLException {
        DataSource rows = Market.random(TestDatabase.DUCKDB.open(), seed, 300);
        CubeServer server = Market.server(rows, CubeServerLimits.defaults());
        try (OlapConnection olap = server.connect(ConnectionSettings.of(Market.CATALOG));
                Connection sql = rows.getConnection()) {
            for (String period : List.of("[Time].[Year]", "[Time].[Quarter]", "[Time].[Month]")) {
                for (String other : List.of("[Shop].[Region]", "[Shop].[Shop]", "[Item].[Kind]", "[Item].[Item]")) {
                    String per = String.join(", ", LEVELS.get(period));
                    String loaded = "(SELECT MAX(g.\"k\") OVER (PARTITION BY " + per
                            + ") AS \"last\", MIN(g.\"k\") OVER (PARTITION BY " + per
                            + ") AS \"first\", g.\"k\" FROM (SELECT DISTINCT \"k\" FROM \"stock\") g JOIN \"month\" t ON t.\"k\" = g.\"k\") l";
                    Map<List<String>, List<Object>> expected = rows(
                            sql,
                            name(period),
                            name(other),
                            "SUM(CASE WHEN f.\"k\" = l.\"last\" THEN f.\"pieces\" END),"
                                    + " SUM(CASE WHEN f.\"k\" = l.\"first\" THEN f.\"pieces\" END)",
                            "FROM \"stock\" f JOIN \"month\" t ON t.\"k\" = f.\"k\" JOIN \"shop\" s ON s.\"shop_id\" = f.\"shop_id\""
                                    + " JOIN \"town\" w ON w.\"town_id\" = s.\"town_id\" JOIN \"item\" i ON i.\"item_id\" = f.\"item_id\" JOIN "
                                    + loaded + " ON l.\"k\" = f.\"k\" GROUP BY " + keys(List.of(period, other)));
                    check(
                            olap,
                            List.of(period, other),
                            "{[Measures].[Stock], [Measures].[Opening stock]}",
                            "Stock",
                            expected);
                }
            }
        }
        assertThat(cells).isGreaterThan(500);
    }

    private void check(
            OlapConnection olap,
            List<String> pair,
            String measures,
            String cube,
            Map<List<String>, List<Object>> expected) {
        Answer answer = Answer.of(
                olap,
                "SELECT " + measures + " ON 0, CrossJoin(" + pair.get(0) + ".Members, " + pair.get(1)
                        + ".Members) ON 1 FROM " + cube,
                Duration.ofMinutes(1));
        assertThat(answer.failure()).as(answer.message()).isNull();
        int width = answer.axes().get(0).size();
        List<List<String>> positions = answer.axes().get(1);
        for (int row = 0; row < positions.size(); row++) {
            List<Object> sums = expected.getOrDefault(positions.get(row), Collections.nCopies(width, null));
            for (int column = 0; column < width; column++) {
                Object cell = answer.cells().get(row * width + column);
                assertThat(Answer.same(cell, sums.get(column)))
                        .as(
                                "%s: %s against %s, seed %d",
                                answer.place(row * width + column), cell, sums.get(column), seed)
                        .isTrue();
                cells++;
            }
        }
    }

    private static Map<List<String>, List<Object>> rows(
            Connection connection, String first, String second, String sums, String from) throws SQLException {
        Map<List<String>, List<Object>> found = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT " + first + ", " + second + ", " + sums + " " + from)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                List<Object> values = new ArrayList<>();
                for (int i = 3; i <= columns; i++) {
                    values.add(rows.getObject(i));
                }
                found.put(List.of(rows.getString(1), rows.getString(2)), values);
            }
        }
        return found;
    }

    private static String hierarchy(String level) {
        return level.substring(0, level.indexOf("].[") + 1);
    }

    private static String name(String level) {
        return path(hierarchy(level), LEVELS.get(level));
    }

    /** The unique name of a member as SQL. */
    private static String path(String hierarchy, List<String> columns) {
        StringBuilder sql = new StringBuilder("'" + hierarchy + "'");
        for (String column : columns) {
            sql.append(" || '.[' || COALESCE(REPLACE(CAST(")
                    .append(column)
                    .append(" AS VARCHAR(60)), ']', ']]'), '#null') || ']'");
        }
        return sql.toString();
    }

    private static String keys(List<String> pair) {
        List<String> keys = new ArrayList<>();
        pair.forEach(level -> keys.addAll(LEVELS.get(level)));
        return String.join(", ", keys);
    }
}
