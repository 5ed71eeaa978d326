package org.shapan.warehouse.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * A loading process is killed at random times: what is published afterwards is the old or the new version, whole, and a retry completes.
 * {@code -Dsurefire.args=-Dshapan.kills=20} asks for more, {@code SHAPAN_SEED} for the same times again.
 */
class KilledLoadTest {

    private static final int KILLS = Integer.getInteger("shapan.kills", 4);

    @RegisterExtension
    final TinyWarehouse warehouse = new TinyWarehouse();

    @TempDir
    Path temporary;

    @Test
    void aKilledLoadLeavesTheOldOrTheNewVersionWhole() throws Exception {
        long seed = seed();
        System.out.printf("KilledLoadTest: SHAPAN_SEED=%d, %d kills%n", seed, KILLS);
        Path first = new TinyDelivery(temporary.resolve("first")).write();
        Path second = new TinyDelivery(temporary.resolve("second"))
                .with("UPDATE cust_month SET birth_year = 1950")
                .with("INSERT INTO dim_brand VALUES ('AAA', '新品牌', 'New brand')")
                .write();
        warehouse.load(first);
        List<String> before = warehouse.everything();
        Path file = warehouse.data().warehouseFile();
        warehouse.close();
        Path kept = Files.copy(file, temporary.resolve("kept.duckdb"));
        long millis = timeOfALoad(second, "load");
        warehouse.open();
        List<String> after = warehouse.everything();
        assertThat(after).isNotEqualTo(before);

        Random random = new Random(seed);
        for (int kill = 0; kill < KILLS; kill++) {
            warehouse.close();
            Files.deleteIfExists(Path.of(file + ".wal"));
            Files.copy(kept, file, StandardCopyOption.REPLACE_EXISTING);
            killAfter(second, "load", random.nextLong(millis + 100));
            warehouse.open();

            assertThat(warehouse.everything()).isIn(before, after);
            long version = warehouse.database().versions().newest();
            assertThat(version).isEqualTo(warehouse.everything().equals(before) ? 1 : 2);
            assertThat(new LoadLedger(warehouse.database()).newest(1).getFirst().outcome())
                    .isIn(LoadEntry.LOADED, LoadEntry.KILLED);
            warehouse.restate(second);
            assertThat(warehouse.everything()).isEqualTo(after);
            assertThat(warehouse.database().versions().newest()).isEqualTo(2);
            try (var staged = Files.list(warehouse.data().staging())) {
                assertThat(staged).isEmpty();
            }
        }
    }

    @Test
    void aKilledServerLoadsItsInboxOnce() throws Exception {
        long seed = seed();
        System.out.printf("KilledLoadTest, inbox: SHAPAN_SEED=%d, %d kills%n", seed, KILLS);
        warehouse.load(new TinyDelivery(temporary.resolve("first"))
                .months(201001, 201002)
                .write());
        Path file = warehouse.data().warehouseFile();
        warehouse.close();
        Path kept = Files.copy(file, temporary.resolve("kept.duckdb"));
        long millis = timeOfALoad(march("whole"), "inbox");
        warehouse.open();
        List<String> after = warehouse.everything();
        assertThat(warehouse.database().versions().newest()).isEqualTo(2);

        Random random = new Random(seed);
        for (int kill = 0; kill < KILLS; kill++) {
            warehouse.close();
            Files.deleteIfExists(Path.of(file + ".wal"));
            Files.copy(kept, file, StandardCopyOption.REPLACE_EXISTING);
            Path folder = march("inbox" + kill);
            killAfter(folder, "inbox", random.nextLong(millis + 100));
            warehouse.open();
            Inbox inbox = new Inbox(folder, warehouse.loader(), Duration.ofDays(1), Clock.systemUTC());
            inbox.look();
            inbox.look();

            assertThat(folder.resolve("done/march/manifest.json")).exists();
            assertThat(folder.resolve("done/march.txt")).content().contains("version 2");
            assertThat(folder.resolve("march")).doesNotExist();
            assertThat(warehouse.everything()).isEqualTo(after);
            assertThat(warehouse.database().versions().newest()).isEqualTo(2);
        }
    }

    /** An inbox with the delivery of a month. */
    private Path march(String name) {
        Path folder = temporary.resolve(name);
        new TinyDelivery(folder.resolve("march"))
                .months(201003, 201003)
                .withoutDimensions()
                .write();
        return folder;
    }

    /** What a full disk does, made by a limit on the size of files: writing fails in the middle of the load. */
    @Test
    void aDiskThatIsFullLeavesTheOldVersion() throws Exception {
        Path second = new TinyDelivery(temporary.resolve("second"))
                .with("UPDATE cust_month SET birth_year = 1950")
                .write();
        warehouse.load(new TinyDelivery(temporary.resolve("first")).write());
        List<String> before = warehouse.everything();
        warehouse.close();

        Process process = start(second, "load");
        new ProcessBuilder("prlimit", "--pid", String.valueOf(process.pid()), "--fsize=16384")
                .inheritIO()
                .start()
                .waitFor();
        begin(process);
        String outcome = process.inputReader().readLine();
        int exit = process.waitFor();
        warehouse.open();

        assertThat(exit).isEqualTo(1);
        assertThat(outcome).isEqualTo("DATABASE");
        assertThat(warehouse.everything()).isEqualTo(before);
        assertThat(warehouse.restate(second).version().version()).isEqualTo(2);
    }

    private static long seed() {
        return Optional.ofNullable(System.getenv("SHAPAN_SEED"))
                .map(Long::valueOf)
                .orElseGet(System::nanoTime);
    }

    private long timeOfALoad(Path delivery, String how) throws IOException, InterruptedException {
        Process process = start(delivery, how);
        long start = System.nanoTime();
        begin(process);
        assertThat(process.waitFor()).isZero();
        return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }

    private void killAfter(Path delivery, String how, long millis) throws IOException, InterruptedException {
        Process process = start(delivery, how);
        begin(process);
        Thread.sleep(millis);
        process.destroyForcibly().waitFor();
    }

    private static void begin(Process process) throws IOException {
        try (Writer in = process.outputWriter()) {
            in.write("\n");
        }
    }

    /** A process that is about to load. */
    private Process start(Path delivery, String how) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        LoadProcess.class.getName(),
                        warehouse.data().root().toString(),
                        delivery.toString(),
                        how)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.inputReader().readLine()).isEqualTo("begin");
        return process;
    }
}
