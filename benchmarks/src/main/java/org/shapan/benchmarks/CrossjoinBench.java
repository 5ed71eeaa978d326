package org.shapan.benchmarks;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.duckdb.DuckDBDataSource;
import org.olap4j.CellSet;
import org.olap4j.OlapConnection;
import org.olap4j.OlapException;
import org.olap4j.OlapStatement;
import org.shapan.engine.ConnectionSettings;
import org.shapan.engine.CubeServer;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;
import org.shapan.engine.catalog.CatalogLimits;
import org.shapan.engine.catalog.CatalogReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * Ten million tuples of a cross join under NON EMPTY, 50,000 of them with a value, then a cross join beyond the budget; all the while
 * another user asks small queries.
 */
@Command(
        name = "crossjoin",
        description = "A NON EMPTY cross join of ten million tuples, and one beyond the budget, beside small queries.",
        mixinStandardHelpOptions = true)
final class CrossjoinBench implements Callable<Integer> {
    private static final String CATALOG = "Crossjoin";
    private static final int TUPLES = 50_000;
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration SMALL_LIMIT = Duration.ofSeconds(1);
    private static final String LARGE = "SELECT [Measures].[Amount] ON 0,"
            + " NON EMPTY CrossJoin([Customer].[Customer].Members, [Product].[Product].Members) ON 1 FROM [Sales]";
    /** 3.4 thousand million tuples; nothing says that empty ones may be left out. */
    private static final String BEYOND = "SELECT [Measures].[Amount] ON 0,"
            + " CrossJoin([Customer].[Customer].Members, CrossJoin([Product].[Product].Members, [Day].[Day].Members)) ON 1 FROM [Sales]";
    /** The month differs each time, so that each has cells to load. */
    private static final String SMALL =
            "SELECT [Measures].[Amount] ON 0, [Product].[Kind].Members ON 1 FROM [Sales] WHERE [Day].[%d]";

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Path file = Files.createTempDirectory("shapan-crossjoin").resolve("star.duckdb");
        DataSource source = new DuckDBDataSource("jdbc:duckdb:" + file);
        try (Connection held = source.getConnection()) {
            fill(held);
            return measure(server(source)) ? 0 : 1;
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(file.getParent());
        }
    }

    private static void fill(Connection connection) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : resource("crossjoin.sql").split(";")) {
                statement.execute(sql);
            }
        }
    }

    private static CubeServer server(DataSource source) throws IOException {
        CubeServer server = CubeServer.builder(source).build();
        server.load(
                CATALOG,
                new CatalogReader(CatalogLimits.DEFAULTS, include -> {
                            throw new IllegalArgumentException("no includes here");
                        })
                        .read("crossjoin.xml", resource("crossjoin.xml")));
        return server;
    }

    /** Whether everything was within its limit. */
    private boolean measure(CubeServer server) throws InterruptedException, ExecutionException {
        AtomicBoolean done = new AtomicBoolean();
        try (ExecutorService user = Executors.newSingleThreadExecutor()) {
            Future<Small> small = user.submit(() -> askSmall(server, done));
            Timed large = timed(() -> rows(server, LARGE) + " tuples");
            Timed beyond = timed(() -> refusal(server));
            done.set(true);
            PrintWriter out = spec.commandLine().getOut();
            out.printf("heap at most %d MB%n", Runtime.getRuntime().maxMemory() >> 20);
            out.printf("10,000,000 tuples under NON EMPTY  %8.0f ms   %s%n", large.millis, large.result);
            out.printf("3,360,000,000 tuples               %8.0f ms   %s%n", beyond.millis, beyond.result);
            Small asked = small.get();
            out.printf("small queries meanwhile            %8.0f ms   the slowest of %d%n", asked.slowest, asked.count);
            out.flush();
            return large.result.equals(TUPLES + " tuples")
                    && large.millis <= LIMIT.toMillis()
                    && beyond.result.startsWith(OlapErrorCode.BUDGET_EXCEEDED.name())
                    && asked.slowest <= SMALL_LIMIT.toMillis();
        }
    }

    private record Timed(String result, double millis) {}

    private record Small(int count, double slowest) {}

    private static Timed timed(Callable<String> work) {
        long start = System.nanoTime();
        String result;
        try {
            result = work.call();
        } catch (Exception e) {
            result = e.toString();
        }
        return new Timed(result, (System.nanoTime() - start) / 1e6);
    }

    private static Small askSmall(CubeServer server, AtomicBoolean done) throws SQLException {
        int count = 0;
        double slowest = 0;
        while (count == 0 || !done.get()) {
            long start = System.nanoTime();
            rows(server, SMALL.formatted(count % 12 + 1));
            slowest = Math.max(slowest, (System.nanoTime() - start) / 1e6);
            count++;
        }
        return new Small(count, slowest);
    }

    /** Reads all cells; answers the number of rows. */
    private static int rows(CubeServer server, String mdx) throws SQLException {
        try (OlapConnection connection = server.connect(ConnectionSettings.of(CATALOG));
                OlapStatement statement = connection.createStatement()) {
            CellSet cells = statement.executeOlapQuery(mdx);
            int rows = cells.getAxes().get(1).getPositionCount();
            for (int row = 0; row < rows; row++) {
                cells.getCell(row).getFormattedValue();
            }
            return rows;
        }
    }

    private static String refusal(CubeServer server) throws SQLException {
        try {
            return rows(server, BEYOND) + " tuples";
        } catch (OlapException e) {
            return e.getCause() instanceof EngineException refused
                    ? refused.code() + ": " + refused.getMessage()
                    : e.toString();
        }
    }

    private static String resource(String name) throws IOException {
        try (var in = CrossjoinBench.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
