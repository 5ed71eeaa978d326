package org.shapan.engine.calc;

import java.util.Locale;
import org.shapan.engine.calc.resolve.Formats;
import org.shapan.engine.format.FormatString;

/** The text of a cell's value. */
final class CellText {
    private CellText() {}

    /** Whether no decimals are left when the number is rounded to three. */
    private static boolean isWhole(double number) {
        return Math.abs(number - Math.rint(number)) < 0.0005;
    }

    /** @param format null for the general format */
    static String format(String format, Object value, Locale locale) {
        if (Formats.GENERAL.equals(format) && value instanceof Number number && isWhole(number.doubleValue())) {
            return FormatString.compile("#,##0", locale).format(value);
        }
        return FormatString.compile(format == null ? FormatString.DEFAULT : format, locale)
                .format(value);
    }
}
