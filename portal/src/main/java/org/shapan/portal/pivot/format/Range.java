package org.shapan.portal.pivot.format;

/** Least and largest of the figures of a measure, which scales and bars are drawn by. */
public record Range(double least, double largest) {
    /** Steps of a colour scale. */
    public static final int STEPS = 7;

    private static final int FULL = 100;

    public static Range of(double number) {
        return new Range(number, number);
    }

    public Range and(Range other) {
        return new Range(Math.min(least, other.least), Math.max(largest, other.largest));
    }

    /** Step of a figure on a scale, from 1 (least) to {@link #STEPS} (largest); 0 for none, or where all are equal. */
    public int step(double number) {
        return Double.isNaN(number) || largest <= least
                ? 0
                : Math.clamp((int) ((number - least) / (largest - least) * STEPS) + 1, 1, STEPS);
    }

    /** The least figure of a step, from 1. */
    public double from(int step) {
        return least + (largest - least) * (step - 1) / STEPS;
    }

    /** Length of a bar in per cent; 0 for none and for figures that are not positive. */
    public int bar(double number) {
        return number > 0 && largest > 0 ? (int) Math.round(number / largest * FULL) : 0;
    }
}
