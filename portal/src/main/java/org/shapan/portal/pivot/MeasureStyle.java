package org.shapan.portal.pivot;

import org.shapan.portal.pivot.format.Highlight;

/**
 * How the figures of a measure look.
 *
 * @param format MDX format string; null: the measure's own
 * @param highlight how figures are marked by their size; null: as the grid does by itself
 */
public record MeasureStyle(String format, Highlight highlight) {
    /** The measure's own format. */
    public static final MeasureStyle DEFAULT = new MeasureStyle(null, null);

    public MeasureStyle withFormat(String next) {
        return new MeasureStyle(next == null || next.isBlank() ? null : next.strip(), highlight);
    }

    public MeasureStyle with(Highlight next) {
        return new MeasureStyle(format, next);
    }
}
