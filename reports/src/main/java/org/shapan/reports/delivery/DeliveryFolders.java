package org.shapan.reports.delivery;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.shapan.reports.delivery.DeliveryException.Fate;
import org.shapan.reports.render.RenderedReport;

/**
 * Folders that take documents in place of a mailbox. A recipient {@code folder:NAME} is the folder that is configured under that name, else the one
 * of that name below the root. Names cannot leave it: they have no separator and no dot at their beginning. A file appears whole or not at all,
 * and repeating a delivery leaves one file.
 */
public final class DeliveryFolders {
    /** What an address of a folder begins with. */
    public static final String SCHEME = "folder:";

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}_ .-]{0,63}");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Path root;
    private final Map<String, Path> configured;

    /**
     * @param root below which folders are made as they are named
     * @param configured folders elsewhere by name, setting {@code shapan.reports.folders}
     */
    public DeliveryFolders(Path root, Map<String, Path> configured) {
        this.root = requireNonNull(root, "root is null").toAbsolutePath().normalize();
        this.configured = Map.copyOf(configured);
        this.configured.keySet().forEach(name -> folder(SCHEME + name));
    }

    /** Whether an address is that of a folder. */
    public static boolean isFolder(String address) {
        return address.startsWith(SCHEME);
    }

    /**
     * The folder of an address.
     *
     * @throws DeliveryException when its name could lead elsewhere
     */
    public Path folder(String address) {
        String name = address.substring(SCHEME.length());
        if (!NAME.matcher(name).matches() || name.contains("..") || name.endsWith(".") || name.endsWith(" ")) {
            throw new DeliveryException(
                    "\"" + address + "\" is not a folder: a name has 1 to 64 letters, digits, blanks, points, _ and -,"
                            + " begins with a letter or digit and has no two points in a row",
                    Fate.REFUSED);
        }
        return configured.getOrDefault(name, root.resolve(name));
    }

    /**
     * Writes the documents of a delivery.
     *
     * @return where they are, for the ledger
     * @throws DeliveryException when the folder is refused or cannot be written now
     */
    String write(DeliveryKey key, List<RenderedReport> documents) {
        Path folder = folder(key.address());
        try {
            Files.createDirectories(folder);
            for (RenderedReport document : documents) {
                String name = document.fileName();
                int point = name.lastIndexOf('.');
                write(
                        folder,
                        name.substring(0, point) + "-" + TIME.format(key.plannedAt()) + name.substring(point),
                        document.content());
            }
        } catch (IOException e) {
            throw new DeliveryException("writing to " + folder + ": " + e.getMessage(), Fate.TRANSIENT, e);
        }
        return folder.toString();
    }

    private static void write(Path folder, String name, byte[] content) throws IOException {
        Path temporary = Files.createTempFile(folder, ".report", ".part");
        try {
            Files.write(temporary, content);
            Files.move(
                    temporary,
                    folder.resolve(name),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
