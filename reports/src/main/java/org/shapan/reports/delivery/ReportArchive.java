package org.shapan.reports.delivery;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;
import org.shapan.reports.render.ReportFormat;

/** The documents that were sent, kept as files by delivery; a file appears whole or not at all. */
public final class ReportArchive {
    private final Path folder;

    /** @param folder created when the first document comes */
    public ReportArchive(Path folder) {
        this.folder = requireNonNull(folder, "folder is null");
    }

    void keep(long deliveryId, ReportFormat format, byte[] content) {
        try {
            Files.createDirectories(folder);
            Path temporary = Files.createTempFile(folder, "report", ".part");
            try {
                Files.write(temporary, content);
                Files.move(
                        temporary,
                        file(deliveryId, format),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("keeping the document of delivery " + deliveryId + " in " + folder, e);
        }
    }

    /** The kept document, empty when there is none in that format. */
    public Optional<byte[]> read(long deliveryId, ReportFormat format) {
        Path file = file(deliveryId, format);
        try {
            return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
    }

    /**
     * Removes documents that were kept before a time.
     *
     * @return how many
     */
    public int prune(Instant before) {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        int removed = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before) && Files.deleteIfExists(file)) {
                    removed++;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("pruning " + folder, e);
        }
        return removed;
    }

    private Path file(long deliveryId, ReportFormat format) {
        return folder.resolve(deliveryId + "." + format.extension());
    }
}
