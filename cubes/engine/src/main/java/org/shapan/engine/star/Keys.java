package org.shapan.engine.star;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Clob;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

/**
 * Keys in one shape whatever the driver gives: whole numbers are {@code Long}, other exact numbers {@code BigDecimal} without trailing
 * zeros, dates {@code java.time}. So a key read from a fact table finds the member read from a dimension table.
 */
final class Keys {
    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final double WHOLE_DOUBLES = 1L << 53;

    private Keys() {}

    static Object normalised(Object value) throws SQLException {
        if (value instanceof String || value instanceof Long) { // most are, and this is quicker than the switch
            return value;
        }
        return switch (value) {
            case null -> null;
            case Integer i -> i.longValue();
            case Short s -> s.longValue();
            case Byte b -> b.longValue();
            case BigDecimal d -> whole(d);
            case BigInteger i -> whole(new BigDecimal(i));
            case Double d -> d == Math.rint(d) && Math.abs(d) < WHOLE_DOUBLES ? (Object) d.longValue() : d;
            case Float f -> normalised(f.doubleValue());
            case Date d -> d.toLocalDate();
            case Timestamp t -> t.toLocalDateTime();
            case Time t -> t.toLocalTime();
            case Clob c -> c.getSubString(1, (int) Math.min(Integer.MAX_VALUE, c.length()));
            case byte[] b -> HexFormat.of().formatHex(b);
            default -> value;
        };
    }

    private static Object whole(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() <= 0 && stripped.precision() - stripped.scale() <= 18
                ? (Object) stripped.longValueExact()
                : stripped;
    }

    /** Text of a normalised key as a member's name; null for null. */
    static String name(Object key) {
        return switch (key) {
            case null -> null;
            case BigDecimal d -> d.toPlainString();
            case Boolean b -> b ? "1" : "0";
            case LocalDateTime t -> t.format(TIMESTAMP);
            default -> key.toString();
        };
    }

    /** The keys that a text in a query such as {@code &[42]} can mean, by falling likelihood. */
    static Object[] ofText(String text) {
        if (text.equalsIgnoreCase(MemberTable.NULL_NAME)) {
            return new Object[] {text, null};
        }
        Object number = number(text);
        if (number != null) {
            return text.equals("0") || text.equals("1")
                    ? new Object[] {number, text, text.equals("1")}
                    : new Object[] {number, text};
        }
        try {
            return new Object[] {
                text, text.length() > 10 ? LocalDateTime.parse(text.replace(' ', 'T')) : LocalDate.parse(text)
            };
        } catch (DateTimeException e) {
            return new Object[] {text};
        }
    }

    private static Object number(String text) {
        if (text.isEmpty() || text.length() > 40 || "0123456789.-+".indexOf(text.charAt(0)) < 0) {
            return null;
        }
        try {
            return whole(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Order of members: nulls first, numbers by value, texts without regard to case and then with it. */
    static int compare(Object a, Object b) {
        if (a == null || b == null) {
            return a == b ? 0 : a == null ? -1 : 1;
        }
        if (a instanceof Long x && b instanceof Long y) {
            return Long.compare(x, y);
        }
        if (a instanceof Number x && b instanceof Number y) {
            return decimal(x).compareTo(decimal(y));
        }
        if (a instanceof String x && b instanceof String y) {
            int order = x.compareToIgnoreCase(y);
            return order == 0 ? x.compareTo(y) : order;
        }
        return compareOther(a, b);
    }

    private static int compareOther(Object a, Object b) {
        return switch (a) {
            case Boolean x when b instanceof Boolean y -> Boolean.compare(x, y);
            case LocalDate x when b instanceof LocalDate y -> x.compareTo(y);
            case LocalDateTime x when b instanceof LocalDateTime y -> x.compareTo(y);
            case LocalTime x when b instanceof LocalTime y -> x.compareTo(y);
            default -> a.toString().compareTo(b.toString());
        };
    }

    private static BigDecimal decimal(Number number) {
        return switch (number) {
            case BigDecimal d -> d;
            case Double d when !Double.isFinite(d) -> BigDecimal.valueOf(Math.copySign(Double.MAX_VALUE, d));
            default -> new BigDecimal(number.toString());
        };
    }
}
