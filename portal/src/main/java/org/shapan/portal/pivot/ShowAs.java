package org.shapan.portal.pivot;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A figure made of a measure and its place in the pivot. Among a model's measures it is written with the measure's unique
 * name behind: {@code SHARE_ROW [Measures].[Sales]}.
 */
public enum ShowAs {
    SHARE_TOTAL(Format.SHARE),
    SHARE_ROW(Format.SHARE),
    SHARE_COLUMN(Format.SHARE),
    SHARE_PARENT(Format.SHARE),
    RANK(Format.COUNT),
    RUNNING(Format.OWN),
    DIFFERENCE(Format.OWN),
    GROWTH(Format.CHANGE),
    MOM(Format.CHANGE),
    MOM_DIFFERENCE(Format.OWN),
    YOY(Format.CHANGE),
    YOY_DIFFERENCE(Format.OWN),
    YTD(Format.OWN),
    /** The course of its last periods, see {@link Trend}. */
    TREND(Format.OWN);

    private static final class Format {
        static final String SHARE = "0.0%";
        static final String COUNT = "#,##0";
        static final String CHANGE = "+0.0%;-0.0%;0.0%";
        static final String OWN = null;

        private Format() {}
    }

    private final String format;

    ShowAs(String format) {
        this.format = format;
    }

    /** What measures of a cube can be shown as. */
    static List<ShowAs> of(PivotFields fields) {
        boolean time = fields.hierarchies().stream().anyMatch(PivotFields.HierarchyField::time);
        return Arrays.stream(values()).filter(kind -> time || !kind.inTime()).toList();
    }

    /** MDX format string; null: the format of the measure. */
    String format() {
        return format;
    }

    /** Whether it needs a time hierarchy. */
    private boolean inTime() {
        return compareTo(MOM) >= 0;
    }

    /** How a model names a measure shown so. */
    public String of(String measure) {
        return name() + " " + measure;
    }

    /** What a model's measure is shown as; empty for a measure as it is. */
    public static Optional<ShowAs> read(String measure) {
        return Arrays.stream(values())
                .filter(kind -> measure.startsWith(kind.name() + " ["))
                .findFirst();
    }

    /** The measure without what it is shown as. */
    public static String base(String measure) {
        return read(measure)
                .map(kind -> measure.substring(kind.name().length() + 1))
                .orElse(measure);
    }

    /** Name of the calculated measure in the statement; of a trend that of its last period. */
    static String uniqueName(String measure) {
        return read(measure)
                .map(kind -> {
                    if (kind == TREND) {
                        return Trend.last(measure);
                    }
                    String base = base(measure);
                    return base.substring(0, base.length() - 1) + " " + kind.name() + "]";
                })
                .orElse(measure);
    }
}
