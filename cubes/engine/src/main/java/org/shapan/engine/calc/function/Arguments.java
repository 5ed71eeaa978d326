package org.shapan.engine.calc.function;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import org.shapan.engine.calc.eval.Scalars;

/**
 * The values with which a function of values is called, by position; null is empty.
 *
 * @param values one for each argument given
 * @param locale of the connection
 * @param now when the query began
 */
record Arguments(Object[] values, Locale locale, LocalDateTime now) {
    /** Whether the argument was given and is not empty. */
    boolean has(int index) {
        return index < values.length && values[index] != null;
    }

    Object value(int index) {
        return index < values.length ? values[index] : null;
    }

    double number(int index) {
        return Scalars.toNumber(values[index]);
    }

    double number(int index, double otherwise) {
        return has(index) ? number(index) : otherwise;
    }

    /** A number without its fraction. */
    int whole(int index) {
        return (int) number(index);
    }

    int whole(int index, int otherwise) {
        return has(index) ? whole(index) : otherwise;
    }

    String text(int index) {
        return Scalars.toText(values[index]);
    }

    LocalDateTime date(int index) {
        return date(values[index]);
    }

    static LocalDateTime date(Object value) {
        return switch (value) {
            case LocalDateTime moment -> moment;
            case LocalDate day -> day.atStartOfDay();
            default -> throw Scalars.error("Not a date: " + value);
        };
    }
}
