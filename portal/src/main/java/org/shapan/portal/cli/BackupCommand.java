package org.shapan.portal.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.shapan.portal.backup.Backup;
import org.shapan.portal.internal.ServerClient;
import org.shapan.warehouse.data.DataDirectory;
import org.shapan.warehouse.data.ServerInfo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code shapan backup}. */
@Command(
        name = "backup",
        description = {
            "Writes a backup of a data directory: warehouse, accounts, schedules, ledgers, archived reports. A server that runs on it goes"
                    + " on, loads too.",
            "The generated extracts, the inbox and the logs are not in it, nor what lies outside the directory: the catalog and database"
                    + " of a star of your own, other folders for reports."
        })
final class BackupCommand implements Callable<Integer> {
    private static final double MEGABYTE = 1e6;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The backup; it must not exist yet.")
    private Path file;

    @Mixin
    private DataOption data;

    @Override
    public Integer call() throws IOException {
        Path target = file.toAbsolutePath();
        if (Files.exists(target)) {
            throw new CommandFailure(ExitCode.USAGE, target + " exists. Name another file.");
        }
        if (!Files.isDirectory(data.directory())) {
            throw new CommandFailure(ExitCode.USAGE, data.directory() + " is no data directory. Name one with --data.");
        }
        // A fixed name, so that what a killed backup left goes with the next.
        Path part = target.resolveSibling(target.getFileName() + ".part");
        Files.deleteIfExists(part);
        Files.createFile(part, DataDirectory.ownerOnly());
        try {
            write(part);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(String.format(Locale.ROOT, "Backup: %s, %.1f MB", target, Files.size(target) / MEGABYTE));
        return ExitCode.OK;
    }

    private void write(Path part) throws IOException {
        Optional<ServerInfo> server = DataDirectory.owner(data.directory()).filter(owner -> owner.port() > 0);
        if (server.isPresent()) {
            new ServerClient(server.get()).backup(part);
            return;
        }
        try (DataDirectory directory = DataDirectory.open(data.directory());
                OutputStream out = Files.newOutputStream(part)) {
            new Backup(directory, null, null).write(out);
        }
    }
}
