package org.shapan.warehouse.load;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.shapan.warehouse.Progress;
import org.shapan.warehouse.feed.Manifest;
import org.shapan.warehouse.load.LoadException.Code;

/**
 * A folder whose folders are loaded as they arrive, in the order of their names. One without a manifest waits; so does one whose files are
 * not all there or not yet those of the manifest, until nothing has changed in it for a while. A loaded one goes to {@code done/}, a refused
 * one to {@code refused/}, each with a text beside it. A folder leaves only after its load has ended, and the same files again change
 * nothing, so that a process may end at any time. Links are left alone. For one thread.
 */
public final class Inbox {

    /** Name that the ledger has for loads of an inbox. */
    public static final String BY = "inbox";

    /** How long an incomplete delivery may rest before it is refused, when nothing is set. */
    public static final Duration DEFAULT_PATIENCE = Duration.ofMinutes(10);

    private static final String DONE = "done";
    private static final String REFUSED = "refused";

    /** What an upload that has not ended looks like. */
    private static final Set<Code> PARTIAL = Set.of(Code.MANIFEST_INVALID, Code.FILE_MISSING, Code.CHECKSUM);

    /** What says nothing about the delivery: it is tried again. */
    private static final Set<Code> TRANSIENT = Set.of(Code.BUSY, Code.CANCELLED, Code.DATABASE);

    /** How a folder looked, when it last looked otherwise, and whether it was tried like that. */
    private record Seen(Map<String, String> files, Instant since, boolean tried) {}

    private final Path folder;
    private final Loader loader;
    private final Duration patience;
    private final Clock clock;
    private final Map<Path, Seen> waiting = new HashMap<>();

    /**
     * @param folder is made where it does not exist
     * @param patience how long an incomplete delivery may rest before it is refused
     */
    public Inbox(Path folder, Loader loader, Duration patience, Clock clock) {
        this.folder = requireNonNull(folder, "folder is null").toAbsolutePath().normalize();
        this.loader = requireNonNull(loader, "loader is null");
        this.patience = requireNonNull(patience, "patience is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /**
     * Looks once, and loads what is complete and has not changed since the last look. An interrupt ends it after the delivery that is
     * being loaded, which stays.
     *
     * @return how many versions were published
     * @throws IOException when the folder cannot be read or written
     */
    public int look() throws IOException {
        Files.createDirectories(folder.resolve(DONE));
        Files.createDirectories(folder.resolve(REFUSED));
        int published = 0;
        List<Path> deliveries = deliveries();
        waiting.keySet().retainAll(deliveries);
        for (Path delivery : deliveries) {
            if (Thread.currentThread().isInterrupted()) {
                break;
            }
            published += look(delivery) ? 1 : 0;
        }
        return published;
    }

    private boolean look(Path delivery) throws IOException {
        Map<String, String> files = files(delivery);
        Seen before = waiting.get(delivery);
        if (before == null || !before.files().equals(files)) {
            waiting.put(delivery, new Seen(files, clock.instant(), false));
            return false;
        }
        boolean rested = !clock.instant().isBefore(before.since().plus(patience));
        if (!files.containsKey(Manifest.FILE) || (before.tried() && !rested)) {
            return false;
        }
        try {
            LoadOptions defaults = LoadOptions.DEFAULT;
            LoadResult result = loader.load(
                    delivery,
                    new LoadOptions(false, defaults.maxBadShare(), defaults.maxUnknownShare(), BY),
                    Progress.NONE);
            leave(delivery, DONE, done(result));
            return result.changed();
        } catch (LoadException e) {
            if (Thread.currentThread().isInterrupted()) {
                return false; // whatever failed failed for that
            }
            if (TRANSIENT.contains(e.code()) || (PARTIAL.contains(e.code()) && !rested)) {
                Instant since = TRANSIENT.contains(e.code()) ? clock.instant() : before.since();
                waiting.put(delivery, new Seen(files, since, e.code() != Code.BUSY));
            } else {
                leave(delivery, REFUSED, refused(e));
            }
            return false;
        }
    }

    private static String done(LoadResult result) {
        return (result.changed() ? "Loaded as version " : "Loaded already, in version ")
                + result.version().version()
                + "\nBad rows kept out: "
                + result.badCounts()
                + "\n";
    }

    private static String refused(LoadException e) {
        return "%s: %s.\n%s\nBad rows found: %d\n"
                .formatted(e.code(), e.getMessage(), e.remedy(), e.badRows().size());
    }

    /** Moves a delivery; what has left under its name before keeps its own. The text comes first, so that none is without. */
    private void leave(Path delivery, String to, String text) throws IOException {
        String name = delivery.getFileName().toString();
        Path place = folder.resolve(to).resolve(name);
        for (int n = 2; Files.exists(place); n++) {
            place = folder.resolve(to).resolve(name + "-" + n);
        }
        Files.writeString(place.resolveSibling(place.getFileName() + ".txt"), text);
        Files.move(delivery, place);
        waiting.remove(delivery);
    }

    private List<Path> deliveries() throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)
                        && !name.equals(DONE)
                        && !name.equals(REFUSED)) {
                    found.add(entry);
                }
            }
        }
        found.sort(null);
        return found;
    }

    /** Size and time of each file. */
    private static Map<String, String> files(Path delivery) throws IOException {
        Map<String, String> found = new TreeMap<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(delivery)) {
            for (Path entry : entries) {
                BasicFileAttributes file =
                        Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                found.put(entry.getFileName().toString(), file.size() + " " + file.lastModifiedTime());
            }
        }
        return found;
    }
}
