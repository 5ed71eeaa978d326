package org.shapan.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.shapan.warehouse.feed.FeedFile;
import org.shapan.warehouse.feed.Manifest;

/** The rows of a Parquet delivery as CSV. */
final class CsvDelivery {

    private CsvDelivery() {}

    /** Writes it and returns its directory. */
    static Path of(Path parquet, Path directory) throws IOException, SQLException {
        Files.createDirectories(directory);
        Manifest manifest = Manifest.read(parquet);
        List<FeedFile> files = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            for (FeedFile file : manifest.files()) {
                String name = file.file().replace(".parquet", ".csv");
                Path written = directory.resolve(name);
                statement.execute("COPY (FROM read_parquet('%s')) TO '%s' (HEADER)"
                        .formatted(parquet.resolve(file.file()), written));
                files.add(new FeedFile(file.feed(), file.period(), name, file.rows(), sha256(written)));
            }
        }
        new Manifest(
                        manifest.format(),
                        manifest.source(),
                        manifest.firstMonth(),
                        manifest.lastMonth(),
                        manifest.provisional(),
                        null,
                        files)
                .write(directory);
        return directory;
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
