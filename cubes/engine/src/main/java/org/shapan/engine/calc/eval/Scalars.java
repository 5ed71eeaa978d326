package org.shapan.engine.calc.eval;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;
import org.shapan.engine.cell.CellValue;

/** Conversions between scalar values that the language does without being asked. */
public final class Scalars {
    private Scalars() {}

    /**
     * @return {@link Nulls#NUMBER} when empty
     * @throws EngineException MDX_EVALUATION when the value is not a number
     */
    public static double toNumber(CellValue value) {
        return switch (value.kind()) {
            case EMPTY -> Nulls.NUMBER;
            case EXACT, DOUBLE -> value.doubleValue();
            case OBJECT -> toNumber(value.boxed());
        };
    }

    public static double toNumber(Object value) {
        return switch (value) {
            case null -> Nulls.NUMBER;
            case Number number -> number.doubleValue();
            case Boolean truth -> truth ? 1 : 0;
            default -> throw error("Not a number: " + describe(value));
        };
    }

    /** Null when empty; whole numbers without a fraction, booleans as {@code true} and {@code false}. */
    public static String toText(CellValue value) {
        return value.isEmpty() ? null : toText(value.boxed());
    }

    public static String toText(Object value) {
        return switch (value) {
            case null -> null;
            case Double number -> toText(number.doubleValue());
            case BigDecimal number -> number.toPlainString();
            default -> value.toString();
        };
    }

    /** The shortest text that reads back as the number; whole numbers without {@code .0}. */
    public static String toText(double number) {
        if (number == Math.rint(number) && Math.abs(number) < 1e15) {
            return Long.toString((long) number);
        }
        return Double.toString(number);
    }

    /**
     * False when empty; a number is true unless it is 0.
     *
     * @throws EngineException MDX_EVALUATION when the value is neither a truth value nor a number
     */
    public static boolean toLogical(CellValue value) {
        return switch (value.kind()) {
            case EMPTY -> false;
            case EXACT -> value.longValue() != 0;
            case DOUBLE -> value.doubleValue() != 0;
            case OBJECT -> value.boxed() instanceof Boolean truth ? truth : toNumber(value) != 0;
        };
    }

    /** Puts any Java value into a cell value. */
    public static void set(Object value, CellValue into) {
        switch (value) {
            case null -> into.setEmpty();
            case Long number -> into.setExact(number, 0);
            case Integer number -> into.setExact(number, 0);
            case Short number -> into.setExact(number, 0);
            case BigDecimal number -> {
                if (number.precision() <= 18 && number.scale() >= 0 && number.scale() <= 18) {
                    into.setExact(number.unscaledValue().longValueExact(), number.scale());
                } else {
                    into.setDouble(number.doubleValue());
                }
            }
            case Number number -> into.setDouble(number.doubleValue());
            case java.sql.Timestamp moment -> into.setObject(moment.toLocalDateTime());
            case java.sql.Date day -> into.setObject(day.toLocalDate().atStartOfDay());
            case LocalDate day -> into.setObject(day.atStartOfDay());
            default -> into.setObject(value);
        }
    }

    /** Compares two values of the same kind; dates and texts by their order, numbers as numbers. */
    public static int compare(Object left, Object right) {
        if (left instanceof Number && right instanceof Number) {
            return Double.compare(toNumber(left), toNumber(right));
        }
        if (left instanceof LocalDateTime a && right instanceof LocalDateTime b) {
            return a.compareTo(b);
        }
        if (left instanceof Boolean a && right instanceof Boolean b) {
            return Boolean.compare(a, b);
        }
        return toText(left).compareTo(toText(right));
    }

    public static EngineException error(String message) {
        return new EngineException(OlapErrorCode.MDX_EVALUATION, message);
    }

    private static String describe(Object value) {
        return value instanceof String text ? '"' + text + '"' : value.toString();
    }
}
