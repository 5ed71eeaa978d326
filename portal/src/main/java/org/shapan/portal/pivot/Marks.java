package org.shapan.portal.pivot;

import java.util.HashMap;
import java.util.Map;
import org.shapan.portal.pivot.format.Highlight;
import org.shapan.portal.pivot.format.Light;
import org.shapan.portal.pivot.format.Range;

/**
 * What is drawn behind the figures of a content. Each measure has one range, over its details. A measure without a
 * {@link Highlight} of its own has bars, unless it is a ratio.
 */
final class Marks {
    /** Larger results have no bars and scales: to find their ranges all cells would have to be read. */
    private static final int MOST_CELLS = 200_000;

    /**
     * A mark.
     *
     * @param bar length in per cent; 0: none
     * @param step of the colour scale, from 1; 0: none
     * @param light null: none
     */
    record Mark(int bar, int step, Light light) {
        static final Mark NONE = new Mark(0, 0, null);
    }

    private final GridContent content;
    private final Map<String, Highlight> highlights = new HashMap<>();
    private final Map<String, Range> ranges = new HashMap<>();

    private Marks(GridContent content) {
        this.content = content;
    }

    static Marks of(GridContent content) {
        Marks marks = new Marks(content);
        if ((long) content.rowCount() * content.columnCount() <= MOST_CELLS) {
            GridContent whole = content.whole();
            for (int row = 0; row < whole.rowCount(); row++) {
                for (int column = 0; column < whole.columnCount(); column++) {
                    double number = detail(whole, row, column) ? whole.number(row, column) : Double.NaN;
                    if (!Double.isNaN(number)) {
                        marks.ranges.merge(whole.measure(row, column), Range.of(number), Range::and);
                    }
                }
            }
        }
        return marks;
    }

    /** The highlight of a cell's measure. A measure is written in one way, so that one of its figures tells a ratio. */
    Highlight highlight(int row, int column) {
        String measure = content.measure(row, column);
        return highlights.computeIfAbsent(measure, name -> {
            Highlight own = Trend.is(name) ? Highlight.NONE : content.highlight(name);
            return own != null ? own : content.text(row, column).endsWith("%") ? Highlight.NONE : Highlight.BARS;
        });
    }

    /** The range of a measure; null where no detail has a figure, or there are too many. */
    Range range(String measure) {
        return ranges.get(measure);
    }

    /** Lights stand at totals too; bars and scales compare details. */
    Mark mark(int row, int column, double number) {
        if (Double.isNaN(number)) {
            return Mark.NONE;
        }
        Highlight highlight = highlight(row, column);
        Range range = ranges.get(content.measure(row, column));
        boolean compared = range != null && detail(content, row, column);
        return switch (highlight.kind()) {
            case NONE -> Mark.NONE;
            case BARS -> compared ? new Mark(range.bar(number), 0, null) : Mark.NONE;
            case SCALE -> compared ? new Mark(0, range.step(number), null) : Mark.NONE;
            case LIGHTS -> new Mark(0, 0, highlight.light(number));
        };
    }

    private static boolean detail(GridContent content, int row, int column) {
        return content.rows().lines().get(row).kind() == AxisLine.Kind.DETAIL
                && content.columns().lines().get(column).kind() == AxisLine.Kind.DETAIL;
    }
}
