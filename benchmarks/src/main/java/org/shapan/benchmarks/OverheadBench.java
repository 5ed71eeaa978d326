package org.shapan.benchmarks;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.olap4j.OlapConnection;
import org.olap4j.OlapStatement;
import org.shapan.benchmarks.province.LoadedProvince;
import org.shapan.benchmarks.province.ScratchFolder;
import org.shapan.engine.ConnectionSettings;
import org.shapan.engine.CubeServer;
import org.shapan.engine.api.CellBlock;
import org.shapan.engine.api.QueryLoads;
import org.shapan.engine.catalog.CatalogLimits;
import org.shapan.engine.catalog.CatalogReader;
import org.shapan.warehouse.catalog.TelecomCatalog;
import org.shapan.warehouse.data.DataDirectory;
import org.shapan.warehouse.data.DatabaseSettings;
import org.shapan.warehouse.data.WarehouseDatabase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * What the cube server adds to the database: month × branch × brand × 3 measures by MDX, cold (caches emptied before each run) and warm,
 * against the same question in hand-written SQL on the same connection pool.
 */
@Command(
        name = "overhead",
        description = "Month × branch × brand × 3 measures: MDX cold and warm against hand-written DuckDB SQL.",
        mixinStandardHelpOptions = true)
final class OverheadBench implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--data", paramLabel = "DIR", description = "Loaded data directory; default: a temporary one.")
    private Path data;

    @Option(
            names = "--profile",
            description = "Size of the province when it is generated: ci, demo, laptop. Default: demo.")
    private String profile = "demo";

    @Option(names = "--runs", description = "Measured runs of each; default: 15.")
    private int runs = 15;

    @Override
    public Integer call() throws Exception {
        if (data != null) {
            measure(data);
            return 0;
        }
        try (ScratchFolder scratch = ScratchFolder.create("shapan-bench")) {
            measure(scratch.path());
        }
        return 0;
    }

    private void measure(Path directory) throws IOException, InterruptedException, SQLException {
        LoadedProvince.ensure(directory, profile, null);
        try (DataDirectory owned = DataDirectory.open(directory);
                WarehouseDatabase database = WarehouseDatabase.open(owned, DatabaseSettings.DEFAULT)) {
            measure(database);
        }
    }

    private void measure(WarehouseDatabase database) throws SQLException, IOException {
        String sql = resource("overhead.sql");
        String mdx = resource("overhead.mdx");
        CubeServer server = CubeServer.builder(database.dataSource())
                .versions(database.versions())
                .build();
        server.load(
                TelecomCatalog.NAME,
                new CatalogReader(CatalogLimits.DEFAULTS, TelecomCatalog::include)
                        .read(TelecomCatalog.FILE, TelecomCatalog.text()));
        double[] hand = new double[runs];
        double[] cold = new double[runs];
        double[] warm = new double[runs];
        double sumSql = 0;
        double sumMdx = 0;
        for (int run = -3; run < runs; run++) {
            long start = System.nanoTime();
            sumSql = bySql(database, sql);
            double handMillis = millisSince(start);
            server.flush();
            start = System.nanoTime();
            sumMdx = byMdx(server, mdx);
            double coldMillis = millisSince(start);
            start = System.nanoTime();
            byMdx(server, mdx);
            double warmMillis = millisSince(start);
            if (run >= 0) {
                hand[run] = handMillis;
                cold[run] = coldMillis;
                warm[run] = warmMillis;
            }
        }
        if (Math.abs(sumSql - sumMdx) > 0.005) {
            throw new IllegalStateException("MDX and SQL differ: " + sumMdx + " and " + sumSql);
        }
        PrintWriter out = spec.commandLine().getOut();
        out.printf("month x branch x brand x 3 measures, %d runs, median of each%n", runs);
        out.printf("  hand-written SQL  %8.2f ms%n", median(hand));
        out.printf("  MDX cold          %8.2f ms   ratio %.2f%n", median(cold), median(cold) / median(hand));
        out.printf("  MDX warm          %8.2f ms   ratio %.2f%n", median(warm), median(warm) / median(hand));
        out.printf("  sum over all cells agrees: %.2f%n", sumMdx);
        explain(database, server, sql, mdx, out);
        out.flush();
    }

    /** What both sides did: the statements of a cold query, and the database's plan of each statement. */
    private static void explain(WarehouseDatabase database, CubeServer server, String sql, String mdx, PrintWriter out)
            throws SQLException {
        out.printf("%nThe hand-written statement:%n%s%n%s%n", sql, plan(database, sql));
        server.flush();
        try (OlapConnection connection = server.connect(ConnectionSettings.of(TelecomCatalog.NAME));
                OlapStatement statement = connection.createStatement()) {
            QueryLoads loads = statement.executeOlapQuery(mdx).unwrap(QueryLoads.class);
            for (QueryLoads.Load load : loads.loads()) {
                out.printf(
                        "Cold MDX: %s, %s, %d rows, %d ms, %s%n",
                        load.cells(), load.source(), load.rows(), load.millis(), load.why());
                if (load.sql() != null) {
                    out.printf("%s%n%s%n", load.sql(), plan(database, load.sql()));
                }
            }
        }
    }

    private static String plan(WarehouseDatabase database, String sql) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("EXPLAIN " + sql)) {
            while (rows.next()) {
                plan.append(rows.getString(2)).append('\n');
            }
        }
        return plan.toString();
    }

    private static double bySql(WarehouseDatabase database, String sql) throws SQLException {
        double sum = 0;
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                sum += rows.getDouble(4) + rows.getDouble(5) + rows.getDouble(6);
            }
        }
        return sum;
    }

    private static double byMdx(CubeServer server, String mdx) throws SQLException {
        double sum = 0;
        try (OlapConnection connection = server.connect(ConnectionSettings.of(TelecomCatalog.NAME));
                OlapStatement statement = connection.createStatement()) {
            CellBlock block = statement.executeOlapQuery(mdx).unwrap(CellBlock.class);
            for (int ordinal = 0; ordinal < block.cellCount(); ordinal++) {
                if (!block.isEmpty(ordinal)) {
                    sum += block.doubleValue(ordinal);
                }
            }
        }
        return sum;
    }

    private static double millisSince(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static String resource(String name) throws IOException {
        try (var in = OverheadBench.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
