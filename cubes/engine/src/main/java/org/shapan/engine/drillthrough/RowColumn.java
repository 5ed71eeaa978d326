package org.shapan.engine.drillthrough;

import java.util.Locale;
import org.shapan.engine.star.Details;
import org.shapan.engine.star.Level;
import org.shapan.engine.star.StoredMeasure;

/** A column that is asked for. */
sealed interface RowColumn {
    /** As a statement names it. */
    String name();

    String caption(Locale locale);

    /** What goes before the caption where another column has the same. */
    String group(Locale locale);

    /** What of a member is shown. */
    enum Part {
        CAPTION,
        NAME,
        KEY,
        UNIQUENAME
    }

    record OfLevel(Level level, Part part, String alias) implements RowColumn {
        @Override
        public String name() {
            return part == Part.CAPTION ? level.uniqueName() : part + "(" + level.uniqueName() + ")";
        }

        @Override
        public String caption(Locale locale) {
            if (alias != null) {
                return alias;
            }
            String caption = level.caption(locale);
            return part == Part.CAPTION ? caption : caption + " (" + part.name().toLowerCase(Locale.ROOT) + ")";
        }

        @Override
        public String group(Locale locale) {
            return level.hierarchy().caption(locale);
        }
    }

    /** A column of a table of details. */
    record OfDetails(Details.Column column, String alias) implements RowColumn {
        @Override
        public String name() {
            return column.name();
        }

        @Override
        public String caption(Locale locale) {
            return alias == null ? column.labels().caption(locale, column.name()) : alias;
        }

        @Override
        public String group(Locale locale) {
            return column.name();
        }
    }

    record OfMeasure(StoredMeasure measure, String alias) implements RowColumn {
        @Override
        public String name() {
            return measure.uniqueName();
        }

        @Override
        public String caption(Locale locale) {
            return alias == null ? measure.caption(locale) : alias;
        }

        @Override
        public String group(Locale locale) {
            return measure.hierarchy().caption(locale);
        }
    }
}
