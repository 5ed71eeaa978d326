package org.shapan.benchmarks.province;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A folder for what a bench makes for itself; closing deletes it with everything in it.
 *
 * @param path of the folder, which nobody else has
 */
public record ScratchFolder(Path path) implements AutoCloseable {
    /** @param name what its name begins with */
    public static ScratchFolder create(String name) throws IOException {
        return new ScratchFolder(Files.createTempDirectory(name));
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
