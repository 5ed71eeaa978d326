package org.shapan.warehouse.data;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.shapan.warehouse.data.DataDirectoryException.Code;

/**
 * A DATA directory that this process owns until {@link #close()}. Ownership is a lock on {@code DATA/lock}, which the operating system
 * gives back even when the process is killed; {@code DATA/server.json} tells others who the owner is.
 */
public final class DataDirectory implements AutoCloseable {

    private static final String LOCK = "lock";
    private static final String SERVER = "server.json";
    private static final int TOKEN_BYTES = 32;

    private final Path root;
    private final FileChannel channel;
    private final FileLock lock;
    private ServerInfo server;

    private DataDirectory(Path root, FileChannel channel, FileLock lock, ServerInfo server) {
        this.root = root;
        this.channel = channel;
        this.lock = lock;
        this.server = server;
    }

    /**
     * Takes ownership of a directory, which is created when it does not exist.
     *
     * @throws DataDirectoryException {@link Code#OWNED} naming the owner's process and port, or {@link Code#NOT_USABLE}
     */
    public static DataDirectory open(Path path) {
        Path root = requireNonNull(path, "path is null").toAbsolutePath().normalize();
        FileChannel channel = null;
        try {
            Files.createDirectories(root);
            channel = FileChannel.open(root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw owned(root, ServerFile.read(root.resolve(SERVER)));
            }
            ServerInfo server = new ServerInfo(
                    ProcessHandle.current().pid(),
                    0,
                    "",
                    newToken(),
                    Instant.now().toString());
            DataDirectory directory = new DataDirectory(root, channel, lock, server);
            directory.createLayout();
            empty(directory.staging());
            ServerFile.write(root.resolve(SERVER), server);
            return directory;
        } catch (IOException e) {
            closeQuietly(channel, e);
            throw new DataDirectoryException(
                    Code.NOT_USABLE,
                    "data directory %s cannot be used: %s".formatted(root, e),
                    "Name a directory that this user may create and write, with --data DIR.",
                    e);
        }
    }

    /**
     * The running owner of a directory, or empty when nobody owns it. It may end at any time after this answer.
     *
     * @throws DataDirectoryException {@link Code#NOT_USABLE} when the directory cannot be read
     */
    public static Optional<ServerInfo> owner(Path path) {
        Path root = requireNonNull(path, "path is null").toAbsolutePath().normalize();
        Path lockFile = root.resolve(LOCK);
        if (!Files.exists(lockFile)) {
            return Optional.empty();
        }
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE)) {
            FileLock lock = tryLock(channel);
            if (lock != null) {
                lock.release();
                return Optional.empty();
            }
            return ServerFile.read(root.resolve(SERVER));
        } catch (IOException e) {
            throw new DataDirectoryException(
                    Code.NOT_USABLE,
                    "data directory %s cannot be read: %s".formatted(root, e),
                    "Run as the user who owns the directory.",
                    e);
        }
    }

    /**
     * Tells others where this process serves.
     *
     * @param path below which it does; empty for the root
     * @return what they will read
     */
    public synchronized ServerInfo announce(int port, String path) {
        ServerInfo announced = new ServerInfo(server.pid(), port, path, server.token(), server.startedAt());
        try {
            ServerFile.write(root.resolve(SERVER), announced);
        } catch (IOException e) {
            throw new DataDirectoryException(
                    Code.NOT_USABLE,
                    "%s cannot be written: %s".formatted(root.resolve(SERVER), e),
                    "Free disk space.",
                    e);
        }
        server = announced;
        return announced;
    }

    /** This process as others see it. */
    public synchronized ServerInfo server() {
        return server;
    }

    /** Absolute path of the directory. */
    public Path root() {
        return root;
    }

    /** The DuckDB file of the warehouse. */
    public Path warehouseFile() {
        return root.resolve("warehouse.duckdb");
    }

    /** Base path of the metadata database (users, schedules …), without the suffix its driver appends. */
    public Path metadataFile() {
        return root.resolve("metadata");
    }

    /** Where generated extracts lie before they are loaded. */
    public Path extracts() {
        return root.resolve("extracts");
    }

    /** Work space of loads, backups and restores, empty when the directory is opened; the only place outside its file that the warehouse may read. */
    public Path staging() {
        return root.resolve("staging");
    }

    /** Files of months that wait for a dimension, until they are loaded again. */
    public Path kept() {
        return root.resolve("kept");
    }

    /** Spill files of the warehouse. */
    public Path temporary() {
        return root.resolve("tmp");
    }

    /** Mails that go nowhere else. */
    public Path outbox() {
        return root.resolve("outbox");
    }

    /** Rendered reports. */
    public Path reports() {
        return root.resolve("reports");
    }

    /** Log files. */
    public Path logs() {
        return root.resolve("logs");
    }

    /** With these a new file is for its owner only; none where the file system has no such rights. */
    public static FileAttribute<?>[] ownerOnly() {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        };
    }

    /** Gives the directory free. Databases in it must be closed before. */
    @Override
    public synchronized void close() {
        if (!channel.isOpen()) {
            return;
        }
        try (channel) {
            Files.deleteIfExists(root.resolve(SERVER));
            lock.release();
        } catch (IOException e) {
            throw new DataDirectoryException(
                    Code.NOT_USABLE,
                    "data directory %s cannot be given free: %s".formatted(root, e),
                    "End this process; the system then frees it.",
                    e);
        }
    }

    private void createLayout() throws IOException {
        for (Path folder : new Path[] {extracts(), staging(), kept(), temporary(), outbox(), reports(), logs()}) {
            Files.createDirectories(folder);
        }
    }

    /** Removes what a killed owner left: a load, a backup or a restore under way. */
    private static void empty(Path folder) throws IOException {
        try (Stream<Path> left = Files.walk(folder)) {
            for (Path each : left.sorted(Comparator.reverseOrder()).toList()) {
                if (!each.equals(folder)) {
                    Files.delete(each);
                }
            }
        }
    }

    /** Null when somebody else holds it. */
    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // held by this very process
        }
    }

    private static DataDirectoryException owned(Path root, Optional<ServerInfo> owner) {
        String who = owner.map(o -> o.port() == 0
                        ? "process %d, which is starting".formatted(o.pid())
                        : "process %d on port %d".formatted(o.pid(), o.port()))
                .orElse("another process");
        return new DataDirectoryException(
                Code.OWNED,
                "data directory %s is owned by %s".formatted(root, who),
                "Stop that process, or name another directory with --data DIR.",
                null);
    }

    private static String newToken() {
        byte[] bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static void closeQuietly(FileChannel channel, IOException reason) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }
}
