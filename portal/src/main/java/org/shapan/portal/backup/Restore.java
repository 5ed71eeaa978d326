package org.shapan.portal.backup;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.shapan.warehouse.data.DataDirectory;
import org.springframework.util.FileSystemUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Puts a backup into a data directory without data. The whole file is read and checked before anything takes its place. */
public final class Restore {
    private Restore() {}

    /**
     * Restores.
     *
     * @param directory owned by this process
     * @return number of files restored
     * @throws BackupException where the file is no backup or cut short, or the directory has data already: nothing has changed
     */
    public static int into(DataDirectory directory, Path backup) throws IOException {
        for (String there : List.of(BackupFormat.WAREHOUSE, BackupFormat.METADATA)) {
            if (Files.exists(directory.root().resolve(there))) {
                throw new BackupException(directory.root() + " has data already: " + there
                        + ". Name an empty directory with --data, or move this one away.");
            }
        }
        Path work = Files.createTempDirectory(directory.staging(), "restore");
        try {
            List<String> names = unpack(backup, work);
            for (String name : names) {
                Path target = directory.root().resolve(name);
                Files.createDirectories(target.getParent());
                Files.move(work.resolve(name), target, StandardCopyOption.REPLACE_EXISTING);
            }
            return names.size();
        } finally {
            FileSystemUtils.deleteRecursively(work);
        }
    }

    /** @return names of the files, the databases last: without them a restore that was killed can be repeated */
    private static List<String> unpack(Path backup, Path work) throws IOException {
        Set<String> names = new HashSet<>();
        BackupFormat.Manifest manifest = null;
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(backup))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                if (name.equals(BackupFormat.MANIFEST)) {
                    manifest = JsonMapper.builder().build().readValue(zip.readAllBytes(), BackupFormat.Manifest.class);
                } else {
                    Path target = target(work, name);
                    Files.createDirectories(target.getParent());
                    Files.copy(zip, target);
                    names.add(name);
                }
            }
        } catch (ZipException | EOFException | JacksonException e) {
            throw new BackupException(backup + " is no backup or is damaged: " + e.getMessage() + ". Take another.", e);
        }
        if (manifest == null || manifest.entries() != names.size()) {
            throw new BackupException(backup + " is no backup or is cut short. Take another.");
        }
        if (manifest.version() != BackupFormat.VERSION) {
            throw new BackupException(backup + " has format " + manifest.version() + ", this version reads "
                    + BackupFormat.VERSION + ". Restore it with the version that wrote it.");
        }
        List<String> ordered = new ArrayList<>(names);
        ordered.sort(Comparator.comparingInt(List.of(BackupFormat.METADATA, BackupFormat.WAREHOUSE)::indexOf));
        return ordered;
    }

    /** Where an entry goes; names that lead elsewhere are refused. */
    private static Path target(Path work, String name) {
        Path target = work.resolve(name).normalize();
        if (!BackupFormat.holds(name) || !target.startsWith(work)) {
            throw new BackupException("the backup holds a file it must not hold: " + name
                    + ". Restore it with the version that wrote it.");
        }
        return target;
    }
}
