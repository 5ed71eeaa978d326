package org.shapan.warehouse.load;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
    private final List<YearMonth> months;
    private final Map<FeedFile, KeptFile> kept;

    /** A file of an earlier delivery, and the encoding it has as CSV. */
    record KeptFile(Path path, Charset charset) {}

    private Delivery(
            Path directory,
            Manifest manifest,
            Map<Slot, FeedFile> files,
            List<YearMonth> months,
            Map<FeedFile, KeptFile> kept) {
        this.directory = directory;
        this.manifest = manifest;
        this.files = files;
        this.months = List.copyOf(months);
        this.kept = Map.copyOf(kept);
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
        return new Delivery(
                directory,
                manifest,
                files,
                months(yearMonth(manifest.firstMonth()), yearMonth(manifest.lastMonth())),
                Map.of());
    }

    /** The same delivery with months of earlier ones. Where both have a month, it is taken from this. */
    Delivery with(Map<FeedFile, KeptFile> earlier) {
        Set<YearMonth> all = new TreeSet<>(months);
        Map<Slot, FeedFile> joined = new HashMap<>();
        for (FeedFile file : earlier.keySet()) {
            YearMonth month = yearMonth(file.period());
            if (!months.contains(month)) {
                joined.put(new Slot(file.feed(), file.period()), file);
                if (file.feed().equals(Feeds.REV_ITEM.name())) {
                    all.add(month);
                }
            }
        }
        files.forEach((slot, file) -> {
            boolean isOpening = slot.period() != 0 && !months.contains(yearMonth(slot.period()));
            if (!isOpening || !all.contains(yearMonth(slot.period()))) {
                joined.put(slot, file);
            }
        });
        return new Delivery(directory, manifest, joined, List.copyOf(all), earlier);
    }

    /** What was delivered, without what is joined to it. */
    Manifest manifest() {
        return manifest;
    }

    /** All files that are loaded. */
    Collection<FeedFile> files() {
        return files.values();
    }

    /** Rows of all files that are loaded. */
    long rows() {
        return files.values().stream().mapToLong(FeedFile::rows).sum();
    }

    /** Months with facts, ascending. */
    List<YearMonth> months() {
        return months;
    }

    private static List<YearMonth> months(YearMonth first, YearMonth last) {
        return Stream.iterate(first, m -> !m.isAfter(last), m -> m.plusMonths(1))
                .toList();
    }

    /** All files of a feed that are loaded, by period. */
    List<FeedFile> files(Feed feed) {
        return files.values().stream()
                .filter(file -> file.feed().equals(feed.name()))
                .sorted(Comparator.comparing(FeedFile::period, Comparator.nullsFirst(Comparator.naturalOrder())))
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
        return kept.containsKey(file) ? kept.get(file).path() : directory.resolve(file.file());
    }

    /** The encoding of a CSV file. */
    Charset charset(FeedFile file) {
        return kept.containsKey(file) ? kept.get(file).charset() : manifest.charset();
    }

    static int number(YearMonth month) {
        return month.getYear() * 100 + month.getMonthValue();
    }

    /** Compares every file with its checksum. */
    void verify(Progress progress) {
        long done = 0;
        for (FeedFile file : files.values()) {
            progress.report("verify", done++, files.size());
            Path path = path(file);
            try {
                String found = FeedFile.sha256(path);
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
        progress.report("verify", files.size(), files.size());
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
}
