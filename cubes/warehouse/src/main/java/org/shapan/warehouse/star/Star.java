package org.shapan.warehouse.star;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Gives and runs the scripts of the star. */
public final class Star {
    /** The statements of the scripts that were read, by resource. */
    private static final Map<String, List<String>> READ = new ConcurrentHashMap<>();

    private Star() {}

    /** Text of a script that is one query, without its final semicolon. */
    public static String text(StarScript script) {
        return text(script.resource());
    }

    static String text(String resource) {
        List<String> statements = statements(resource);
        if (statements.size() != 1) {
            throw new IllegalArgumentException(resource + " has " + statements.size() + " statements");
        }
        return statements.getFirst();
    }

    /** The statements of a script in their order. A statement ends with a semicolon at the end of a line. */
    public static List<String> statements(StarScript script) {
        return statements(script.resource());
    }

    private static List<String> statements(String resource) {
        return READ.computeIfAbsent(resource, Star::parse);
    }

    private static List<String> parse(String resource) {
        return Arrays.stream(read(resource).split(";[ \\t]*(?:--[^\\n]*)?\\n"))
                .filter(Star::hasCode)
                .toList();
    }

    /**
     * Runs a script in the transaction of the connection.
     *
     * @return rows that its INSERT statements wrote, added up
     */
    public static long run(Connection connection, StarScript script) throws SQLException {
        long rows = 0;
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements(script)) {
                if (!statement.execute(sql)) {
                    rows += Math.max(0, statement.getLargeUpdateCount());
                }
            }
        }
        return rows;
    }

    private static boolean hasCode(String text) {
        return text.lines().map(String::strip).anyMatch(line -> !line.isEmpty() && !line.startsWith("--"));
    }

    private static String read(String resource) {
        try (InputStream in = Star.class.getResourceAsStream(resource)) {
            requireNonNull(in, resource + " is missing");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8) + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
