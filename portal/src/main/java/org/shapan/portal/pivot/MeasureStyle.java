package org.shapan.portal.pivot;

/**
 * How the figures of a measure look.
 *
 * @param format MDX format string; null: the measure's own
 */
public record MeasureStyle(String format) {
    /** The measure's own format. */
    public static final MeasureStyle DEFAULT = new MeasureStyle(null);

    public MeasureStyle withFormat(String next) {
        return new MeasureStyle(next == null || next.isBlank() ? null : next.strip());
    }
}
