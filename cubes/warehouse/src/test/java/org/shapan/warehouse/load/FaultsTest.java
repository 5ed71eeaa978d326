package org.shapan.warehouse.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shapan.engine.api.DataVersions;
import org.shapan.warehouse.Progress;
import org.shapan.warehouse.load.LoadException.Code;

/** What goes wrong around a load: nothing is lost, and the outcome is clear. */
class FaultsTest {

    @RegisterExtension
    final TinyWarehouse warehouse = new TinyWarehouse();

    @Test
    void aTruncatedFileIsRefused() throws IOException {
        Path delivery = warehouse.delivery("cut").write();
        Path file = delivery.resolve("rev_item-201002.parquet");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(Files.size(file) / 2);
        }

        assertThat(refused(delivery).code()).isEqualTo(Code.CHECKSUM);
    }

    @Test
    void twoLoadsAtOnceAreOneAfterAnotherOrRefused() throws Exception {
        Path first = warehouse.delivery("first").write();
        Path second = warehouse
                .delivery("second")
                .with("UPDATE cust_month SET birth_year = 1950")
                .write();
        CountDownLatch loading = new CountDownLatch(1);
        CountDownLatch tried = new CountDownLatch(1);
        Thread thread = Thread.ofPlatform()
                .start(() -> warehouse.loader().load(first, (phase, done, total) -> {
                    loading.countDown();
                    await(tried);
                }));
        await(loading);

        LoadException busy = refused(second);
        tried.countDown();
        thread.join();

        assertThat(busy.code()).isEqualTo(Code.BUSY);
        assertThat(warehouse.database().versions().newest()).isEqualTo(1);
    }

    @Test
    void aQueryOfManyStatementsSeesOneVersionWhileOthersArePublished() throws Exception {
        warehouse.load(warehouse.delivery("v1").write());
        DataVersions versions = warehouse.database().versions();
        Set<String> seen = ConcurrentHashMap.newKeySet();
        AtomicBoolean ended = new AtomicBoolean();
        Thread reader = Thread.ofPlatform().start(() -> {
            while (!ended.get()) {
                long version = versions.newest();
                try (DataVersions.Pin pin = versions.pin(version)) {
                    String facts = versions.table(version, "f_rev_detail");
                    String one = warehouse.value("SELECT count(*) FROM " + facts);
                    String two = warehouse.value("SELECT sum(discount) FROM " + facts);
                    seen.add(version + ": " + one + " " + two);
                }
            }
        });

        for (int load = 2; load <= 4; load++) {
            warehouse.restate(warehouse
                    .delivery("v" + load)
                    .with("UPDATE rev_item SET discount = discount + " + load)
                    .write());
        }
        ended.set(true);
        reader.join();

        assertThat(seen)
                .isSubsetOf("1: 26 88.50", "2: 26 138.50", "3: 26 163.50", "4: 26 188.50")
                .contains("1: 26 88.50");
        assertThat(warehouse.rows("SELECT DISTINCT version FROM version_partition"))
                .containsExactly("4");
    }

    private LoadException refused(Path delivery) {
        return catchThrowableOfType(
                LoadException.class, () -> warehouse.loader().load(delivery, Progress.NONE));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
