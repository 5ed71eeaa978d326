package org.shapan.engine.calc;

import java.util.Locale;
import org.shapan.engine.format.FormatString;

/** The text of a cell's value. */
final class CellText {
    private CellText() {}

    /** @param format null for the general format */
    static String format(String format, Object value, Locale locale) {
        return FormatString.compile(format == null ? FormatString.DEFAULT : format, locale)
                .format(value);
    }
}
