package org.shapan.engine.conformance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * Finds the conformance data, which is no part of the repository: the folder that the environment variable {@code SHAPAN_SHARED}
 * names, else {@code ../shared} beside the repository. Tests that need it are skipped, with the number of their cases, where it is
 * absent.
 */
public final class SharedFiles {
    private SharedFiles() {}

    /** The folder of the FoodMart cases; the running test is skipped when it is absent, saying that {@code cases} were. */
    public static Path foodMart(int cases) {
        Optional<Path> folder = find("conformance/foodmart");
        if (folder.isEmpty()) {
            String message = "skipped " + cases + " conformance cases: no folder "
                    + root().resolve("conformance/foodmart") + " (set SHAPAN_SHARED)";
            System.out.println(message);
            Assumptions.abort(message);
        }
        return folder.get();
    }

    /** A file or folder below the shared folder, if it is there. */
    public static Optional<Path> find(String name) {
        Path path = root().resolve(name);
        return Files.exists(path) ? Optional.of(path) : Optional.empty();
    }

    private static Path root() {
        String named = System.getenv("SHAPAN_SHARED");
        return named == null || named.isBlank()
                ? repository().resolveSibling("shared")
                : Path.of(named).toAbsolutePath();
    }

    /** The folder of the repository. */
    public static Path repository() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve(".mvn"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException(
                        "not inside the repository: " + Path.of("").toAbsolutePath());
            }
        }
        return folder;
    }
}
