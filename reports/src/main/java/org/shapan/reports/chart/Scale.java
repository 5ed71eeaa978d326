package org.shapan.reports.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** A value axis with at most five round ticks; it starts near the lowest value, or at zero for bars. */
record Scale(double from, double to, double step) {
    private static final int INTERVALS = 4;
    private static final double[] NICE = {1, 2, 2.5, 5, 10};

    static Scale around(double low, double high) {
        double span = high > low ? high - low : Math.max(Math.abs(high), 1) * 0.1;
        double step = niceAbove(span * 1.1 / INTERVALS);
        double from = Math.floor((low - span * 0.05) / step) * step;
        if (low >= 0 && from < 0) {
            from = 0;
        }
        double to = from + step * INTERVALS;
        while (to < high) {
            to += step;
        }
        return new Scale(from, to, step);
    }

    /** From zero to the first round number at or above the highest value. */
    static Scale fromZero(double high) {
        double step = niceAbove(Math.max(high, 1e-9) / INTERVALS);
        return new Scale(0, step * INTERVALS, step);
    }

    private static double niceAbove(double raw) {
        double magnitude = Math.pow(10, Math.floor(Math.log10(raw)));
        for (double nice : NICE) {
            if (nice * magnitude >= raw) {
                return nice * magnitude;
            }
        }
        return 10 * magnitude;
    }

    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        for (int i = 0; from + i * step <= to + step / 2; i++) {
            ticks.add(from + i * step);
        }
        return ticks;
    }

    /** Digits after the point that tell two ticks apart, at least {@code least}. */
    int digits(int least) {
        int needed = Math.max(
                0,
                BigDecimal.valueOf(step)
                        .setScale(6, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .scale());
        return Math.max(least, needed);
    }

    /** Position of a value on an axis of the given length, measured from its end (the top). */
    double place(double value, double length) {
        return length * (to - value) / (to - from);
    }
}
