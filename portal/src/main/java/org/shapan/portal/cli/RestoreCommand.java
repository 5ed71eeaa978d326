package org.shapan.portal.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.shapan.portal.backup.BackupException;
import org.shapan.portal.backup.Restore;
import org.shapan.warehouse.data.DataDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code shapan restore}. */
@Command(
        name = "restore",
        description = {
            "Puts a backup into an empty data directory, which a server may then be started on.",
            "Ends with 5 when the file is no whole backup or the directory has data; nothing has changed then."
        })
final class RestoreCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "A file that 'shapan backup' wrote.")
    private Path file;

    @Mixin
    private DataOption data;

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new CommandFailure(ExitCode.USAGE, "there is no file " + file);
        }
        try (DataDirectory directory = DataDirectory.open(data.directory())) {
            int files = Restore.into(directory, file);
            spec.commandLine().getOut().println("Restored into " + directory.root() + ": " + files + " files");
            return ExitCode.OK;
        } catch (BackupException e) {
            throw new CommandFailure(ExitCode.INPUT_REFUSED, e.getMessage());
        }
    }
}
