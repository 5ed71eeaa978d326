package org.shapan.portal.pivot;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.shapan.engine.api.CellBlock;
import org.shapan.engine.format.FormatString;
import org.shapan.portal.pivot.format.Highlight;

/**
 * A finished query with its axes laid out. Immutable; needs no connection; safe to read from any thread.
 *
 * @param trends where the figures of trends lie
 * @param styles what the person chose, by measure
 * @param look how the heads of rows stand
 * @param locale of their formats
 */
record LaidOut(
        AxisLayout rows,
        AxisLayout columns,
        Trend.Places trends,
        CellBlock block,
        Map<String, MeasureStyle> styles,
        PivotLook look,
        Locale locale)
        implements GridContent {
    private static final long BYTES_PER_CELL = 16;
    private static final long BYTES_PER_LINE = 300;
    private static final long BYTES_AT_LEAST = 2_000;

    /** About how much memory it takes. */
    long bytes() {
        return BYTES_AT_LEAST
                + BYTES_PER_CELL * block.cellCount()
                + BYTES_PER_LINE * ((long) rowCount() + columnCount());
    }

    @Override
    public String text(int row, int column) {
        int ordinal = ordinal(row, column);
        if (ordinal < 0) {
            return "";
        }
        if (block.isError(ordinal)) {
            return "#ERR";
        }
        if (block.isEmpty(ordinal)) {
            return "";
        }
        MeasureStyle style = styles.isEmpty() ? null : styles.get(measure(row, column));
        String format = style == null ? null : style.format();
        return minus(
                format != null && block.value(ordinal) instanceof Number number
                        ? FormatString.compile(format, locale).format(number)
                        : block.formatted(ordinal));
    }

    /** Figures on screen have a true minus, which keeps its column (guide 5). */
    private static String minus(String formatted) {
        return formatted.startsWith("-") ? "\u2212" + formatted.substring(1) : formatted;
    }

    @Override
    public double number(int row, int column) {
        int ordinal = ordinal(row, column);
        return ordinal < 0 ? Double.NaN : block.doubleValue(ordinal);
    }

    @Override
    public Highlight highlight(String measure) {
        return styles.getOrDefault(measure, MeasureStyle.DEFAULT).highlight();
    }

    /** A property of a cell such as {@code FORMAT_STRING}; null when it has none. */
    Object property(int row, int column, String name) {
        int ordinal = ordinal(row, column);
        return ordinal < 0 ? null : block.property(ordinal, name);
    }

    @Override
    public double[] trend(int row, int column) {
        int[] steps = steps(row, column);
        return steps == null
                ? null
                : Arrays.stream(steps)
                        .mapToDouble(step -> step < 0 ? Double.NaN : block.doubleValue(ordinal(row, column, step)))
                        .toArray();
    }

    private int[] steps(int row, int column) {
        return trends.of(
                rows.lines().get(row).position(), columns.lines().get(column).position());
    }

    /** Of a trend that of its last period; −1: it is not there. */
    private int ordinal(int row, int column) {
        int[] steps = steps(row, column);
        int across = columns.lines().get(column).position();
        return steps == null
                ? ordinal(row, column, trends.onRows() ? rows.lines().get(row).position() : across)
                : steps[Trend.PERIODS - 1] < 0 ? -1 : ordinal(row, column, steps[Trend.PERIODS - 1]);
    }

    /** @param measured position on the axis that carries the measures */
    private int ordinal(int row, int column, int measured) {
        int across = trends.onRows() ? columns.lines().get(column).position() : measured;
        int down = trends.onRows() ? measured : rows.lines().get(row).position();
        return block.axisCount() == 1 ? block.ordinal(across) : block.ordinal(across, down);
    }
}
