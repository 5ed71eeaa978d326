package org.shapan.engine.star;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.duckdb.DuckDBConnection;
import org.shapan.engine.catalog.CatalogDefinition;
import org.shapan.engine.catalog.CatalogLimits;
import org.shapan.engine.catalog.CatalogReader;
import org.shapan.engine.database.PlainSource;
import org.shapan.engine.sql.Dialects;
import org.shapan.engine.sql.JdbcExecutor;
import org.shapan.engine.sql.SqlLimits;

/**
 * A star small enough to check by hand, in a DuckDB in memory: three shops of a bakery in two towns, six sales.
 *
 * <pre>
 * sales: day  shop item seller channel   qty amount
 *          1   10   1     3    counter    5   10.00
 *          1   11   1     4    counter    2    4.00
 *          2   11   2     4    counter    1    3.50
 *          2   12   3     5    phone      4    6.00
 *          3   12   1     5    phone      1    2.00
 *          4   10   2     2    null       3   10.50
 * </pre>
 */
public final class Bakery implements AutoCloseable {
    private static final String[] TABLES = {
        "CREATE TABLE town(town_id INTEGER, town VARCHAR, region VARCHAR)",
        "INSERT INTO town VALUES (1, 'Ulm', 'South'), (2, 'Bonn', 'West'), (3, 'Köln', 'West')",
        "CREATE TABLE shop(shop_id INTEGER, shop VARCHAR, town_id INTEGER, opened DATE)",
        "INSERT INTO shop VALUES (10, 'Mitte', 1, DATE '2001-02-03'), (11, 'Nord', 2, NULL), (12, 'Süd', 2, DATE '2005-01-01')",
        "CREATE TABLE day(day_id INTEGER, y INTEGER, q VARCHAR, m INTEGER, m_name VARCHAR)",
        "INSERT INTO day VALUES (1, 2024, 'Q1', 1, 'Jan'), (2, 2024, 'Q1', 2, 'Feb'), (3, 2024, 'Q4', 12, 'Dec'),"
                + " (4, 2025, 'Q1', 1, 'Jan'), (5, 2025, 'Q1', 2, 'Feb')",
        "CREATE TABLE item(item_id INTEGER, item VARCHAR, kind VARCHAR, kind_zh VARCHAR, rank_no INTEGER)",
        "INSERT INTO item VALUES (1, 'Roll', 'bread', '面包', 2), (2, 'Rye', 'bread', '面包', 1), (3, 'Pie', 'Cake', '蛋糕', 3),"
                + " (4, 'Water', NULL, NULL, 4)",
        "CREATE TABLE seller(id INTEGER, name VARCHAR, boss INTEGER, grade VARCHAR)",
        "INSERT INTO seller VALUES (1, 'Ada', 0, 'A'), (2, 'Bob', 1, 'B'), (3, 'Cyd', 1, 'B'), (4, 'Dan', 3, 'C'), (5, 'Eve', 3, 'C')",
        "CREATE TABLE sales(day_id INTEGER, shop_id INTEGER, item_id INTEGER, seller_id INTEGER, channel VARCHAR, qty INTEGER,"
                + " amount DECIMAL(10, 2), weight DOUBLE, region VARCHAR)",
        "INSERT INTO sales VALUES (1, 10, 1, 3, 'counter', 5, 10.00, 0.5, 'South'), (1, 11, 1, 4, 'counter', 2, 4.00, 0.25, 'West'),"
                + " (2, 11, 2, 4, 'counter', 1, 3.50, 1, 'West'), (2, 12, 3, 5, 'phone', 4, 6.00, 2, 'West'),"
                + " (3, 12, 1, 5, 'phone', 1, 2.00, 0.1, 'West'), (4, 10, 2, 2, NULL, 3, 10.50, 3, 'South')"
    };

    private final DuckDBConnection root;
    private final List<String> statements = new CopyOnWriteArrayList<>();

    public Bakery() {
        try {
            root = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        run(TABLES);
    }

    public Bakery run(String... sql) {
        try (Statement statement = root.createStatement()) {
            for (String one : sql) {
                statement.execute(one);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    /** Rows as text, columns parted by a bar. */
    public List<String> query(String sql) {
        try (Statement statement = root.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                StringBuilder row = new StringBuilder();
                for (int i = 1; i <= columns; i++) {
                    row.append(i == 1 ? "" : "|").append(rows.getString(i));
                }
                found.add(row.toString());
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Connections to the database. */
    public DataSource source() {
        return (PlainSource) root::duplicate;
    }

    public JdbcExecutor executor() {
        DataSource source = source();
        return new JdbcExecutor(
                source, Dialects.of(source), SqlLimits.defaults(), event -> statements.add(event.sql()));
    }

    /** Statements that ran since the last call. */
    public List<String> statements() {
        List<String> ran = List.copyOf(statements);
        statements.clear();
        return ran;
    }

    /** @param body what stands in the Schema element */
    public Catalog catalog(String body) {
        return catalog(body, "");
    }

    public Catalog catalog(String body, String schemaAttributes) {
        return StarBuilder.build(definition(body, schemaAttributes), executor());
    }

    public static CatalogDefinition definition(String body, String schemaAttributes) {
        return new CatalogReader(CatalogLimits.DEFAULTS, file -> {
                    throw new UncheckedIOException(new IOException("no includes here"));
                })
                .read(
                        "bakery.xml",
                        "<Schema name='Bakery' xmlns:sp='https://shapan.org/catalog/1' " + schemaAttributes + ">" + body
                                + "</Schema>");
    }

    /** The only cube of a catalog with this body. */
    public Cube cube(String body) {
        return catalog(body).cubes().get(0);
    }

    /** A cube with the sales as facts, the given dimensions and a sum of the amount. */
    public Cube sales(String dimensions) {
        return cube(salesCube(dimensions));
    }

    public static String salesCube(String dimensions) {
        return "<Cube name='Sales'><Table name='sales'/>" + dimensions
                + "<Measure name='Amount' column='amount' aggregator='sum'/></Cube>";
    }

    public static List<String> names(List<? extends Element> elements) {
        return elements.stream().map(Element::uniqueName).toList();
    }

    public static List<String> captions(List<? extends Element> elements, Locale locale) {
        return elements.stream().map(e -> e.caption(locale)).toList();
    }

    /**
     * Sums the amount by the members of a level as a segment would: through the joins and keys of its path.
     *
     * @return member = sum, in hierarchical order; rows whose key finds no member as {@code none}
     */
    public List<String> sumsBy(Cube cube, Level level) {
        FactGroup group = cube.factGroups().get(0);
        LevelPath path = group.path(level);
        List<String> keys =
                path.keys().stream().map(LevelPath.KeyExpression::sql).toList();
        StringBuilder sql = new StringBuilder("SELECT " + String.join(", ", keys) + ", SUM("
                + cube.storedMeasures().get(0).sql() + ") FROM " + group.fact().from() + " AS \""
                + group.fact().alias() + "\"");
        path.joins()
                .forEach(j -> sql.append(
                        " JOIN " + j.relation().from() + " AS \"" + j.relation().alias() + "\" ON "
                                + j.condition()
                                + (j.relation().filter() == null
                                        ? ""
                                        : " AND " + j.relation().filter())));
        sql.append(" GROUP BY " + String.join(", ", keys));
        record Sum(int rank, String text) {}
        List<Sum> sums = new ArrayList<>();
        try (Statement statement = root.createStatement();
                ResultSet rows = statement.executeQuery(sql.toString())) {
            while (rows.next()) {
                Object[] values = new Object[keys.size()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = rows.getObject(i + 1);
                }
                int id = path.memberOf().id(values);
                Member member = id < 0 ? null : level.hierarchy().member(id);
                sums.add(new Sum(
                        member == null ? Integer.MAX_VALUE : member.rank(),
                        (member == null ? "none" : member.uniqueName()) + " = " + rows.getBigDecimal(keys.size() + 1)));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql.toString(), e);
        }
        return sums.stream()
                .sorted(Comparator.comparingInt(Sum::rank))
                .map(Sum::text)
                .toList();
    }

    @Override
    public void close() {
        try {
            root.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
