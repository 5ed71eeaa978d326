package org.shapan.warehouse.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shapan.warehouse.Progress;
import org.shapan.warehouse.load.LoadException.Code;

class QuarantineTest {

    private static final LoadOptions HALF = new LoadOptions(true, 0.5, 0);

    @RegisterExtension
    final TinyWarehouse warehouse = new TinyWarehouse();

    @Test
    void badRowsAreKeptOutAndTold() {
        Path delivery = bad().write();

        LoadResult result = warehouse.loader().load(delivery, HALF, Progress.NONE);

        assertThat(result.badCounts())
                .isEqualTo(Map.of(Code.UNKNOWN_KEY, 1L, Code.DUPLICATE_ROW, 1L, Code.NULL_VALUE, 1L));
        assertThat(result.badRows())
                .contains(new BadRow("sp_user", "sp_user-201001.parquet", 2, "number", "29999999999", Code.UNKNOWN_KEY))
                .hasSize(3);
        assertThat(warehouse.value("SELECT count(*) FROM f_sp_user WHERE k_month = 201001"))
                .isEqualTo("1");
        assertThat(warehouse.value("SELECT count(*) FROM f_channel_stock")).isEqualTo("4");
    }

    @Test
    void aboveTheThresholdTheDeliveryIsRefused() {
        Path delivery = bad().write();

        LoadException refused = catchThrowableOfType(LoadException.class, () -> warehouse.load(delivery));

        assertThat(refused.code()).isIn(Code.UNKNOWN_KEY, Code.DUPLICATE_ROW, Code.NULL_VALUE);
        assertThat(warehouse.database().dataVersion()).isEmpty();
    }

    @Test
    void aValueOfAnotherTypeHasItsLineAndText() {
        Path delivery = warehouse
                .delivery("text")
                .csv(null)
                .with("ALTER TABLE chan_stock ALTER stock TYPE VARCHAR")
                .with("UPDATE chan_stock SET stock = 'many' WHERE day = DATE '2010-01-31'")
                .write();

        LoadResult result = warehouse.loader().load(delivery, HALF, Progress.NONE);

        assertThat(result.badRows())
                .containsExactly(
                        new BadRow("chan_stock", "chan_stock-201001.csv", 3, "stock", "many", Code.VALUE_TYPE));
        assertThat(warehouse.value("SELECT count(*) FROM f_channel_stock")).isEqualTo("3");
    }

    /** One row each of three kinds, in feeds that stay reconcilable without them. */
    private TinyDelivery bad() {
        return warehouse
                .delivery("bad")
                .with("INSERT INTO sp_user SELECT * REPLACE (29999999999 AS number) FROM sp_user "
                        + "WHERE month = 201001 LIMIT 1")
                .with("INSERT INTO chan_stock SELECT * FROM chan_stock WHERE day = DATE '2010-02-28'")
                .with("INSERT INTO chan_cost SELECT * REPLACE ('D1' AS channel, NULL AS depreciation) FROM chan_cost "
                        + "WHERE month = 201002 AND channel = 'H1'")
                .with("DELETE FROM expected_totals WHERE feed IN ('sp_user', 'chan_stock', 'chan_cost')");
    }
}
