package org.shapan.portal.pivot;

import java.util.Locale;
import java.util.Map;
import org.shapan.engine.api.CellBlock;
import org.shapan.engine.format.FormatString;
import org.shapan.portal.pivot.format.Highlight;

/**
 * A finished query with its axes laid out. Immutable; needs no connection; safe to read from any thread.
 *
 * @param styles what the person chose, by measure
 * @param locale of their formats
 */
record LaidOut(AxisLayout rows, AxisLayout columns, CellBlock block, Map<String, MeasureStyle> styles, Locale locale)
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
        return block.doubleValue(ordinal(row, column));
    }

    @Override
    public Highlight highlight(String measure) {
        return styles.getOrDefault(measure, MeasureStyle.DEFAULT).highlight();
    }

    /** A property of a cell such as {@code FORMAT_STRING}; null when it has none. */
    Object property(int row, int column, String name) {
        return block.property(ordinal(row, column), name);
    }

    private int ordinal(int row, int column) {
        int across = columns.lines().get(column).position();
        return block.axisCount() == 1
                ? block.ordinal(across)
                : block.ordinal(across, rows.lines().get(row).position());
    }
}
