package org.shapan.portal.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.shapan.portal.internal.ServerClient;
import org.shapan.warehouse.data.DataDirectory;
import org.shapan.warehouse.data.DatabaseSettings;
import org.shapan.warehouse.data.ServerInfo;
import org.shapan.warehouse.data.WarehouseDatabase;
import org.shapan.warehouse.load.Loader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code shapan load}. */
@Command(
        name = "load",
        description = "Loads a delivery (manifest.json and its extracts) into the warehouse: all of it or nothing."
                + " Where a server runs on the data directory, the server loads it.")
final class LoadCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "Directory of the delivery.")
    private Path delivery;

    @Mixin
    private DataOption data;

    @Override
    public Integer call() {
        if (!Files.isDirectory(delivery)) {
            throw new CommandFailure(ExitCode.INPUT_REFUSED, "there is no directory " + delivery);
        }
        PrintWriter out = spec.commandLine().getOut();
        ConsoleProgress progress = new ConsoleProgress(out);
        Optional<ServerInfo> owner = DataDirectory.owner(data.directory());
        long version = owner.isPresent() && owner.get().port() > 0
                ? new ServerClient(owner.get()).load(delivery, progress)
                : loadHere(progress);
        progress.done("Loaded as version " + version);
        return ExitCode.OK;
    }

    private long loadHere(ConsoleProgress progress) {
        try (DataDirectory directory = DataDirectory.open(data.directory());
                WarehouseDatabase database = WarehouseDatabase.open(directory, DatabaseSettings.DEFAULT)) {
            return new Loader(database).load(delivery, progress).version().version();
        }
    }
}
