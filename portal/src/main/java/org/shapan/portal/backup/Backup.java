package org.shapan.portal.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.shapan.warehouse.data.DataDirectory;
import org.shapan.warehouse.data.DataVersion;
import org.shapan.warehouse.data.DatabaseSettings;
import org.shapan.warehouse.data.WarehouseDatabase;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a backup of a data directory that this process owns and may be using: the warehouse as one committed state, the metadata
 * database as one, and the files that belong to them. Needs the size of the warehouse once more in {@code DATA/staging}. One at a time.
 */
public final class Backup {
    private final DataDirectory directory;
    private final WarehouseDatabase warehouse;
    private final DataSource metadata;
    private final ReentrantLock lock = new ReentrantLock();

    /**
     * @param warehouse null where the process does not have it open, as with a star of somebody's own; it is opened for the backup
     * @param metadata null where nobody has the metadata database open
     */
    public Backup(DataDirectory directory, WarehouseDatabase warehouse, DataSource metadata) {
        this.directory = directory;
        this.warehouse = warehouse;
        this.metadata = metadata;
    }

    /** Writes the backup as a ZIP. What is cut short is no backup: {@link Restore} refuses it. */
    public void write(OutputStream out) throws IOException {
        lock.lock();
        try {
            Path work = Files.createTempDirectory(directory.staging(), "backup");
            try {
                write(out, work);
            } finally {
                FileSystemUtils.deleteRecursively(work);
            }
        } finally {
            lock.unlock();
        }
    }

    private void write(OutputStream out, Path work) throws IOException {
        if (warehouse != null || !Files.exists(directory.warehouseFile())) {
            write(out, work, warehouse);
            return;
        }
        try (WarehouseDatabase opened = WarehouseDatabase.open(directory, DatabaseSettings.DEFAULT)) {
            write(out, work, opened);
        }
    }

    private void write(OutputStream out, Path work, WarehouseDatabase warehouse) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        zip.setLevel(Deflater.BEST_SPEED);
        Set<String> written = new HashSet<>();
        long dataVersion = warehouse == null
                ? 0
                : warehouse.dataVersion().map(DataVersion::version).orElse(0L);
        // A load that commits meanwhile removes kept files or adds some: those of before and of after are taken.
        folders(zip, written);
        if (warehouse != null) {
            Path copy = work.resolve(BackupFormat.WAREHOUSE);
            try {
                warehouse.copyTo(copy);
            } catch (SQLException e) {
                throw new IOException("the warehouse cannot be copied: " + e.getMessage(), e);
            }
            file(zip, written, BackupFormat.WAREHOUSE, copy);
            folders(zip, written);
        }
        for (String name : BackupFormat.FILES) {
            file(zip, written, name, directory.root().resolve(name));
        }
        metadata(zip, written, work);
        zip.putNextEntry(new ZipEntry(BackupFormat.MANIFEST));
        zip.write(JsonMapper.builder()
                .build()
                .writeValueAsBytes(new BackupFormat.Manifest(
                        BackupFormat.VERSION, Instant.now().toString(), dataVersion, written.size())));
        zip.closeEntry();
        zip.finish();
        zip.flush();
    }

    private void metadata(ZipOutputStream zip, Set<String> written, Path work) throws IOException {
        if (metadata == null) {
            Path file = directory.root().resolve(BackupFormat.METADATA);
            if (Files.exists(file)) {
                file(zip, written, BackupFormat.METADATA, file);
            }
            return;
        }
        Path copy = work.resolve("metadata.zip");
        try (Connection connection = metadata.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("BACKUP TO '%s'".formatted(copy.toString().replace("'", "''")));
        } catch (SQLException e) {
            throw new IOException("the metadata database cannot be copied: " + e.getMessage(), e);
        }
        try (ZipInputStream copied = new ZipInputStream(Files.newInputStream(copy))) {
            for (ZipEntry entry = copied.getNextEntry(); entry != null; entry = copied.getNextEntry()) {
                if (entry.getName().endsWith(BackupFormat.METADATA)) {
                    written.add(BackupFormat.METADATA);
                    zip.putNextEntry(new ZipEntry(BackupFormat.METADATA));
                    copied.transferTo(zip);
                    zip.closeEntry();
                    return;
                }
            }
        }
        throw new IOException("the copy of the metadata database holds no " + BackupFormat.METADATA);
    }

    private void folders(ZipOutputStream zip, Set<String> written) throws IOException {
        for (String folder : BackupFormat.FOLDERS) {
            Path root = directory.root().resolve(folder);
            if (Files.isDirectory(root)) {
                for (Path file : files(root)) {
                    String name = directory.root().relativize(file).toString().replace('\\', '/');
                    if (!written.contains(name)) {
                        file(zip, written, name, file);
                    }
                }
            }
        }
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static void file(ZipOutputStream zip, Set<String> written, String name, Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            zip.putNextEntry(new ZipEntry(name));
            in.transferTo(zip);
            zip.closeEntry();
            written.add(name);
        } catch (NoSuchFileException e) {
            // Not there, or removed since it was listed: what it was for is in the warehouse.
        }
    }
}
