package org.shapan.warehouse.load;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.shapan.warehouse.Progress;
import org.shapan.warehouse.data.DataVersion;
import org.shapan.warehouse.data.WarehouseDatabase;
import org.shapan.warehouse.feed.Manifest;
import org.shapan.warehouse.load.LoadException.Code;
import org.shapan.warehouse.load.LoadException.Place;

/**
 * Loads deliveries into a warehouse, one at a time. A delivery adds months or replaces them; readers see the old version until the
 * transaction that publishes the new one has committed, and whatever fails leaves everything as it was.
 */
public final class Loader {

    private static final System.Logger LOG = System.getLogger(Loader.class.getName());

    private final WarehouseDatabase database;
    private final QuarantineLimits limits;
    private final LoadLedger ledger;
    private final ReentrantLock writer = new ReentrantLock();
    private final List<Consumer<LoadEntry>> listeners = new CopyOnWriteArrayList<>();
    private volatile Position position;

    /** How far a load is: what its {@link Progress} was told last. */
    public record Position(String phase, long done, long total) {}

    /** With {@link QuarantineLimits#DEFAULT}. */
    public Loader(WarehouseDatabase database) {
        this(database, QuarantineLimits.DEFAULT);
    }

    /** A warehouse must have one loader only. */
    public Loader(WarehouseDatabase database, QuarantineLimits limits) {
        this.database = requireNonNull(database, "database is null");
        this.limits = requireNonNull(limits, "limits is null");
        this.ledger = new LoadLedger(database);
    }

    /** As {@link #load(Path, LoadOptions, Progress)} with {@link LoadOptions#DEFAULT}. */
    public LoadResult load(Path directory, Progress progress) {
        return load(directory, LoadOptions.DEFAULT, progress);
    }

    /**
     * Checks, derives and publishes the delivery of a directory. Phases of the progress are {@code verify} (files), {@code load} (rows)
     * and {@code publish}. An interrupt ends it before the next month. Files that are loaded already change nothing.
     *
     * @param directory where {@code manifest.json} and its files lie
     * @return the published version
     * @throws LoadException naming what is wrong, where, and what to do; nothing has changed then
     */
    public LoadResult load(Path directory, LoadOptions options, Progress progress) {
        requireNonNull(directory, "directory is null");
        requireNonNull(options, "options is null");
        requireNonNull(progress, "progress is null");
        if (!writer.tryLock()) {
            throw new LoadException(
                    Code.BUSY, Place.NONE, "another load is running", "Wait until it has ended, then load again.");
        }
        try {
            return loadAlone(directory.toAbsolutePath(), options, (phase, done, total) -> {
                position = new Position(phase, done, total);
                progress.report(phase, done, total);
            });
        } finally {
            position = null;
            writer.unlock();
        }
    }

    /** How far the load is that runs now; empty where none runs or it has told nothing yet. */
    public Optional<Position> position() {
        return Optional.ofNullable(position);
    }

    /** Hears of every load that has ended, as the ledger tells it, in the thread that loads. The listener is quick and does not throw. */
    public void whenEnded(Consumer<LoadEntry> listener) {
        listeners.add(listener);
    }

    private LoadResult loadAlone(Path directory, LoadOptions options, Progress progress) {
        long start = System.nanoTime();
        long entry = begin(directory, options.by());
        Attempt attempt = new Attempt();
        try {
            LoadResult result = load(directory, options, progress, attempt, start);
            String outcome = result.changed() ? LoadEntry.LOADED : LoadEntry.UNCHANGED;
            end(entry, new LoadLedger.Outcome(outcome, result.version().version(), null), attempt, start);
            return result;
        } catch (LoadException e) {
            end(entry, new LoadLedger.Outcome(e.code().name(), 0, e), attempt, start);
            throw e;
        } catch (RuntimeException e) {
            end(entry, new LoadLedger.Outcome(Code.DATABASE.name(), 0, failed(e)), attempt, start);
            throw e;
        }
    }

    /** How far a load came. */
    private static final class Attempt {
        private final LoadTimes.Clock clock = new LoadTimes.Clock();
        private Manifest manifest;
        private Quarantine quarantine;
    }

    private long begin(Path directory, String by) {
        try {
            return ledger.begin(directory, by);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** What the load did stands, whether the ledger can be written or not. */
    private void end(long entry, LoadLedger.Outcome outcome, Attempt attempt, long start) {
        try {
            ledger.end(
                    entry,
                    outcome,
                    attempt.manifest,
                    attempt.quarantine,
                    attempt.clock.read(),
                    Duration.ofNanos(System.nanoTime() - start),
                    limits.loads());
            ledger.load(entry).ifPresent(ended -> listeners.forEach(listener -> listener.accept(ended)));
        } catch (SQLException e) {
            LOG.log(Level.WARNING, "The ledger of loads lacks the end of load {0}: {1}", entry, e.getMessage());
        }
    }

    static LoadException failed(Exception cause) {
        return new LoadException(
                Code.DATABASE,
                Place.NONE,
                "the warehouse could not take the delivery: " + cause.getMessage(),
                "See that DATA has free disk space and that the memory limit is not too small, then load again.",
                cause);
    }

    private LoadResult load(Path directory, LoadOptions options, Progress progress, Attempt attempt, long start) {
        try (Staging staging = Staging.in(database.staging());
                Connection connection = database.connection()) {
            LoadTimes.Clock clock = attempt.clock;
            Delivery delivery = Delivery.read(directory);
            attempt.manifest = delivery.manifest();
            Admission admission = new Admission(connection, delivery, database.manifest());
            boolean changed = !admission.isLoadedAlready();
            if (changed) {
                admission.check(options);
            }
            clock.time(LoadTimes.Step.VERIFY, () -> delivery.verify(progress));
            Quarantine quarantine = new Quarantine(delivery, options.maxBadShare(), limits.rows());
            attempt.quarantine = quarantine;
            Unknown unknown = changed
                    ? publish(connection, delivery, staging, quarantine, options.maxUnknownShare(), clock, progress)
                    : new Unknown(Map.of(), 0);
            return new LoadResult(
                    database.dataVersion().orElseThrow(),
                    changed,
                    Duration.ofNanos(System.nanoTime() - start),
                    clock.read(),
                    delivery.absentFeeds(),
                    quarantine.rows(),
                    quarantine.counts(),
                    unknown.rows(),
                    unknown.repaired());
        } catch (SQLException | IOException e) {
            throw failed(e);
        }
    }

    /** Rows under unknown members by dimension, and rows of earlier loads that left theirs. */
    private record Unknown(Map<String, Long> rows, long repaired) {}

    private Unknown publish(
            Connection connection,
            Delivery delivery,
            Staging staging,
            Quarantine quarantine,
            double maxUnknownShare,
            LoadTimes.Clock clock,
            Progress progress)
            throws SQLException, IOException {
        long load = database.dataVersion().map(DataVersion::version).orElse(0L) + 1;
        KeptMonths kept = new KeptMonths(connection, database.kept());
        KeptMonths.Repair repair;
        UnknownKeys unknown;
        connection.setAutoCommit(false);
        try {
            repair = kept.repair(delivery, staging);
            if (repair.rows() > 0) {
                Delivery joined = repair.delivery();
                clock.time(LoadTimes.Step.VERIFY, () -> joined.verify(progress));
            }
            boolean repairable = Admission.reachesTheEnd(repair.delivery(), database.manifest());
            unknown = new UnknownKeys(connection, delivery, maxUnknownShare, repairable);
            FeedStage feeds = new FeedStage(connection, repair.delivery(), staging, quarantine, unknown);
            try (FeedStore store = new FeedStore(database.connection(), repair.delivery(), staging)) {
                new LoadRun(
                                connection,
                                repair.delivery(),
                                store,
                                feeds,
                                kept,
                                database.manifest(),
                                load,
                                clock,
                                progress)
                        .run();
                clock.time(LoadTimes.Step.PUBLISH, connection::commit);
            }
        } catch (LoadException e) {
            rollback(connection, e);
            throw e.after(quarantine.rows());
        } catch (SQLException | IOException | RuntimeException e) {
            rollback(connection, e);
            throw e;
        }
        database.published();
        kept.clear();
        return new Unknown(unknown.counts(), repair.rows());
    }

    private static void rollback(Connection connection, Exception reason) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }
}
