package org.shapan.portal.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.shapan.portal.internal.ServerClient;
import org.shapan.warehouse.data.DataDirectory;
import org.shapan.warehouse.data.DatabaseSettings;
import org.shapan.warehouse.data.ServerInfo;
import org.shapan.warehouse.data.WarehouseDatabase;
import org.shapan.warehouse.load.LoadOptions;
import org.shapan.warehouse.load.LoadResult;
import org.shapan.warehouse.load.Loader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

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

    @Option(names = "--restate", description = "Replace months that are closed.")
    private boolean restate;

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
        if (owner.isPresent() && owner.get().port() > 0) {
            JsonNode result = new ServerClient(owner.get()).load(delivery, restate, progress);
            List<String> absent =
                    result.get("absent").valueStream().map(JsonNode::asString).toList();
            progress.done(
                    text(result.get("version").asLong(), result.get("changed").asBoolean(), absent));
        } else {
            LoadResult result = loadHere(progress);
            progress.done(text(result.version().version(), result.changed(), result.absentFeeds()));
        }
        return ExitCode.OK;
    }

    private static String text(long version, boolean changed, List<String> absent) {
        return (changed ? "Loaded as version " + version : "Loaded already, in version " + version)
                + (absent.isEmpty() ? "" : ", without " + String.join(", ", absent));
    }

    private LoadResult loadHere(ConsoleProgress progress) {
        try (DataDirectory directory = DataDirectory.open(data.directory());
                WarehouseDatabase database = WarehouseDatabase.open(directory, DatabaseSettings.DEFAULT)) {
            return new Loader(database).load(delivery, new LoadOptions(restate), progress);
        }
    }
}
