package org.shapan.insight;

import java.util.Arrays;

/** Statistics that single outliers do not move. */
public final class Robust {
    /** Makes the median absolute deviation of normal data estimate its standard deviation. */
    private static final double MAD_TO_SIGMA = 1.4826;

    private Robust() {}

    /** Median of the first {@code count} values; NaN for none. */
    public static double median(double[] values, int count) {
        if (count == 0) {
            return Double.NaN;
        }
        double[] sorted = Arrays.copyOf(values, count);
        Arrays.sort(sorted);
        int middle = count / 2;
        return count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** Median absolute deviation of the first {@code count} values from their median; NaN for none. */
    public static double mad(double[] values, int count) {
        double median = median(values, count);
        double[] distances = new double[count];
        for (int i = 0; i < count; i++) {
            distances[i] = Math.abs(values[i] - median);
        }
        return median(distances, count);
    }

    /** 1.4826 × MAD. */
    public static double scale(double[] values, int count) {
        return MAD_TO_SIGMA * mad(values, count);
    }

    /**
     * Robust distance of {@code value} from a base of values: {@code 0.6745 · (x − median) / max(MAD, 0.05 · median)} (domain §6.2.4).
     */
    public static double distance(double value, double[] base, int count) {
        return distance(value, median(base, count), mad(base, count));
    }

    /** As {@link #distance(double, double[], int)}, of a base whose median and median absolute deviation are known. */
    public static double distance(double value, double median, double mad) {
        return 0.6745 * (value - median) / Math.max(mad, 0.05 * Math.abs(median));
    }
}
