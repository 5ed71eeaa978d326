package org.shapan.benchmarks.mondrian;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.shapan.benchmarks.mondrian.MeasuredEngine.Memory;

/** Times of one query in both engines. */
final class Measured {
    private final SampledQuery query;
    private final Map<Memory, List<Double>> ours = new EnumMap<>(Memory.class);
    private final Map<Memory, List<Double>> theirs = new EnumMap<>(Memory.class);
    private String difference;

    Measured(SampledQuery query) {
        this.query = query;
        for (Memory memory : Memory.values()) {
            ours.put(memory, new ArrayList<>());
            theirs.put(memory, new ArrayList<>());
        }
    }

    SampledQuery query() {
        return query;
    }

    /** @param millis of our engine and of Mondrian */
    void add(Memory memory, double[] millis) {
        ours.get(memory).add(millis[0]);
        theirs.get(memory).add(millis[1]);
    }

    /** Median time of our engine in milliseconds. */
    double ours(Memory memory) {
        return median(ours.get(memory));
    }

    /** Median time of Mondrian in milliseconds. */
    double theirs(Memory memory) {
        return median(theirs.get(memory));
    }

    double ratio(Memory memory) {
        return ours(memory) / theirs(memory);
    }

    /** Remembers where two results differ. */
    void compare(String our, String their) {
        String[] a = our.split("\n", -1);
        String[] b = their.split("\n", -1);
        int at = Arrays.mismatch(a, b);
        if (at >= 0) {
            difference = "line " + at + ": ours '" + line(a, at) + "', Mondrian's '" + line(b, at) + "'";
        }
    }

    /** Null when both engines give the same result. */
    String difference() {
        return difference;
    }

    private static String line(String[] lines, int at) {
        return at < lines.length ? lines[at] : "";
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
