package org.shapan.insight.sp;

import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalDouble;
import org.shapan.insight.MonthlySeries;
import org.shapan.insight.Robust;

/**
 * A month against the six before it (纵向, domain §6.2.4).
 *
 * @param value of the month
 * @param median of the months before
 * @param change {@code value ÷ median − 1}
 * @param distance {@code 0.6745 · (value − median) ÷ max(MAD, 0.05 · median)}
 */
public record Vertical(double value, double median, double change, double distance) {
    /** Months that make the base. */
    public static final int BASE_MONTHS = 6;

    static final int FEWEST_VALUES = 3;

    /** Empty without a value, with fewer than three values before it, or with a base of 0. */
    public static Optional<Vertical> of(MonthlySeries series, YearMonth month) {
        OptionalDouble value = series.value(month);
        double[] base = new double[BASE_MONTHS];
        int count = 0;
        for (int back = 1; back <= BASE_MONTHS; back++) {
            OptionalDouble earlier = series.value(month.minusMonths(back));
            if (earlier.isPresent()) {
                base[count++] = earlier.getAsDouble();
            }
        }
        double median = Robust.median(base, count);
        if (value.isEmpty() || count < FEWEST_VALUES || median <= 0) {
            return Optional.empty();
        }
        double x = value.getAsDouble();
        return Optional.of(new Vertical(x, median, x / median - 1, Robust.distance(x, base, count)));
    }
}
