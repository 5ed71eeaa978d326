package org.shapan.engine.sql;

import java.math.BigDecimal;
import java.util.Locale;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;

/** Values as SQL text. Numbers are parsed before they are written, so that text from a schema cannot become SQL. */
final class Literals {
    private Literals() {}

    static String ansi(Object value, DataType type, String dialect) {
        if (value == null) {
            return "NULL";
        }
        return switch (type) {
            case STRING -> string(value.toString(), dialect);
            case INTEGER, LONG, DECIMAL, DOUBLE -> number(value);
            case BOOLEAN -> truth(value);
            case DATE -> "DATE " + string(value.toString().strip(), dialect);
            case TIME -> "TIME " + string(value.toString().strip(), dialect);
            case TIMESTAMP -> "TIMESTAMP " + string(value.toString().strip().replace('T', ' '), dialect);
        };
    }

    private static String string(String text, String dialect) {
        if (text.indexOf('\0') >= 0) {
            throw new EngineException(
                    OlapErrorCode.SQL_FAILED,
                    "A text with the character NUL cannot be sent to a database (" + dialect + ")");
        }
        return "'" + text.replace("'", "''") + "'";
    }

    private static String number(Object value) {
        if (value instanceof Double d && !Double.isFinite(d)) {
            throw new EngineException(OlapErrorCode.SQL_FAILED, "Not a number that SQL can write: " + value);
        }
        try {
            return new BigDecimal(value.toString().strip()).toString();
        } catch (NumberFormatException e) {
            throw new EngineException(OlapErrorCode.SQL_FAILED, "Not a number: '" + value + "'", e);
        }
    }

    private static String truth(Object value) {
        return switch (value.toString().strip().toLowerCase(Locale.ROOT)) {
            case "true", "1" -> "TRUE";
            case "false", "0" -> "FALSE";
            default -> throw new EngineException(OlapErrorCode.SQL_FAILED, "Not a truth value: '" + value + "'");
        };
    }
}
