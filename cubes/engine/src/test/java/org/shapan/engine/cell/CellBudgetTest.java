package org.shapan.engine.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;
import org.shapan.engine.api.Settings;
import org.shapan.engine.sql.QueryExecution;
import org.shapan.engine.star.Member;
import org.shapan.engine.star.Unhurried;

/** One query can die, and says of which limit. */
class CellBudgetTest {
    private Shop shop;

    @BeforeEach
    void open() throws SQLException {
        shop = new Shop(13, 300);
    }

    @AfterEach
    void close() throws SQLException {
        shop.close();
    }

    @Test
    void tooManyCells() {
        failsWith(new CellLimits(3, 1000, 1 << 20, 100, 1000, 1 << 20, true), CellLimits.MAX_REQUESTED_CELLS);
    }

    @Test
    void tooManyRows() {
        failsWith(new CellLimits(1000, 3, 1 << 20, 100, 1000, 1 << 20, true), CellLimits.MAX_SEGMENT_ROWS);
    }

    @Test
    void tooManyBytes() {
        failsWith(new CellLimits(1000, 1000, 100, 100, 1000, 1 << 20, true), CellLimits.MAX_QUERY_BYTES);
    }

    private void failsWith(CellLimits limits, String setting) {
        CellStore store = new CellStore(shop.sql, limits);
        assertThatThrownBy(() -> readStates(shop.open(store))).isInstanceOfSatisfying(EngineException.class, e -> {
            assertThat(e.code()).isEqualTo(OlapErrorCode.BUDGET_EXCEEDED);
            assertThat(e).hasMessageContaining(setting);
        });

        // the server goes on
        CellStore other = shop.newStore();
        readStates(shop.open(other));
        assertThat(other.statistics().segments()).isPositive();
    }

    private void readStates(QueryCells cells) {
        List<Member> states = shop.store.members(shop.store.level("state"));
        do {
            states.forEach(state -> cells.read(shop.cube.context(state), shop.units, new CellValue()));
        } while (cells.load());
    }

    @Test
    void aCancelledQueryEndsBeforeItsStatement() {
        QueryExecution cancelled = new QueryExecution() {
            @Override
            public void check() {
                throw new EngineException(OlapErrorCode.CANCELLED, "cancelled");
            }

            @Override
            public Instant deadline() {
                return null;
            }

            @Override
            public String user() {
                return "someone";
            }

            @Override
            public AutoCloseable onCancel(Runnable action) {
                return () -> {};
            }
        };

        assertThatThrownBy(() -> readStates(shop.newStore().open(shop.cube, 0, cancelled)))
                .isInstanceOfSatisfying(
                        EngineException.class, e -> assertThat(e.code()).isEqualTo(OlapErrorCode.CANCELLED));
        assertThat(shop.takeStatements()).isEmpty();
    }

    @Test
    void anOverflowIsATypedError() throws SQLException {
        shop.execute("ALTER TABLE sale ALTER units TYPE BIGINT");
        shop.execute("UPDATE sale SET units = 9000000000000000000");

        assertThatThrownBy(() -> Shop.value(shop.open(shop.newStore()), shop.cube.context(), shop.units))
                .isInstanceOfSatisfying(
                        EngineException.class, e -> assertThat(e.code()).isEqualTo(OlapErrorCode.NUMERIC_OVERFLOW));
    }

    @Test
    void limitsComeFromSettingsByName() {
        Map<String, String> settings = Map.of(
                CellLimits.MAX_REQUESTED_CELLS, "1",
                CellLimits.MAX_SEGMENT_ROWS, "2",
                CellLimits.MAX_QUERY_BYTES, "3",
                CellLimits.MAX_IN_LIST, "4",
                CellLimits.MAX_ROLLUP_ROWS, "5",
                CellLimits.CACHE_BYTES, "6",
                CellLimits.USE_AGGREGATES, "false");

        assertThat(CellLimits.fromSettings(new Settings(settings::get)))
                .isEqualTo(new CellLimits(1, 2, 3, 4, 5, 6, false));
        assertThat(CellLimits.fromSettings(Settings.NONE)).isEqualTo(CellLimits.DEFAULT);
        assertThatThrownBy(() -> CellLimits.fromSettings(new Settings(name -> "many")))
                .hasMessageContaining(CellLimits.MAX_REQUESTED_CELLS + "=many");
    }

    @Test
    void anUnknownTableIsAnSqlErrorThatOthersDoNotInherit() throws SQLException {
        CellStore store = shop.newStore();
        shop.execute("ALTER TABLE sale RENAME TO gone");
        assertThatThrownBy(() ->
                        Shop.value(store.open(shop.cube, 0, Unhurried.EXECUTION), shop.cube.context(), shop.units))
                .isInstanceOfSatisfying(
                        EngineException.class, e -> assertThat(e.code()).isEqualTo(OlapErrorCode.SQL_FAILED));

        shop.execute("ALTER TABLE gone RENAME TO sale");

        assertThat(Shop.value(shop.open(store), shop.cube.context(), shop.units))
                .isNotNull();
    }
}
