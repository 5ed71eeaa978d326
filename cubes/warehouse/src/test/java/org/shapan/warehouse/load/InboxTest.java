package org.shapan.warehouse.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class InboxTest {

    @RegisterExtension
    final TinyWarehouse warehouse = new TinyWarehouse();

    @TempDir
    Path folder;

    private Inbox inbox;

    @BeforeEach
    void open() {
        inbox = inbox(Duration.ofDays(1));
    }

    private Inbox inbox(Duration patience) {
        return new Inbox(folder, warehouse.loader(), patience, Clock.systemUTC());
    }

    @Test
    void twoCompleteDeliveriesAreLoadedOneAfterTheOther() throws IOException {
        new TinyDelivery(folder.resolve("a")).months(201001, 201002).write();
        new TinyDelivery(folder.resolve("b"))
                .months(201003, 201003)
                .withoutDimensions()
                .write();

        assertThat(inbox.look()).as("not yet: both may still be written").isZero();
        assertThat(inbox.look()).isEqualTo(2);

        assertThat(folder.resolve("a")).doesNotExist();
        assertThat(folder.resolve("done/a/manifest.json")).exists();
        assertThat(folder.resolve("done/b.txt")).content().startsWith("Loaded as version 2");
        assertThat(new LoadLedger(warehouse.database()).newest(5))
                .extracting(LoadEntry::by)
                .containsExactly(Inbox.BY, Inbox.BY);
    }

    @Test
    void aPartialUploadWaitsUntilItIsComplete() throws IOException {
        Path delivery = new TinyDelivery(folder.resolve("a")).write();
        Path manifest = Files.move(delivery.resolve("manifest.json"), delivery.resolve("manifest.part"));
        Path last = delivery.resolve("target.parquet");
        byte[] bytes = Files.readAllBytes(last);
        look(3);
        assertThat(delivery).as("no manifest").exists();

        Files.move(manifest, delivery.resolve("manifest.json"));
        Files.write(last, List.of("half of it"));
        look(3);
        assertThat(delivery).as("a file is not the one of the manifest").exists();
        assertThat(new LoadLedger(warehouse.database()).newest(9))
                .as("tried once")
                .hasSize(1);
        assertThat(warehouse.database().dataVersion()).isEmpty();

        Files.write(last, bytes);
        look(2);
        assertThat(folder.resolve("done/a")).exists();
        assertThat(warehouse.database().dataVersion().orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void whatStaysIncompleteIsRefusedWithItsReason() throws IOException {
        inbox = inbox(Duration.ZERO);
        Path delivery = new TinyDelivery(folder.resolve("a")).write();
        Files.delete(delivery.resolve("target.parquet"));
        look(2);

        assertThat(folder.resolve("refused/a")).isDirectory();
        assertThat(folder.resolve("refused/a.txt")).content().contains("FILE_MISSING", "target", "Deliver");
    }

    @Test
    void aWrongDeliveryIsRefusedAtOnceAndTheNextOfItsNameStandsBesideIt() throws IOException {
        for (int i = 0; i < 2; i++) {
            new TinyDelivery(folder.resolve("a"))
                    .with("UPDATE rev_item SET fee = fee + 1 WHERE month = 201002")
                    .write();
            look(2);
        }

        assertThat(folder.resolve("refused/a.txt")).content().startsWith("RECONCILIATION");
        assertThat(folder.resolve("refused/a-2.txt")).content().startsWith("RECONCILIATION");
        assertThat(folder.resolve("refused/a-2")).isDirectory();
        assertThat(warehouse.database().dataVersion()).isEmpty();
    }

    @Test
    void aDeliveryWhoseProcessEndedBeforeItWasMovedIsMovedByTheNext() throws IOException {
        warehouse.load(new TinyDelivery(folder.resolve("a")).write());
        warehouse.reopen();
        inbox = inbox(Duration.ofDays(1));
        look(2);

        assertThat(folder.resolve("done/a.txt")).content().startsWith("Loaded already, in version 1");
        assertThat(warehouse.database().dataVersion().orElseThrow().version()).isEqualTo(1);
    }

    private void look(int times) throws IOException {
        for (int i = 0; i < times; i++) {
            inbox.look();
        }
    }
}
