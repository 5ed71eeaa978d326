package org.shapan.warehouse.generator;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.shapan.warehouse.feed.Feed;
import org.shapan.warehouse.feed.FeedFile;

/** The files of a run as they come to be; thread-safe. */
final class Delivery implements AutoCloseable {

    /** Writes the rows of one file. */
    @FunctionalInterface
    interface Rows {
        void write(FeedWriter out) throws SQLException;
    }

    private final Path directory;
    private final Scratch scratch = new Scratch();
    private final Ledger ledger = new Ledger();
    private final List<FeedFile> files = new ArrayList<>();

    Delivery(Path directory) {
        this.directory = directory;
    }

    void whole(Feed feed, Rows rows) throws IOException {
        write(feed, null, feed.fileName(), null, rows);
    }

    void month(Feed feed, int month, Rows rows) throws IOException {
        String item =
                switch (feed.name()) {
                    case "rev_item" -> "service";
                    case "sp_user" -> "sp_code";
                    default -> null;
                };
        write(feed, Months.number(month), feed.fileName(Months.of(month)), item, rows);
    }

    private void write(Feed feed, Integer period, String name, String item, Rows rows) throws IOException {
        try (FeedWriter writer = new FeedWriter(scratch, feed, period, directory.resolve(name), item)) {
            rows.write(writer);
            FeedFile file = writer.finish(ledger);
            synchronized (files) {
                files.add(file);
            }
        } catch (SQLException e) {
            throw new IOException("cannot write " + directory.resolve(name) + ": " + e.getMessage(), e);
        }
    }

    Ledger ledger() {
        return ledger;
    }

    /** Files written so far by name. */
    List<FeedFile> files() {
        synchronized (files) {
            return files.stream().sorted(Comparator.comparing(FeedFile::file)).toList();
        }
    }

    @Override
    public void close() throws IOException {
        try {
            scratch.close();
        } catch (SQLException e) {
            throw new IOException("cannot close the scratch databases: " + e.getMessage(), e);
        }
    }
}
