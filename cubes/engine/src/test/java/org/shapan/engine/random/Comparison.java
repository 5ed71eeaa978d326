package org.shapan.engine.random;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.olap4j.OlapConnection;
import org.shapan.engine.ConnectionSettings;
import org.shapan.engine.CubeServer;

/**
 * Asks several servers the same random queries and says where the answers differ from those of the first, each with the smallest query
 * that still shows it.
 */
public final class Comparison {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int REPORTED = 10;
    private static final int ATTEMPTS = 600;

    private final String catalog;
    private final Map<String, CubeServer> servers = new LinkedHashMap<>();
    private final List<String> cold = new ArrayList<>();
    private final List<String> differences = new ArrayList<>();
    private int asked;
    private int answered;
    private int withValues;
    private int overBudget;

    public Comparison(String catalog) {
        this.catalog = catalog;
    }

    /** Adds a server, the first of which is the measure of the others. */
    public Comparison server(String name, CubeServer server) {
        servers.put(name, server);
        return this;
    }

    /** As {@link #server}, but one that forgets cells and members before every query. */
    public Comparison coldServer(String name, CubeServer server) {
        cold.add(name);
        return server(name, server);
    }

    /** Asks so many queries. */
    public Comparison run(int queries, long seed) throws SQLException {
        MdxGenerator generator;
        try (OlapConnection connection = connect(servers.values().iterator().next())) {
            generator = new MdxGenerator(connection, seed);
        }
        for (int i = 0; i < queries && differences.size() < REPORTED; i++) {
            ask(generator.next());
        }
        System.out.println("random queries: " + this);
        return this;
    }

    private void ask(String mdx) {
        Answer first = answer(servers.keySet().iterator().next(), mdx);
        asked++;
        answered += first.failure() == null ? 1 : 0;
        withValues += first.hasValue() ? 1 : 0;
        boolean counted = first.isOverBudget();
        for (String name : servers.keySet()) {
            Answer other = answer(name, mdx);
            counted |= other.isOverBudget();
            if (first.difference(other) != null) {
                report(name, mdx);
                break;
            }
        }
        overBudget += counted ? 1 : 0;
    }

    private void report(String name, String mdx) {
        String smallest = Reductions.smallest(mdx, candidate -> difference(name, candidate) != null, ATTEMPTS);
        differences.add(
                name + ": " + Objects.requireNonNullElse(difference(name, smallest), "not again") + "\n" + smallest);
        System.out.println("DIFFERENCE " + differences.getLast());
    }

    private String difference(String name, String mdx) {
        return answer(servers.keySet().iterator().next(), mdx).difference(answer(name, mdx));
    }

    private Answer answer(String name, String mdx) {
        CubeServer server = servers.get(name);
        if (cold.contains(name)) {
            server.dataChanged();
        }
        try (OlapConnection connection = connect(server)) {
            return Answer.of(connection, mdx, PATIENCE);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private OlapConnection connect(CubeServer server) {
        return server.connect(ConnectionSettings.of(catalog));
    }

    /** What differs, with the smallest query that shows it; empty when all servers agree. */
    public List<String> differences() {
        return differences;
    }

    /** Queries that gave a result, in percent. */
    public int answeredPercent() {
        return 100 * answered / Math.max(1, asked);
    }

    /** Queries with a value in a cell, in percent. */
    public int withValuesPercent() {
        return 100 * withValues / Math.max(1, asked);
    }

    /** Queries that one of the servers gave up, in percent. */
    public int overBudgetPercent() {
        return 100 * overBudget / Math.max(1, asked);
    }

    @Override
    public String toString() {
        return asked + " asked of " + servers.keySet() + ", " + answered + " answered, " + withValues + " with values, "
                + overBudget + " over a limit, " + differences.size() + " differences";
    }
}
