package org.shapan.portal.widget;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * A column of a ranking table.
 *
 * @param header head text
 * @param kind how a cell is drawn
 * @param text finished text of a cell; empty where there is no data
 * @param remark small text behind the name, or null
 * @param state colours the text (and is the mark in a mark column), or null
 * @param order sort value, NaN sorts last; null for a column that does not sort
 * @param trend values of a sparkline, nulls are gaps; null for any other column
 */
public record RankingColumn<T>(
        String header,
        Kind kind,
        Function<T, String> text,
        Function<T, String> remark,
        Function<T, State> state,
        ToDoubleFunction<T> order,
        Function<T, List<Double>> trend) {
    /** How a cell is drawn. */
    public enum Kind {
        MARK,
        NAME,
        TEXT,
        NUMBER,
        BAR,
        SPARK
    }

    public RankingColumn {
        requireNonNull(header, "header is null");
        requireNonNull(text, "text is null");
    }

    /** The state mark, 20 px wide. */
    public static <T> RankingColumn<T> mark(Function<T, State> state) {
        return new RankingColumn<>("", Kind.MARK, row -> "", null, state, null, null);
    }

    /** The name with a small remark such as the type; {@code remark} may be null. */
    public static <T> RankingColumn<T> name(String header, Function<T, String> name, Function<T, String> remark) {
        return new RankingColumn<>(header, Kind.NAME, name, remark, null, null, null);
    }

    /** A finished figure, right-aligned. */
    public static <T> RankingColumn<T> number(String header, Function<T, String> figure, ToDoubleFunction<T> order) {
        return new RankingColumn<>(header, Kind.NUMBER, figure, null, null, order, null);
    }

    /** A short text such as a code, left-aligned; it does not sort. */
    public static <T> RankingColumn<T> text(String header, Function<T, String> text) {
        return new RankingColumn<>(header, Kind.TEXT, text, null, null, null, null);
    }

    /** A bar of 70 px beside its figure; the longest row fills it, one with a negative value is grey. */
    public static <T> RankingColumn<T> bar(String header, Function<T, String> figure, ToDoubleFunction<T> order) {
        return new RankingColumn<>(header, Kind.BAR, figure, null, null, order, null);
    }

    /** A line of months, its last point coloured by state. */
    public static <T> RankingColumn<T> spark(Function<T, List<Double>> trend, Function<T, State> state) {
        return new RankingColumn<>("", Kind.SPARK, row -> "", null, state, null, trend);
    }

    /** The same column with figures, or the bar, coloured by state. */
    public RankingColumn<T> judged(Function<T, State> by) {
        return new RankingColumn<>(header, kind, text, remark, by, order, trend);
    }

    /** Rows without a value stand last in both directions. */
    Comparator<T> comparator(boolean descending) {
        return (a, b) -> {
            double x = order.applyAsDouble(a);
            double y = order.applyAsDouble(b);
            if (Double.isNaN(x) || Double.isNaN(y)) {
                return Boolean.compare(Double.isNaN(x), Double.isNaN(y));
            }
            return descending ? Double.compare(y, x) : Double.compare(x, y);
        };
    }
}
