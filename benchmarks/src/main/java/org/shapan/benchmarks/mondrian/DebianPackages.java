package org.shapan.benchmarks.mondrian;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Mondrian's jars from Debian's packages, downloaded with apt-get and unpacked beside nothing that is installed. */
final class DebianPackages {
    /** The package and what its classes need: its dependencies, and the libraries that these leave unsaid. */
    private static final List<String> NAMES = List.of(
            "libmondrian-java",
            "cup",
            "libcommons-collections3-java",
            "libcommons-dbcp-java",
            "libcommons-io-java",
            "libcommons-logging-java",
            "libcommons-math-java",
            "libcommons-pool-java",
            "libcommons-vfs-java",
            "libeigenbase-farrago-java",
            "libeigenbase-resgen-java",
            "liblog4j1.2-java");
    /** Their jars; olap4j is that of this process. */
    private static final List<String> JARS = List.of(
            "mondrian",
            "cup_runtime",
            "commons-collections3",
            "commons-dbcp",
            "commons-io",
            "commons-logging",
            "commons-math",
            "commons-pool",
            "commons-vfs2",
            "eigenbase-properties",
            "eigenbase-resgen",
            "eigenbase-xom",
            "log4j-1.2");

    private static final String LOG = "log";

    private DebianPackages() {}

    /**
     * Puts the jars into a folder.
     *
     * @throws IOException with what to do when this system has no such packages
     */
    static void fetch(Path jars, Path scratch) throws IOException, InterruptedException {
        List<String> download = new ArrayList<>(List.of("apt-get", "-q", "download"));
        download.addAll(NAMES);
        if (run(scratch, download) != 0) {
            run(scratch, List.of("apt-get", "-q", "update"));
            if (run(scratch, download) != 0) {
                throw new IOException(
                        "Debian's package libmondrian-java cannot be downloaded here; give a folder with Mondrian 3.11 "
                                + "and the jars it needs by --mondrian. apt-get says: "
                                + Files.readString(scratch.resolve(LOG)));
            }
        }
        Path root = Files.createDirectories(scratch.resolve("root"));
        try (var packages = Files.newDirectoryStream(scratch, "*.deb")) {
            for (Path file : packages) {
                if (run(scratch, List.of("dpkg-deb", "-x", file.toString(), root.toString())) != 0) {
                    throw new IOException("cannot unpack " + file);
                }
            }
        }
        for (String jar : JARS) {
            Files.copy(root.resolve("usr/share/java").resolve(jar + ".jar"), jars.resolve(jar + ".jar"));
        }
    }

    /** The exit code; what the program prints goes to a file, as standard output is for the table. */
    private static int run(Path folder, List<String> command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(LOG).toFile())
                .start()
                .waitFor();
    }
}
