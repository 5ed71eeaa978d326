package org.shapan.portal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shapan.portal.CiProvince;
import org.shapan.portal.TestPortal;
import org.shapan.portal.province.DataState;
import org.shapan.warehouse.feed.FeedFile;
import org.shapan.warehouse.feed.Manifest;
import picocli.CommandLine;

/** A load into a data directory whose server runs: the server does it, and shows the new version at once. */
class LoadThroughServerTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path data;

    @TempDir
    Path other;

    @Test
    void theServerLoadsAndPublishesOrRefusesAndKeepsWhatItHas() throws Exception {
        try (TestPortal portal =
                TestPortal.start(CiProvince.copy(data), Map.of("SHAPAN_ADMIN_PASSWORD", "a grain of sand"))) {
            assertThat(version(portal)).isEqualTo(1);

            assertThat(load(CiProvince.delivery())).isEqualTo(ExitCode.OK);
            assertThat(out.toString()).contains("Loaded already, in version 1");
            assertThat(version(portal)).isEqualTo(1);

            Path march = march();
            assertThat(load(march)).as("a closed month").isEqualTo(ExitCode.INPUT_REFUSED);
            assertThat(err.toString()).contains("month 201003 is closed");
            err.getBuffer().setLength(0);
            assertThat(load(march, "--restate")).isEqualTo(ExitCode.OK);
            assertThat(out.toString()).contains("Loaded as version 2");
            assertThat(version(portal)).isEqualTo(2);

            Files.writeString(other.resolve("manifest.json"), "{ not a manifest");
            assertThat(load(other)).isEqualTo(ExitCode.INPUT_REFUSED);
            assertThat(err.toString().strip()).startsWith("shapan: ").hasLineCount(1);
            assertThat(version(portal)).isEqualTo(2);
        }
    }

    private static long version(TestPortal portal) {
        return portal.server().province().data().map(DataState::version).orElse(-1L);
    }

    /** The last month once more, with a file that has other bytes. */
    private Path march() throws Exception {
        Path directory = Files.createDirectory(other.resolve("march"));
        Manifest all = Manifest.read(CiProvince.delivery());
        List<FeedFile> files = new ArrayList<>();
        for (FeedFile file : all.files()) {
            if (file.period() == null || file.period() == 201003) {
                Path copy = directory.resolve(file.file());
                Files.copy(CiProvince.delivery().resolve(file.file()), copy);
                files.add(file.feed().equals("target") ? rewritten(file, copy) : file);
            }
        }
        new Manifest(all.format(), all.source(), 201003, 201003, files).write(directory);
        return directory;
    }

    private static FeedFile rewritten(FeedFile file, Path path) throws Exception {
        Path plain = path.resolveSibling("plain");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (FROM '%s') TO '%s' (FORMAT parquet, COMPRESSION gzip)".formatted(path, plain));
        }
        Files.move(plain, path, StandardCopyOption.REPLACE_EXISTING);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(path));
        return new FeedFile(
                file.feed(),
                file.period(),
                file.file(),
                file.rows(),
                HexFormat.of().formatHex(digest));
    }

    private int load(Path delivery, String... options) {
        CommandLine command = Shapan.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        List<String> arguments = new ArrayList<>(List.of("load", delivery.toString(), "--data", data.toString()));
        arguments.addAll(List.of(options));
        return command.execute(arguments.toArray(String[]::new));
    }
}
