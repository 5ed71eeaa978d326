package org.shapan.portal.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** {@code --data DIR}, the same in all commands. */
public final class DataOption {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "Data directory: warehouse, accounts, mails, logs (default: ${DEFAULT-VALUE}).")
    private Path directory;

    public Path directory() {
        return directory;
    }
}
