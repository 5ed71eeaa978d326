package org.shapan.portal.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shapan.portal.CiProvince;
import org.shapan.portal.TestPortal;
import org.shapan.portal.account.Accounts;
import org.shapan.portal.cli.ExitCode;
import org.shapan.portal.cli.Shapan;
import org.shapan.portal.security.Audit;
import org.shapan.portal.security.AuditEntry;
import org.shapan.warehouse.Progress;
import org.shapan.warehouse.data.DataDirectory;
import org.shapan.warehouse.data.DatabaseSettings;
import org.shapan.warehouse.data.WarehouseDatabase;
import org.shapan.warehouse.feed.Profile;
import org.shapan.warehouse.generator.Generator;
import org.shapan.warehouse.generator.GeneratorOptions;
import org.shapan.warehouse.load.LoadOptions;
import org.shapan.warehouse.load.Loader;
import picocli.CommandLine;

/** Backups of a directory in use, and what becomes of them. */
class BackupTest {
    private static final String PASSWORD = "a grain of sand";

    /** Of the second delivery. */
    private static final long SEED = 7;

    @TempDir
    Path folder;

    private final StringWriter said = new StringWriter();

    /** Version of a warehouse and, of each of its published tables, the number of rows and a sum over all values. */
    private record Totals(long version, Map<String, String> sums) {}

    @Test
    void aBackupTakenWhileALoadRunsIsTheOldOrTheNewVersionAsAWhole() throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        Path other = folder.resolve("other");
        Generator.generate(new GeneratorOptions(Profile.CI, SEED, other, false, 2), Progress.NONE);
        List<Path> backups = new ArrayList<>();
        Totals before;
        Totals after;
        try (TestPortal portal = TestPortal.start(CiProvince.copy(data), Map.of("SHAPAN_ADMIN_PASSWORD", PASSWORD))) {
            WarehouseDatabase warehouse = portal.server().bean(WarehouseDatabase.class);
            before = totals(warehouse);
            Loader loader = portal.server().bean(Loader.class);
            CompletableFuture<Void> load =
                    CompletableFuture.runAsync(() -> loader.load(other, LoadOptions.RESTATE, Progress.NONE));
            do {
                Path file = folder.resolve("backup" + backups.size());
                assertThat(run("backup", file.toString(), "--data", data.toString()))
                        .as(said.toString())
                        .isEqualTo(ExitCode.OK);
                backups.add(file);
            } while (!load.isDone());
            load.join();
            after = totals(warehouse);
        }
        assertThat(backups).as("the first ended before the load did").hasSizeGreaterThan(1);
        assertThat(after.version()).isEqualTo(before.version() + 1);
        assertThat(after.sums().keySet())
                .contains("f_rev_detail")
                .isEqualTo(before.sums().keySet());
        assertThat(after.sums().get("f_rev_detail")).isNotEqualTo(before.sums().get("f_rev_detail"));

        for (Path backup : backups) {
            Path restored = folder.resolve("restored-" + backup.getFileName());
            assertThat(run("restore", backup.toString(), "--data", restored.toString()))
                    .as(said.toString())
                    .isEqualTo(ExitCode.OK);
            try (DataDirectory directory = DataDirectory.open(restored);
                    WarehouseDatabase warehouse = WarehouseDatabase.open(directory, DatabaseSettings.DEFAULT)) {
                Totals found = totals(warehouse);
                assertThat(found).isEqualTo(found.version() == before.version() ? before : after);
            }
        }
        try (TestPortal portal = TestPortal.start(folder.resolve("restored-backup0"), Map.of())) {
            assertThat(portal.server().bean(Accounts.class).find("admin")).isPresent();
            assertThat(portal.visitor().signIn("admin", PASSWORD).headers().firstValue("Location"))
                    .get()
                    .asString()
                    .doesNotContain("failed");
            assertThat(portal.server().province().ready()).isTrue();
        }
    }

    @Test
    void reportsInFoldersAndDaysOffAreTakenAlongAndWhatAKilledBackupLeftIsNot() throws Exception {
        Path data = CiProvince.copy(Files.createDirectory(folder.resolve("data")));
        Path report = Files.createDirectories(data.resolve("folders/finance")).resolve("R01.pdf");
        Files.writeString(report, "a report");
        Files.writeString(data.resolve("holidays.properties"), "2010-02-14=off");
        Path part = Files.writeString(folder.resolve("backup.part"), "longer than nothing");
        Path backup = folder.resolve("backup");

        assertThat(run("backup", backup.toString(), "--data", data.toString())).isEqualTo(ExitCode.OK);

        assertThat(part).doesNotExist();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
                .isEqualTo("rw-------");
        Path restored = folder.resolve("restored");
        assertThat(run("restore", backup.toString(), "--data", restored.toString()))
                .isEqualTo(ExitCode.OK);
        assertThat(restored.resolve("folders/finance/R01.pdf")).hasSameTextualContentAs(report);
        assertThat(restored.resolve("holidays.properties")).hasContent("2010-02-14=off");
    }

    @Test
    void aBackupThatBreaksOffIsOnRecordAndLeavesNoFile() throws Exception {
        Path data = CiProvince.copy(Files.createDirectory(folder.resolve("data")));
        Path backup = folder.resolve("backup");
        try (TestPortal portal = TestPortal.start(data, Map.of())) {
            Files.delete(data.resolve("staging"));

            assertThat(run("backup", backup.toString(), "--data", data.toString()))
                    .as(said.toString())
                    .isEqualTo(ExitCode.FAILED);

            assertThat(portal.server().bean(Audit.class).entries(Audit.Filter.ALL, 0, 1))
                    .singleElement()
                    .satisfies(entry -> {
                        assertThat(entry.action()).isEqualTo(AuditEntry.Action.BACKUP);
                        assertThat(entry.outcome()).isEqualTo(AuditEntry.Outcome.FAILED);
                        assertThat(entry.subject()).contains("staging");
                    });
            assertThat(folder)
                    .isDirectoryNotContaining(
                            file -> file.getFileName().toString().startsWith("backup"));
        }
    }

    @Test
    void whatIsNoWholeBackupAndWhereDataAreNothingIsRestored() throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        CiProvince.copy(data);
        Path backup = folder.resolve("backup");
        assertThat(run("backup", backup.toString(), "--data", data.toString())).isEqualTo(ExitCode.OK);
        assertThat(run("backup", backup.toString(), "--data", data.toString()))
                .as("the file exists")
                .isEqualTo(ExitCode.USAGE);
        assertThat(run("restore", backup.toString(), "--data", data.toString()))
                .as("there are data")
                .isEqualTo(ExitCode.INPUT_REFUSED);

        byte[] whole = Files.readAllBytes(backup);
        Path empty = folder.resolve("empty");
        Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, whole.length / 2));
        assertThat(run("restore", cut.toString(), "--data", empty.toString())).isEqualTo(ExitCode.INPUT_REFUSED);
        Path other = Files.writeString(folder.resolve("other"), "something else");
        assertThat(run("restore", other.toString(), "--data", empty.toString())).isEqualTo(ExitCode.INPUT_REFUSED);
        Path evil = folder.resolve("evil");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(evil))) {
            zip.putNextEntry(new ZipEntry("reports/../../outside"));
            zip.closeEntry();
        }
        assertThat(run("restore", evil.toString(), "--data", empty.toString())).isEqualTo(ExitCode.INPUT_REFUSED);

        assertThat(folder.resolve("outside")).doesNotExist();
        assertThat(empty.resolve("warehouse.duckdb")).doesNotExist();
        assertThat(empty.resolve("staging")).isEmptyDirectory();
    }

    private static Totals totals(WarehouseDatabase warehouse) throws Exception {
        Map<String, String> sums = new TreeMap<>();
        try (Connection connection = warehouse.connection();
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet row = statement.executeQuery(
                    "SELECT view_name FROM duckdb_views() WHERE schema_name = 'main'"
                            + " AND regexp_matches(view_name, '^[df]_') AND NOT regexp_matches(view_name, '_v[0-9]+$')")) {
                while (row.next()) {
                    tables.add(row.getString(1));
                }
            }
            for (String table : tables) {
                try (ResultSet row = statement.executeQuery(
                        "SELECT count(*) || ' rows, ' || coalesce(sum(hash(t)), 0) FROM main.%s t".formatted(table))) {
                    row.next();
                    sums.put(table, row.getString(1));
                }
            }
        }
        return new Totals(warehouse.dataVersion().orElseThrow().version(), sums);
    }

    private int run(String... arguments) {
        CommandLine command = Shapan.commandLine();
        command.setOut(new PrintWriter(said, true));
        command.setErr(new PrintWriter(said, true));
        return command.execute(arguments);
    }
}
