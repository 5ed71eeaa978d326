package org.shapan.insight;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Values of one indicator of one unit by month. A month without a value is absent, never zero. */
public final class MonthlySeries {
    private final NavigableMap<YearMonth, Double> values;

    public MonthlySeries(Map<YearMonth, Double> values) {
        this.values = new TreeMap<>(requireNonNull(values, "values is null"));
        this.values.values().removeIf(value -> value == null || value.isNaN());
    }

    public OptionalDouble value(YearMonth month) {
        Double value = values.get(month);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** Whether no month has a value. */
    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** Months with a value, oldest first. */
    public void forEach(BiConsumer<YearMonth, Double> each) {
        values.forEach(each);
    }

    /** Number of months with a value before {@code month}, counted back without a gap. */
    public int monthsOfHistory(YearMonth month) {
        int months = 0;
        while (values.containsKey(month.minusMonths(months + 1L))) {
            months++;
        }
        return months;
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
        OptionalDouble now = value(month);
        OptionalDouble then = value(base);
        return now.isEmpty() || then.isEmpty() || then.getAsDouble() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(now.getAsDouble() / then.getAsDouble() - 1);
    }
}
