package org.shapan.benchmarks.mondrian;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.shapan.benchmarks.mondrian.MeasuredEngine.Memory;

/** What was measured, in words and figures. */
final class RatioTable {
    /** Above this ratio a query is listed by name. */
    private static final double SLOW = 1.5;

    private final List<Measured> same = new ArrayList<>();
    private final List<Measured> different = new ArrayList<>();

    RatioTable(List<Measured> all) {
        for (Measured measured : all) {
            (measured.difference() == null ? same : different).add(measured);
        }
    }

    /** @param everyQuery whether queries that are not slow are listed too */
    void print(PrintWriter out, boolean everyQuery) {
        out.printf("%-12s %8s %8s %10s %8s%n", "file", "queries", "cold", "no cells", "warm");
        Set<String> files = new LinkedHashSet<>();
        same.forEach(measured -> files.add(measured.query().file()));
        for (String file : files) {
            line(
                    out,
                    file,
                    same.stream().filter(m -> m.query().file().equals(file)).toList());
        }
        line(out, "all", same);
        out.printf("%nours / Mondrian, ms:%n");
        same.stream().filter(m -> everyQuery || slow(m)).forEach(m -> times(out, m));
        out.printf(
                "slower than %.1f x Mondrian: %d of %d%n",
                SLOW, same.stream().filter(RatioTable::slow).count(), same.size());
        out.printf("different results, not counted: %d%n", different.size());
        for (Measured measured : different) {
            out.printf("  %s/%s %s%n", measured.query().file(), measured.query().id(), measured.difference());
        }
        out.flush();
    }

    private static boolean slow(Measured measured) {
        for (Memory memory : Memory.values()) {
            if (measured.ratio(memory) > SLOW) {
                return true;
            }
        }
        return false;
    }

    private static void times(PrintWriter out, Measured measured) {
        StringBuilder text = new StringBuilder();
        for (Memory memory : Memory.values()) {
            text.append(String.format(
                    Locale.ROOT,
                    "  %s %.2f / %.2f = %.2f%s",
                    name(memory),
                    measured.ours(memory),
                    measured.theirs(memory),
                    measured.ratio(memory),
                    measured.ratio(memory) > SLOW ? " !" : ""));
        }
        out.printf("  %s/%s%s%n", measured.query().file(), measured.query().id(), text);
    }

    private static void line(PrintWriter out, String file, List<Measured> queries) {
        out.printf(
                Locale.ROOT,
                "%-12s %8d %8.2f %10.2f %8.2f%n",
                file,
                queries.size(),
                geometricMean(queries, Memory.NOTHING),
                geometricMean(queries, Memory.NO_CELLS),
                geometricMean(queries, Memory.ALL));
    }

    private static double geometricMean(List<Measured> queries, Memory memory) {
        return Math.exp(queries.stream()
                .mapToDouble(query -> Math.log(query.ratio(memory)))
                .average()
                .orElse(Double.NaN));
    }

    private static String name(Memory memory) {
        return switch (memory) {
            case NOTHING -> "cold";
            case NO_CELLS -> "no cells";
            case ALL -> "warm";
        };
    }
}
