package org.shapan.insight;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.BiConsumer;

/** Values of one indicator of one unit by month. A month without a value is absent, never zero. */
public final class MonthlySeries {
    private static final YearMonth NO_MONTH = YearMonth.of(0, 1);

    private final YearMonth first;
    /** NaN for a month without a value. */
    private final double[] values;

    /** @param values null and NaN for a month without a value */
    public MonthlySeries(Map<YearMonth, Double> values) {
        this(requireNonNull(values, "values is null").isEmpty() ? NO_MONTH : Collections.min(values.keySet()), values);
    }

    private MonthlySeries(YearMonth first, Map<YearMonth, Double> values) {
        this.first = first;
        this.values = values.isEmpty() ? new double[0] : new double[index(Collections.max(values.keySet())) + 1];
        Arrays.fill(this.values, Double.NaN);
        values.forEach((month, value) -> this.values[index(month)] = value == null ? Double.NaN : value);
    }

    private MonthlySeries(YearMonth first, double[] values) {
        this.first = first;
        this.values = values;
    }

    /**
     * Values of months that follow each other.
     *
     * @param values NaN for a month without a value
     */
    public static MonthlySeries from(YearMonth first, double... values) {
        return new MonthlySeries(requireNonNull(first, "first is null"), values.clone());
    }

    public OptionalDouble value(YearMonth month) {
        return has(month) ? OptionalDouble.of(values[index(month)]) : OptionalDouble.empty();
    }

    /** Whether no month has a value. */
    public boolean isEmpty() {
        return Arrays.stream(values).allMatch(Double::isNaN);
    }

    /** Months with a value, oldest first. */
    public void forEach(BiConsumer<YearMonth, Double> each) {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                each.accept(first.plusMonths(i), values[i]);
            }
        }
    }

    /** Number of months with a value before {@code month}, counted back without a gap. */
    public int monthsOfHistory(YearMonth month) {
        int at = index(month) - 1;
        int months = 0;
        while (at >= 0 && at < values.length && !Double.isNaN(values[at])) {
            months++;
            at--;
        }
        return months;
    }

    private boolean has(YearMonth month) {
        int at = index(month);
        return at >= 0 && at < values.length && !Double.isNaN(values[at]);
    }

    private int index(YearMonth month) {
        return 12 * (month.getYear() - first.getYear()) + month.getMonthValue() - first.getMonthValue();
    }

    /** Value of this month over that of the month before, less 1; empty where either is missing or the base is 0. */
    public OptionalDouble monthOnMonth(YearMonth month) {
        return change(month, month.minusMonths(1));
    }

    /** As {@link #monthOnMonth}, against the same calendar month of the year before. */
    public OptionalDouble yearOnYear(YearMonth month) {
        return change(month, month.minusYears(1));
    }

    private OptionalDouble change(YearMonth month, YearMonth base) {
        return has(month) && has(base) && values[index(base)] != 0
                ? OptionalDouble.of(values[index(month)] / values[index(base)] - 1)
                : OptionalDouble.empty();
    }
}
