package org.shapan.benchmarks;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.shapan.benchmarks.province.ScratchFolder;
import org.shapan.warehouse.Progress;
import org.shapan.warehouse.data.DataDirectory;
import org.shapan.warehouse.data.DatabaseSettings;
import org.shapan.warehouse.data.WarehouseDatabase;
import org.shapan.warehouse.feed.Feed;
import org.shapan.warehouse.feed.FeedFile;
import org.shapan.warehouse.feed.Feeds;
import org.shapan.warehouse.feed.Manifest;
import org.shapan.warehouse.feed.Profile;
import org.shapan.warehouse.generator.Generator;
import org.shapan.warehouse.generator.GeneratorOptions;
import org.shapan.warehouse.load.LoadResult;
import org.shapan.warehouse.load.LoadTimes;
import org.shapan.warehouse.load.Loader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * A whole load (checksums, checks of every row, derived facts, reconciliation, publication) and the part of it that brings rows into tables and
 * checks them, against what DuckDB needs to bring the same files into plain tables: one {@code CREATE TABLE … AS} a feed, into a fresh file, with
 * the same memory limit and threads.
 */
@Command(
        name = "load",
        description = "A load with all its checks and facts against CREATE TABLE AS of the same files.",
        mixinStandardHelpOptions = true)
final class LoadBench implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--delivery",
            paramLabel = "DIR",
            description =
                    "Delivery to load; generated there when the directory has none. Default: a temporary directory.")
    private Path delivery;

    @Option(
            names = "--profile",
            description = "Size of the province when it is generated: ci, demo, laptop. Default: demo.")
    private String profile = "demo";

    @Option(names = "--csv", description = "Deliver the same rows as CSV.")
    private boolean csv;

    @Option(names = "--memory", description = "Memory limit of DuckDB on both sides. Default: ${DEFAULT-VALUE}.")
    private String memory = DatabaseSettings.DEFAULT_MEMORY_LIMIT;

    @Option(names = "--runs", description = "Measured runs of each, in turn; the median counts. Default: 3.")
    private int runs = 3;

    private PrintWriter out;

    @Override
    public Integer call() throws Exception {
        out = spec.commandLine().getOut();
        try (ScratchFolder folder = ScratchFolder.create("shapan-bench")) {
            Path scratch = folder.path();
            Path directory = delivery == null ? scratch.resolve("delivery") : delivery;
            if (!Files.exists(directory.resolve(Manifest.FILE))) {
                Generator.generate(GeneratorOptions.of(Profile.named(profile), directory), Progress.NONE);
            }
            measure(csv ? CsvDelivery.of(directory, scratch.resolve("csv")) : directory, scratch);
        }
        return 0;
    }

    private void measure(Path directory, Path scratch) throws SQLException, IOException {
        DatabaseSettings settings = new DatabaseSettings(memory, DatabaseSettings.DEFAULT.threads());
        long rows = Manifest.read(directory).rows();
        List<Duration> bare = new ArrayList<>();
        List<LoadResult> loads = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            bare.add(bare(directory, scratch.resolve("bare.duckdb"), settings));
            loads.add(load(directory, scratch.resolve("data"), settings));
            out.printf(
                    "run %d: bare %.2f s, load %.2f s%n",
                    run + 1, seconds(bare.getLast()), seconds(loads.getLast().duration()));
            out.flush();
        }
        bare.sort(Comparator.naturalOrder());
        loads.sort(Comparator.comparing(LoadResult::duration));
        Duration median = bare.get(runs / 2);
        LoadResult load = loads.get(runs / 2);
        LoadTimes times = load.times();
        Duration feeds = times.of(LoadTimes.Step.VERIFY)
                .plus(times.of(LoadTimes.Step.CHECK))
                .plus(times.of(LoadTimes.Step.RECONCILE));
        out.printf(
                "%,d rows as %s, memory limit %s, %d threads%n",
                rows, csv ? "CSV" : "Parquet", memory, settings.threads());
        line("bare CREATE TABLE AS", median, rows, median);
        line("checked, in tables", feeds, rows, median);
        line("whole load", load.duration(), rows, median);
        times.steps().forEach((step, time) -> out.printf("  %-24s %7.2f s%n", step, seconds(time)));
        details("check", times.feeds());
        details("derive", times.scripts());
        out.flush();
    }

    private void line(String what, Duration time, long rows, Duration bare) {
        out.printf(
                "%-24s %7.2f s %,12.0f rows/s   ratio %.2f%n",
                what, seconds(time), rows / seconds(time), seconds(bare) / seconds(time));
    }

    private void details(String step, Map<String, Duration> times) {
        times.entrySet().stream()
                .sorted(Map.Entry.<String, Duration>comparingByValue().reversed())
                .forEach(time -> out.printf("    %-7s %-20s %7.2f s%n", step, time.getKey(), seconds(time.getValue())));
    }

    /** Every feed as one table of its files, in a database of its own until all of it is on the disk. */
    private static Duration bare(Path directory, Path file, DatabaseSettings settings)
            throws SQLException, IOException {
        Files.deleteIfExists(file);
        Manifest manifest = Manifest.read(directory);
        Properties properties = new Properties();
        properties.setProperty("memory_limit", settings.memoryLimit());
        properties.setProperty("threads", Integer.toString(settings.threads()));
        properties.setProperty("temp_directory", file + ".tmp");
        properties.setProperty("preserve_insertion_order", "false");
        long start = System.nanoTime();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file, properties);
                Statement statement = connection.createStatement()) {
            for (Feed feed : Feeds.ALL) {
                List<FeedFile> files = manifest.files(feed);
                if (!files.isEmpty()) {
                    statement.execute(
                            "CREATE TABLE %s AS FROM %s".formatted(feed.name(), reader(directory, feed, files)));
                }
            }
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static String reader(Path directory, Feed feed, List<FeedFile> files) {
        String names = files.stream()
                .map(file -> "'" + directory.resolve(file.file()) + "'")
                .collect(joining(", ", "[", "]"));
        if (!files.getFirst().file().endsWith(".csv")) {
            return "read_parquet(%s)".formatted(names);
        }
        String columns = feed.columns().stream()
                .map(column ->
                        "'%s': '%s'".formatted(column.name(), column.type().sql()))
                .collect(joining(", "));
        return "read_csv(%s, header = true, auto_detect = false, delim = ',', quote = '\"', escape = '\"', columns = {%s})"
                .formatted(names, columns);
    }

    private static LoadResult load(Path directory, Path data, DatabaseSettings settings) throws IOException {
        if (Files.exists(data)) {
            new ScratchFolder(data).close();
        }
        try (DataDirectory owned = DataDirectory.open(data);
                WarehouseDatabase database = WarehouseDatabase.open(owned, settings)) {
            return new Loader(database).load(directory, Progress.NONE);
        }
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }
}
