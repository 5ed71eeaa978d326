package org.shapan.engine.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.shapan.engine.CubeServer;
import org.shapan.engine.CubeServerLimits;
import org.shapan.engine.api.Settings;
import org.shapan.engine.catalog.CatalogDefinition;
import org.shapan.engine.conformance.FoodMart;
import org.shapan.engine.conformance.FoodMartInDuckDb;
import org.shapan.engine.conformance.SharedFiles;
import org.shapan.engine.database.TableCopy;
import org.shapan.engine.database.TestDatabase;

/**
 * FoodMart by random queries: DuckDB and PostgreSQL, with and without native sets and aggregate tables. {@code -Dshapan.random.queries}
 * says how many; skipped where the shared folder is absent.
 */
class FoodMartPropertiesTest {
    private static final int QUERIES = Integer.getInteger("shapan.random.queries", 60);
    private static final String CATALOG = "FoodMart";

    private final long seed = Seed.of(FoodMartPropertiesTest.class);

    @Test
    void everyWayToANumberGivesTheSame() throws SQLException {
        SharedFiles.foodMart(QUERIES);
        DataSource duckDb = FoodMartInDuckDb.source();
        DataSource postgreSql = TestDatabase.POSTGRESQL.open();
        TableCopy.toPostgreSql(FoodMart.hsqldb(), FoodMartInDuckDb.tables(), postgreSql);
        CatalogDefinition definition = FoodMart.definition(null);

        Comparison comparison = new Comparison(CATALOG)
                .server("DuckDB", server(duckDb, definition, CubeServerLimits.defaults()))
                .server("no native sets", server(duckDb, definition, limits("shapan.query.native-sets")))
                .server("no aggregate tables", server(duckDb, definition, limits("shapan.cell.use-aggregate-tables")))
                .server("PostgreSQL", server(postgreSql, definition, CubeServerLimits.defaults()))
                .run(QUERIES, seed);

        assertThat(comparison.differences()).as("seed %d", seed).isEmpty();
        assertThat(comparison.answeredPercent()).isGreaterThan(80);
        // about half of the questions have a value; the bound leaves five standard deviations to the draw
        assertThat(comparison.withValuesPercent()).isGreaterThan(10);
    }

    private static CubeServer server(DataSource source, CatalogDefinition definition, CubeServerLimits limits) {
        CubeServer server = CubeServer.builder(source).limits(limits).build();
        server.load(CATALOG, definition);
        return server;
    }

    private static CubeServerLimits limits(String turnedOff) {
        return CubeServerLimits.fromSettings(new Settings(name -> name.equals(turnedOff) ? "false" : null));
    }
}
