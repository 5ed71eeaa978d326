package org.shapan.portal.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.shapan.portal.internal.ServerClient;
import org.shapan.warehouse.data.DataDirectory;
import org.shapan.warehouse.data.DatabaseSettings;
import org.shapan.warehouse.data.ServerInfo;
import org.shapan.warehouse.data.WarehouseDatabase;
import org.shapan.warehouse.load.BadRow;
import org.shapan.warehouse.load.LoadException;
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

    @Option(
            names = "--max-bad",
            paramLabel = "SHARE",
            description = "Greatest share of bad rows in a feed; above it the delivery is refused. Default: 0.001.")
    private double maxBad = LoadOptions.DEFAULT_MAX_BAD_SHARE;

    @Option(
            names = "--max-unknown",
            paramLabel = "SHARE",
            description =
                    "Greatest share of rows in a feed whose key no dimension has delivered yet; above it the delivery"
                            + " is refused. Default: 0.001.")
    private double maxUnknown = LoadOptions.DEFAULT_MAX_UNKNOWN_SHARE;

    @Option(
            names = "--quarantine",
            paramLabel = "FILE",
            description = "Write the rows that were kept out as CSV, also when the delivery is refused.")
    private Path quarantine;

    @Mixin
    private DataOption data;

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(delivery)) {
            throw new CommandFailure(ExitCode.INPUT_REFUSED, "there is no directory " + delivery);
        }
        PrintWriter out = spec.commandLine().getOut();
        ConsoleProgress progress = new ConsoleProgress(out);
        Optional<ServerInfo> owner = DataDirectory.owner(data.directory());
        LoadOptions options = new LoadOptions(restate, maxBad, maxUnknown);
        if (owner.isPresent() && owner.get().port() > 0) {
            loadThere(owner.get(), options, progress);
        } else {
            loadHere(options, progress);
        }
        return ExitCode.OK;
    }

    private void loadThere(ServerInfo owner, LoadOptions options, ConsoleProgress progress) throws IOException {
        JsonNode result = new ServerClient(owner).load(delivery, options, progress);
        List<String> bad = texts(result.get("bad"));
        write(bad);
        if (result.has("error")) {
            throw new CommandFailure(ExitCode.INPUT_REFUSED, result.get("error").asString());
        }
        progress.done(text(
                result.get("version").asLong(),
                result.get("changed").asBoolean(),
                texts(result.get("absent")),
                bad.size(),
                result.get("unknown").asLong(),
                result.get("repaired").asLong()));
    }

    private void loadHere(LoadOptions options, ConsoleProgress progress) throws IOException {
        try (DataDirectory directory = DataDirectory.open(data.directory());
                WarehouseDatabase database = WarehouseDatabase.open(directory, DatabaseSettings.DEFAULT)) {
            LoadResult result = new Loader(database).load(delivery, options, progress);
            write(result.badRows().stream().map(BadRow::csv).toList());
            progress.done(text(
                    result.version().version(),
                    result.changed(),
                    result.absentFeeds(),
                    result.badRows().size(),
                    result.unknownTotal(),
                    result.repairedRows()));
        } catch (LoadException e) {
            write(e.badRows().stream().map(BadRow::csv).toList());
            throw e;
        }
    }

    private void write(List<String> bad) throws IOException {
        if (quarantine != null) {
            Files.write(
                    quarantine,
                    Stream.concat(Stream.of(BadRow.HEADER), bad.stream()).toList());
        }
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    private static String text(
            long version, boolean changed, List<String> absent, int bad, long unknown, long repaired) {
        return (changed ? "Loaded as version " + version : "Loaded already, in version " + version)
                + (absent.isEmpty() ? "" : ", without " + String.join(", ", absent))
                + (bad == 0 ? "" : ", %,d bad rows kept out".formatted(bad))
                + (unknown == 0 ? "" : ", %,d rows under unknown members".formatted(unknown))
                + (repaired == 0 ? "" : ", %,d rows of earlier loads repaired".formatted(repaired));
    }
}
