package org.shapan.benchmarks.portal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Durations of one thing in milliseconds; filled by many threads. */
final class Times {
    private final List<Double> millis = Collections.synchronizedList(new ArrayList<>());

    void add(double duration) {
        millis.add(duration);
    }

    int count() {
        return millis.size();
    }

    /** The smallest duration that this share of them does not exceed; NaN where there is none. */
    double percentile(double share) {
        List<Double> sorted = new ArrayList<>(millis);
        Collections.sort(sorted);
        int rank = (int) Math.ceil(share * sorted.size());
        return sorted.isEmpty() ? Double.NaN : sorted.get(Math.max(rank, 1) - 1);
    }
}
