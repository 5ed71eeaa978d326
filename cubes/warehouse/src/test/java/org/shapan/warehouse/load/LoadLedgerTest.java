package org.shapan.warehouse.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shapan.warehouse.Progress;
import org.shapan.warehouse.load.LoadException.Code;

class LoadLedgerTest {

    private static final LoadOptions HALF = new LoadOptions(true, 0.5, 0, "zhang");

    @RegisterExtension
    final TinyWarehouse warehouse = new TinyWarehouse();

    @Test
    void everyLoadHasARowThatOutlivesTheProcess() throws Exception {
        Path delivery = warehouse.delivery("good").write();
        warehouse.load(delivery);
        warehouse.load(delivery);
        Files.delete(delivery.resolve("target.parquet"));
        assertThatThrownBy(() -> warehouse.load(delivery)).isInstanceOf(LoadException.class);
        warehouse.reopen();

        List<LoadEntry> loads = ledger().newest(10);

        assertThat(loads).extracting(LoadEntry::id).containsExactly(3L, 2L, 1L);
        assertThat(loads)
                .extracting(LoadEntry::outcome)
                .containsExactly("FILE_MISSING", LoadEntry.UNCHANGED, LoadEntry.LOADED);
        LoadEntry first = loads.getLast();
        assertThat(first.version()).isEqualTo(1);
        assertThat(first.source()).isEqualTo("tiny");
        assertThat(first.firstMonth()).isEqualTo(201001);
        assertThat(first.lastMonth()).isEqualTo(201003);
        assertThat(first.by()).isEqualTo(System.getProperty("user.name"));
        assertThat(first.accepted()).isEqualTo(first.rows()).isPositive();
        assertThat(first.steps().stream().mapToLong(Long::longValue).sum())
                .isPositive()
                .isLessThanOrEqualTo(first.totalMillis());
        assertThat(first.rowsPerSecond()).isPositive();
        assertThat(ledger().feeds(1).stream().mapToLong(LoadEntry.OfFeed::rows).sum())
                .isEqualTo(first.rows());
        assertThat(ledger().feeds(1).stream().mapToLong(LoadEntry.OfFeed::files).sum())
                .isEqualTo(first.files());
        LoadEntry refused = loads.getFirst();
        assertThat(refused.accepted()).isZero();
        assertThat(refused.message()).contains("target");
        assertThat(refused.remedy()).isNotBlank();
    }

    @Test
    void aLoadIsSeenWhileItRunsAndSaysSoWhenItsProcessEnded() {
        AtomicReference<LoadEntry> seen = new AtomicReference<>();
        warehouse.loader().load(warehouse.delivery("good").write(), LoadOptions.DEFAULT, (phase, done, total) -> {
            if (phase.equals("publish")) {
                seen.set(ledger().newest(1).getFirst());
            }
        });
        warehouse.rows(
                "UPDATE load_entry SET outcome = 'RUNNING' RETURNING id"); // as a process leaves it that is killed
        warehouse.reopen();

        assertThat(seen.get().outcome()).isEqualTo(LoadEntry.RUNNING);
        assertThat(ledger().newest(1).getFirst().outcome()).isEqualTo(LoadEntry.KILLED);
    }

    @Test
    void badRowsStayWithTheLoadThatFoundThem() {
        Path delivery = bad();
        LoadResult result = warehouse.loader().load(delivery, HALF, Progress.NONE);
        LoadException refused =
                catchThrowableOfType(LoadException.class, () -> warehouse.restate(bad("=1+1", "again")));
        warehouse.reopen();

        assertThat(refused.code()).isEqualTo(Code.VALUE_TYPE);
        assertThat(ledger().badRows(1)).isEqualTo(result.badRows()).hasSize(1);
        assertThat(ledger().badCounts(1)).containsExactly(new LoadEntry.BadCount("chan_stock", "VALUE_TYPE", 1));
        assertThat(ledger().newest(2))
                .extracting(LoadEntry::by, LoadEntry::badRows, LoadEntry::outcome)
                .containsExactly(
                        tuple(System.getProperty("user.name"), 1L, "VALUE_TYPE"), tuple("zhang", 1L, LoadEntry.LOADED));
        assertThat(ledger().badRows(2))
                .extracting(BadRow::csv)
                .containsExactly("chan_stock,\"chan_stock-201001.csv\",3,\"stock\",\"'=1+1\",VALUE_TYPE");
    }

    @Test
    void rowsBeyondTheLimitsAreCountedOnly() {
        Path delivery = bad();
        Loader small = new Loader(warehouse.database(), new QuarantineLimits(0, 1));
        small.load(delivery, HALF, Progress.NONE);
        assertThat(ledger().badRows(1)).isEmpty();
        assertThat(ledger().newest(1).getFirst().badRows()).isEqualTo(1);

        Loader one = new Loader(warehouse.database(), new QuarantineLimits(10, 1));
        one.load(bad("few", "second"), HALF, Progress.NONE);
        assertThat(ledger().badRows(2)).hasSize(1);
        one.load(bad("none", "third"), HALF, Progress.NONE);

        assertThat(ledger().badRows(2)).isEmpty();
        assertThat(ledger().badRows(3)).hasSize(1);
        assertThat(ledger().badCounts(2)).hasSize(1);
    }

    private Path bad() {
        return bad("many", "bad");
    }

    private Path bad(String value, String name) {
        return warehouse
                .delivery(name)
                .csv(null)
                .with("ALTER TABLE chan_stock ALTER stock TYPE VARCHAR")
                .with("UPDATE chan_stock SET stock = '%s' WHERE day = DATE '2010-01-31'".formatted(value))
                .write();
    }

    private LoadLedger ledger() {
        return new LoadLedger(warehouse.database());
    }
}
