package org.shapan.warehouse.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.shapan.warehouse.Progress;
import org.shapan.warehouse.feed.Feed;
import org.shapan.warehouse.feed.FeedFile;
import org.shapan.warehouse.feed.Feeds;
import org.shapan.warehouse.feed.Manifest;
import org.shapan.warehouse.load.LoadException.Code;
import org.shapan.warehouse.load.LoadException.Place;

/** A directory with a manifest and every file of every feed that is not optional; {@link #verify} compares the bytes. */
final class Delivery {

    private static final String DELIVER_AGAIN = "Deliver the directory again, complete and with its manifest.";

    /** A file's feed and period; the period is 0 for a feed delivered whole. */
    private record Slot(String feed, int period) {}

    private final Path directory;
    private final Manifest manifest;
    private final Map<Slot, FeedFile> files;

    private Delivery(Path directory, Manifest manifest, Map<Slot, FeedFile> files) {
        this.directory = directory;
        this.manifest = manifest;
        this.files = files;
    }

    /** Reads the manifest and finds its files. */
    static Delivery read(Path directory) {
        Manifest manifest = manifest(directory);
        Map<Slot, FeedFile> files = new HashMap<>();
        for (FeedFile file : manifest.files()) {
            Feed feed = feed(file);
            Slot slot = new Slot(feed.name(), file.period() == null ? 0 : file.period());
            if ((feed.period() == Feed.Period.WHOLE) != (file.period() == null) || files.put(slot, file) != null) {
                throw invalid(file, "the manifest has no or more than one place for " + file.file());
            }
            Path path = directory.resolve(file.file());
            if (!directory.normalize().equals(path.normalize().getParent())) {
                throw invalid(file, "the manifest names a file outside the directory: " + file.file());
            }
            if (!Files.isRegularFile(path)) {
                throw missing(file.feed(), file.file());
            }
        }
        return new Delivery(directory, manifest, files);
    }

    Manifest manifest() {
        return manifest;
    }

    /** Months with facts, from the first to the last. */
    List<YearMonth> months() {
        YearMonth last = yearMonth(manifest.lastMonth());
        return Stream.iterate(yearMonth(manifest.firstMonth()), m -> !m.isAfter(last), m -> m.plusMonths(1))
                .toList();
    }

    /** The file of a whole feed; empty only where the feed is optional. */
    Optional<FeedFile> file(Feed feed) {
        return Optional.ofNullable(files.get(new Slot(feed.name(), 0)));
    }

    /** The file of a month; empty only where the feed is optional. */
    Optional<FeedFile> file(Feed feed, YearMonth month) {
        return Optional.ofNullable(files.get(new Slot(feed.name(), number(month))));
    }

    /** Names of the optional feeds of which there is no file at all. */
    List<String> absentFeeds() {
        return Feeds.ALL.stream()
                .filter(Feed::optional)
                .filter(feed -> manifest.files(feed).isEmpty())
                .map(Feed::name)
                .toList();
    }

    Path path(FeedFile file) {
        return directory.resolve(file.file());
    }

    static int number(YearMonth month) {
        return month.getYear() * 100 + month.getMonthValue();
    }

    /** Compares every file with its checksum. */
    void verify(Progress progress) {
        long done = 0;
        for (FeedFile file : manifest.files()) {
            progress.report("verify", done++, manifest.files().size());
            Path path = path(file);
            try {
                String found = sha256(path);
                if (!found.equalsIgnoreCase(file.sha256())) {
                    throw new LoadException(
                            Code.CHECKSUM,
                            place(file),
                            "%s is not the file the manifest vouches for: SHA-256 is %s, expected %s"
                                    .formatted(file.file(), found, file.sha256()),
                            DELIVER_AGAIN);
                }
            } catch (IOException e) {
                throw new LoadException(
                        Code.FILE_UNREADABLE, place(file), path + " cannot be read: " + e, DELIVER_AGAIN, e);
            }
        }
        progress.report("verify", manifest.files().size(), manifest.files().size());
    }

    static Place place(FeedFile file) {
        return new Place(file.feed(), file.file(), null);
    }

    /**
     * Every month must be whole. Dimensions and other feeds that are not cut by month may be left out, all of them, when they are there
     * already, and the opening position where an earlier load has kept it.
     *
     * @param loaded whether the warehouse has a version
     * @param opened whether it knows the position at the end of the month before the first
     */
    void requireFeeds(boolean loaded, boolean opened) {
        boolean dimensions =
                !loaded || Feeds.DIMENSIONS.stream().anyMatch(feed -> file(feed).isPresent());
        for (Feed feed : Feeds.ALL) {
            if (feed.optional()) {
                continue;
            }
            if (feed.period() == Feed.Period.MONTH) {
                months().forEach(month -> require(feed, number(month)));
            } else if (feed.equals(Feeds.EXPECTED_TOTALS) || (Feeds.DIMENSIONS.contains(feed) ? dimensions : !loaded)) {
                require(feed, 0);
            }
        }
        if (!opened) {
            int before = number(months().getFirst().minusMonths(1));
            Feeds.OPENING.stream().filter(feed -> !feed.optional()).forEach(feed -> require(feed, before));
        }
    }

    private void require(Feed feed, int period) {
        if (!files.containsKey(new Slot(feed.name(), period))) {
            throw missing(feed.name(), period == 0 ? feed.name() : feed.name() + " of " + period);
        }
    }

    private static Manifest manifest(Path directory) {
        try {
            Manifest manifest = Manifest.read(directory);
            YearMonth first = yearMonth(manifest.firstMonth());
            if (first.isAfter(yearMonth(manifest.lastMonth()))) {
                throw new IOException("its first month is after its last");
            }
            return manifest;
        } catch (NoSuchFileException e) {
            throw new LoadException(
                    Code.MANIFEST_MISSING,
                    new Place(null, Manifest.FILE, null),
                    "%s has no %s".formatted(directory, Manifest.FILE),
                    "Name the directory of a delivery; ./shapan generate --out DIR makes one.",
                    e);
        } catch (IOException | DateTimeException e) {
            throw new LoadException(
                    Code.MANIFEST_INVALID,
                    new Place(null, Manifest.FILE, null),
                    "the manifest of %s is not valid: %s".formatted(directory, e.getMessage()),
                    DELIVER_AGAIN,
                    e);
        }
    }

    private static Feed feed(FeedFile file) {
        try {
            return Feeds.named(file.feed());
        } catch (IllegalArgumentException e) {
            throw invalid(file, e.getMessage());
        }
    }

    static YearMonth yearMonth(int number) {
        return YearMonth.of(number / 100, number % 100);
    }

    private static LoadException invalid(FeedFile file, String message) {
        return new LoadException(Code.MANIFEST_INVALID, place(file), message, DELIVER_AGAIN);
    }

    private static LoadException missing(String feed, String what) {
        return new LoadException(
                Code.FILE_MISSING, new Place(feed, null, null), "the delivery has no file " + what, DELIVER_AGAIN);
    }

    private static String sha256(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
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
