package org.shapan.engine.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.shapan.engine.CubeServerLimits;
import org.shapan.engine.api.Settings;
import org.shapan.engine.database.TestDatabase;
import org.shapan.engine.market.Market;

/**
 * Whatever the way to a number, the number is the same. Queries are random; {@code -Dshapan.random.queries} says how many.
 */
class MarketPropertiesTest {
    private static final int QUERIES = Integer.getInteger("shapan.random.queries", 300);
    private static final int SALES = 400;

    private final long seed = Seed.of(MarketPropertiesTest.class);

    @Test
    void everyWayToANumberGivesTheSame() throws SQLException {
        DataSource rows = Market.random(TestDatabase.DUCKDB.open(), seed, SALES);

        Comparison comparison = new Comparison(Market.CATALOG)
                .server("warm", Market.server(rows, CubeServerLimits.defaults()))
                .coldServer("cold", Market.server(rows, CubeServerLimits.defaults()))
                .server("no aggregate tables", Market.server(rows, limits("shapan.cell.use-aggregate-tables", "false")))
                .server("no native sets", Market.server(rows, limits("shapan.query.native-sets", "false")))
                .coldServer("no roll-up in memory", Market.server(rows, limits("shapan.cell.max-rollup-rows", "1")))
                .server("short lists", Market.server(rows, limits("shapan.cell.max-in-list", "2")))
                .server("a cache of one segment", Market.server(rows, limits("shapan.cell.cache-bytes", "2000")))
                .run(QUERIES, seed);

        check(comparison);
    }

    /** The same rows in four databases give the same members in the same order and the same cells. */
    @Test
    void everyDatabaseGivesTheSame() throws SQLException {
        Comparison comparison = new Comparison(Market.CATALOG);
        for (TestDatabase database : TestDatabase.values()) {
            DataSource rows = Market.random(database.open(), seed, SALES);
            comparison.server(database.name(), Market.server(rows, CubeServerLimits.defaults()));
        }

        check(comparison.run(QUERIES, seed));
    }

    private void check(Comparison comparison) {
        assertThat(comparison.differences()).as("seed %d", seed).isEmpty();
        assertThat(comparison.answeredPercent()).isGreaterThan(80);
        // about half of the questions have a value; the bound leaves five standard deviations to the draw
        assertThat(comparison.withValuesPercent()).isGreaterThan(30);
        assertThat(comparison.overBudgetPercent()).isLessThan(5);
    }

    private static CubeServerLimits limits(String setting, String value) {
        return CubeServerLimits.fromSettings(new Settings(name -> name.equals(setting) ? value : null));
    }
}
