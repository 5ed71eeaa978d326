package org.shapan.reports.delivery;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.shapan.reports.delivery.DeliveryException.Fate;
import org.shapan.reports.render.RenderedReport;

/**
 * Folders that take documents in place of a mailbox. A recipient {@code folder:NAME} is the folder that is configured under that name, else the one
 * of that name below the root. Names cannot leave it: they have no separator and no dot at their beginning. A file appears whole or not at all;
 * every delivery has files of its own, and repeating it leaves the same ones.
 */
public final class DeliveryFolders {
    /** What an address of a folder begins with. */
    public static final String SCHEME = "folder:";

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}_ .-]{0,63}");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** Permissions of the files unless others are set: nobody but the account of the server reads them. */
    public static final String PRIVATE = "rw-------";

    private final Path root;
    private final Map<String, Path> configured;
    private final Set<PosixFilePermission> permissions;

    /**
     * @param root below which folders are made as they are named
     * @param configured folders elsewhere by name, setting {@code shapan.reports.folders}
     * @param permissions of the files as {@code ls} shows them, where the file system knows such; setting {@code shapan.reports.folder-permissions}
     */
    public DeliveryFolders(Path root, Map<String, Path> configured, String permissions) {
        this.root = requireNonNull(root, "root is null").toAbsolutePath().normalize();
        this.configured = Map.copyOf(configured);
        this.permissions = permissions(permissions);
        this.configured.keySet().forEach(name -> folder(SCHEME + name));
    }

    private static Set<PosixFilePermission> permissions(String text) {
        try {
            return PosixFilePermissions.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "shapan.reports.folder-permissions: \"" + text + "\" is not of the form " + PRIVATE, e);
        }
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
    Path folder(String address) {
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
                        name.substring(0, point) + "-" + TIME.format(key.plannedAt()) + "-" + key.digits()
                                + name.substring(point),
                        document.content());
            }
        } catch (IOException e) {
            throw new DeliveryException("writing to " + folder + ": " + e.getMessage(), Fate.TRANSIENT, e);
        }
        return folder.toString();
    }

    private void write(Path folder, String name, byte[] content) throws IOException {
        Path temporary = Files.createTempFile(folder, ".report", ".part");
        try {
            Files.write(temporary, content);
            if (Files.getFileAttributeView(temporary, PosixFileAttributeView.class) != null) {
                Files.setPosixFilePermissions(temporary, permissions);
            }
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
