package org.shapan.warehouse.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.shapan.engine.CubeServer;
import org.shapan.engine.CubeServerLimits;
import org.shapan.engine.api.Settings;
import org.shapan.engine.database.TableCopy;
import org.shapan.engine.database.TestDatabase;
import org.shapan.engine.random.Comparison;
import org.shapan.engine.random.Seed;
import org.shapan.warehouse.star.CiWarehouse;

/**
 * The telecom catalog by random queries: DuckDB and PostgreSQL, with and without native sets and aggregate tables, which this copy of
 * the catalog declares. {@code -Dshapan.random.queries} says how many.
 */
class TelecomPropertiesTest {
    private static final int QUERIES = Integer.getInteger("shapan.random.queries", 60);
    private static final String FACT = "<Table name=\"f_rev_detail\"/>";
    private static final String MEASURES = """
            <AggMeasure name="[Measures].[Gross revenue]" column="fee_gross"/>
            <AggMeasure name="[Measures].[Net revenue]" column="fee_net"/>
            <AggMeasure name="[Measures].[Discount]" column="discount"/>
            <AggMeasure name="[Measures].[Minutes]" column="minutes"/>
            """;
    private static final String DECLARED = """
            <Table name="f_rev_detail">
              <AggName name="a_service"><AggFactCount column="n"/>
                <AggForeignKey factColumn="k_month" aggColumn="k_month"/>
                <AggForeignKey factColumn="k_brand" aggColumn="k_brand"/>
                <AggForeignKey factColumn="k_service" aggColumn="k_service"/>%1$s
              </AggName>
              <AggName name="a_leaf"><AggFactCount column="n"/>
                <AggForeignKey factColumn="k_month" aggColumn="k_month"/>
                <AggForeignKey factColumn="k_leaf" aggColumn="k_leaf"/>
                <AggForeignKey factColumn="k_plan" aggColumn="k_plan"/>%1$s
              </AggName>
            </Table>""".formatted(MEASURES);
    private static final String[] AGGREGATES = {
        aggregate("a_service", "k_month, k_brand, k_service"), aggregate("a_leaf", "k_month, k_leaf, k_plan")
    };

    @RegisterExtension
    static final CiWarehouse WAREHOUSE = new CiWarehouse();

    @TempDir
    private Path folder;

    private final long seed = Seed.of(TelecomPropertiesTest.class);

    private static String aggregate(String name, String keys) {
        return "CREATE TABLE " + name + " AS SELECT " + keys + ", CAST(SUM(fee_gross) AS DECIMAL(18, 2)) AS fee_gross,"
                + " CAST(SUM(fee_net) AS DECIMAL(18, 2)) AS fee_net, CAST(SUM(discount) AS DECIMAL(18, 2)) AS discount,"
                + " CAST(SUM(minutes) AS BIGINT) AS minutes, CAST(COUNT(*) AS INTEGER) AS n FROM f_rev_detail GROUP BY "
                + keys;
    }

    @Test
    void everyWayToANumberGivesTheSame() throws SQLException, IOException {
        Path catalog = catalog();
        List<String> tables = tables();
        DataSource duckDb = TestDatabase.DUCKDB.open();
        DataSource postgreSql = TestDatabase.POSTGRESQL.open();
        TableCopy.toDuckDb(WAREHOUSE.database().dataSource(), tables, duckDb);
        TableCopy.toPostgreSql(WAREHOUSE.database().dataSource(), tables, postgreSql);
        run(duckDb);
        run(postgreSql);

        Comparison comparison = new Comparison(TelecomCatalog.NAME)
                .server("DuckDB", server(duckDb, catalog, CubeServerLimits.defaults()))
                .server("no native sets", server(duckDb, catalog, limits("shapan.query.native-sets")))
                .server("no aggregate tables", server(duckDb, catalog, limits("shapan.cell.use-aggregate-tables")))
                .server("PostgreSQL", server(postgreSql, catalog, CubeServerLimits.defaults()))
                .run(QUERIES, seed);

        assertThat(comparison.differences()).as("seed %d", seed).isEmpty();
        assertThat(comparison.answeredPercent()).isGreaterThan(80);
        // about half of the questions have a value; the bound leaves five standard deviations to the draw
        assertThat(comparison.withValuesPercent()).isGreaterThan(10);
    }

    private static void run(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String aggregate : AGGREGATES) {
                statement.execute(aggregate);
            }
        }
    }

    /** The catalog with aggregate tables for the revenue. */
    private Path catalog() throws IOException {
        Path main = TelecomCatalog.writeTo(folder);
        Path revenue = folder.resolve("telecom/revenue.xml");
        String text = Files.readString(revenue);
        assertThat(text).contains(FACT);
        Files.writeString(revenue, text.replace(FACT, DECLARED));
        return main;
    }

    /** Names of all tables of the catalog. */
    private static List<String> tables() {
        TreeSet<String> tables = new TreeSet<>();
        for (String file : TelecomCatalog.INCLUDES) {
            Matcher table = Pattern.compile("<Table name=\"([^\"]+)\"").matcher(TelecomCatalog.include(file));
            while (table.find()) {
                tables.add(table.group(1));
            }
        }
        return new ArrayList<>(tables);
    }

    private static CubeServer server(DataSource source, Path catalog, CubeServerLimits limits) {
        CubeServer server = CubeServer.builder(source).limits(limits).build();
        server.load(TelecomCatalog.NAME, catalog);
        return server;
    }

    private static CubeServerLimits limits(String turnedOff) {
        return CubeServerLimits.fromSettings(new Settings(name -> name.equals(turnedOff) ? "false" : null));
    }
}
