package org.shapan.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
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
                files.add(new FeedFile(file.feed(), file.period(), name, file.rows(), FeedFile.sha256(written)));
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
}
