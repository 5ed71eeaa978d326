package org.shapan.warehouse.load;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.shapan.warehouse.Progress;
import org.shapan.warehouse.data.WarehouseDatabase;
import org.shapan.warehouse.load.LoadException.Code;
import org.shapan.warehouse.load.LoadException.Place;

/**
 * Loads deliveries into a warehouse, one at a time. A delivery replaces the facts that are there; readers see the old version until the
 * transaction that publishes the new one has committed, and whatever fails leaves everything as it was.
 */
public final class Loader {

    private final WarehouseDatabase database;
    private final ReentrantLock writer = new ReentrantLock();

    /** A warehouse must have one loader only. */
    public Loader(WarehouseDatabase database) {
        this.database = requireNonNull(database, "database is null");
    }

    /**
     * Checks, derives and publishes the delivery of a directory. Phases of the progress are {@code verify} (files), {@code load} (rows)
     * and {@code publish}. An interrupt ends it before the next month.
     *
     * @param directory where {@code manifest.json} and its files lie
     * @return the published version
     * @throws LoadException naming what is wrong, where, and what to do; nothing has changed then
     */
    public LoadResult load(Path directory, Progress progress) {
        requireNonNull(directory, "directory is null");
        requireNonNull(progress, "progress is null");
        if (!writer.tryLock()) {
            throw new LoadException(
                    Code.BUSY, Place.NONE, "another load is running", "Wait until it has ended, then load again.");
        }
        try {
            long start = System.nanoTime();
            Delivery delivery = Delivery.read(directory.toAbsolutePath());
            delivery.verify(progress);
            loadAndPublish(delivery, progress);
            return new LoadResult(
                    database.dataVersion().orElseThrow(),
                    Duration.ofNanos(System.nanoTime() - start),
                    delivery.absentFeeds());
        } finally {
            writer.unlock();
        }
    }

    private void loadAndPublish(Delivery delivery, Progress progress) {
        try (Staging staging = Staging.in(database.staging());
                Connection connection = database.connection()) {
            connection.setAutoCommit(false);
            try {
                new LoadRun(connection, delivery, staging, progress).run();
                connection.commit();
            } catch (SQLException | IOException | RuntimeException e) {
                rollback(connection, e);
                throw e;
            }
        } catch (SQLException | IOException e) {
            throw new LoadException(
                    Code.DATABASE,
                    Place.NONE,
                    "the warehouse could not take the delivery: " + e.getMessage(),
                    "See that DATA has free disk space and that the memory limit is not too small, then load again.",
                    e);
        }
    }

    private static void rollback(Connection connection, Exception reason) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }
}
