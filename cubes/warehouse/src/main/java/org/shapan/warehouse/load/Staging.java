package org.shapan.warehouse.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A folder of its own in the only place where the warehouse may read files; it goes when the load ends. */
final class Staging implements AutoCloseable {

    private final Path folder;

    private Staging(Path folder) {
        this.folder = folder;
    }

    static Staging in(Path staging) throws IOException {
        return new Staging(Files.createTempDirectory(staging, "load"));
    }

    /** Brings a file in: by a link where the file system allows it, else by a copy. */
    Path take(Path file) throws IOException {
        Path staged = folder.resolve(file.getFileName());
        if (Files.exists(staged)) {
            return staged;
        }
        try {
            return Files.createLink(staged, file.toRealPath());
        } catch (UnsupportedOperationException | FileSystemException e) {
            return Files.copy(file, staged);
        }
    }

    /** Where a file of that name may be written. */
    Path place(String name) {
        return folder.resolve(Path.of(name).getFileName());
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> staged = Files.list(folder)) {
            staged.forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        Files.delete(folder);
    }
}
