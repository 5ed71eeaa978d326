package org.shapan.warehouse.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shapan.warehouse.data.DataDirectoryException.Code;

class DataDirectoryTest {

    @TempDir
    Path temporary;

    @Test
    void aDirectoryHasOneOwnerAndSaysWho() {
        Path path = temporary.resolve("data");
        try (DataDirectory owned = DataDirectory.open(path)) {
            owned.announce(18081, "/bi");

            DataDirectoryException refused =
                    catchThrowableOfType(DataDirectoryException.class, () -> DataDirectory.open(path));

            assertThat(refused.code()).isEqualTo(Code.OWNED);
            assertThat(refused)
                    .hasMessageContaining("process %d on port 18081"
                            .formatted(ProcessHandle.current().pid()));
            assertThat(refused.remedy()).contains("--data");
            assertThat(DataDirectory.owner(path)).contains(owned.server());
        }
    }

    @Test
    void aClosedDirectoryIsFree() {
        Path path = temporary.resolve("data");
        DataDirectory.open(path).close();

        assertThat(DataDirectory.owner(path)).isEmpty();
        DataDirectory.open(path).close();
    }

    @Test
    void whatAKilledOwnerLeftDoesNotBlock() throws IOException {
        Path path = temporary.resolve("data");
        DataDirectory.open(path).close();
        Files.writeString(
                path.resolve("server.json"), "{\"pid\":1,\"port\":80,\"token\":\"old\",\"startedAt\":\"2010\"}");

        assertThat(DataDirectory.owner(path)).isEmpty();
        try (DataDirectory owned = DataDirectory.open(path)) {
            assertThat(owned.server().pid()).isEqualTo(ProcessHandle.current().pid());
        }
    }

    @Test
    void whatAKilledLoadOrRestoreLeftInStagingGoes() throws IOException {
        Path path = temporary.resolve("data");
        DataDirectory.open(path).close();
        Path reports = Files.createDirectories(path.resolve("staging/restore1/reports/2010"));
        Files.writeString(reports.resolve("R01.pdf"), "half a rep");
        Files.writeString(path.resolve("staging/load2"), "rows");
        Path kept = Files.writeString(path.resolve("kept/rows.parquet"), "rows");

        try (DataDirectory owned = DataDirectory.open(path)) {
            assertThat(owned.staging()).isEmptyDirectory();
            assertThat(kept).exists();
        }
    }

    @Test
    void onlyTheOwnerReadsTheTokenAndNoLogShowsIt() throws IOException {
        Path path = temporary.resolve("data");
        try (DataDirectory owned = DataDirectory.open(path)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path.resolve("server.json"))))
                    .isEqualTo("rw-------");
            assertThat(owned.server().token()).hasSize(64);
            assertThat(owned.server().toString()).doesNotContain(owned.server().token());
        }
    }

    @Test
    void aPathThatIsAFileIsRefused() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "text");

        DataDirectoryException refused =
                catchThrowableOfType(DataDirectoryException.class, () -> DataDirectory.open(file));

        assertThat(refused.code()).isEqualTo(Code.NOT_USABLE);
        assertThat(file).hasContent("text");
    }

    @Test
    void aDamagedWarehouseIsRefusedAndKept() throws IOException {
        try (DataDirectory owned = DataDirectory.open(temporary.resolve("data"))) {
            Files.writeString(owned.warehouseFile(), "this is no database, only some text that is long enough");

            DataDirectoryException refused = catchThrowableOfType(
                    DataDirectoryException.class, () -> WarehouseDatabase.open(owned, DatabaseSettings.DEFAULT));

            assertThat(refused.code()).isEqualTo(Code.DATABASE);
            assertThat(owned.warehouseFile()).exists();
        }
    }

    @Test
    void sqlOfTheWarehouseReadsNoFileOutsideStagingAndChangesNoSetting() throws Exception {
        Path secret = Files.writeString(temporary.resolve("secret.csv"), "a\n1\n");
        try (DataDirectory owned = DataDirectory.open(temporary.resolve("data"));
                WarehouseDatabase warehouse = WarehouseDatabase.open(owned, new DatabaseSettings("200MB", 1));
                Connection connection = warehouse.dataSource().getConnection()) {
            for (String sql : new String[] {
                "SELECT * FROM read_csv('%s')".formatted(secret),
                "COPY (SELECT 1) TO '%s'".formatted(temporary.resolve("out.csv")),
                "ATTACH '%s'".formatted(temporary.resolve("other.duckdb")),
                "SET memory_limit = '4GB'",
                "SET enable_external_access = true"
            }) {
                assertThatThrownBy(() -> execute(connection, sql)).as(sql).isInstanceOf(SQLException.class);
            }
            Files.writeString(owned.staging().resolve("in.csv"), "a\n1\n");
            execute(
                    connection,
                    "SELECT * FROM read_csv('%s')".formatted(owned.staging().resolve("in.csv")));
        }
    }

    @Test
    void aReaderKeepsItsVersionWhileAWriterCommits() throws Exception {
        try (DataDirectory owned = DataDirectory.open(temporary.resolve("data"));
                WarehouseDatabase warehouse = WarehouseDatabase.open(owned, new DatabaseSettings("200MB", 1));
                Connection reader = warehouse.connection();
                Connection writer = warehouse.connection()) {
            execute(writer, "CREATE TABLE t AS SELECT 1 AS a");
            reader.setAutoCommit(false);
            assertThat(number(reader, "SELECT a FROM t")).isEqualTo(1);

            execute(writer, "CREATE OR REPLACE TABLE t AS SELECT 2 AS a");

            assertThat(number(reader, "SELECT a FROM t")).isEqualTo(1);
            reader.commit();
            assertThat(number(reader, "SELECT a FROM t")).isEqualTo(2);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }
}
