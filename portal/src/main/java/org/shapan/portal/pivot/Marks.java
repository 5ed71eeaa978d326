package org.shapan.portal.pivot;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
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
     * @param extreme whether it is one of the largest or least
     */
    record Mark(int bar, int step, Light light, boolean extreme) {
        static final Mark NONE = new Mark(0, 0, null);
        static final Mark EXTREME = new Mark(0, 0, null, true);

        Mark(int bar, int step, Light light) {
            this(bar, step, light, false);
        }
    }

    private final GridContent content;
    private final Map<String, Highlight> highlights = new HashMap<>();
    private final Map<String, Range> ranges = new HashMap<>();
    private final Map<String, PriorityQueue<Double>> extremes = new HashMap<>();

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
                        marks.offer(whole, row, column, number);
                    }
                }
            }
        }
        return marks;
    }

    /** Keeps the largest or least figures of a measure, the last of them at the head. */
    private void offer(GridContent from, int row, int column, double number) {
        Highlight highlight = highlight(from, row, column);
        if (highlight.counted()) {
            boolean top = highlight.kind() == Highlight.Kind.TOP;
            PriorityQueue<Double> kept = extremes.computeIfAbsent(
                    from.measure(row, column),
                    measure -> new PriorityQueue<Double>(top ? Comparator.naturalOrder() : Comparator.reverseOrder()));
            kept.add(number);
            if (kept.size() > highlight.count()) {
                kept.remove();
            }
        }
    }

    /** The last figure that is marked as one of the largest or least; NaN where there is none. */
    double last(String measure) {
        PriorityQueue<Double> kept = extremes.get(measure);
        return kept == null || kept.isEmpty() ? Double.NaN : kept.peek();
    }

    /** The highlight of a cell's measure. A measure is written in one way, so that one of its figures tells a ratio. */
    Highlight highlight(int row, int column) {
        return highlight(content, row, column);
    }

    private Highlight highlight(GridContent from, int row, int column) {
        return highlights.computeIfAbsent(from.measure(row, column), name -> {
            Highlight own = Trend.is(name) ? Highlight.NONE : from.highlight(name);
            return own != null ? own : from.text(row, column).endsWith("%") ? Highlight.NONE : Highlight.BARS;
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
            case TOP -> compared && number >= last(content.measure(row, column)) ? Mark.EXTREME : Mark.NONE;
            case BOTTOM -> compared && number <= last(content.measure(row, column)) ? Mark.EXTREME : Mark.NONE;
        };
    }

    private static boolean detail(GridContent content, int row, int column) {
        return content.rows().lines().get(row).kind() == AxisLine.Kind.DETAIL
                && content.columns().lines().get(column).kind() == AxisLine.Kind.DETAIL;
    }
}
