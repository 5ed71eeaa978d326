package org.shapan.engine.calc;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shapan.engine.cell.CellValue;

/**
 * The cells of a result by column: a kind and 64 bits for each, objects only where there are some, format strings by number. Filled
 * once, then only read.
 */
final class CellColumns {
    private static final byte EMPTY = 0;
    private static final byte DOUBLE = 1;
    private static final byte OBJECT = 2;
    private static final byte ERROR = 3;
    /** EXACT plus the number of decimals. */
    private static final byte EXACT = 8;

    private final byte[] kinds;
    private final long[] bits;
    private final char[] formats;
    private final List<String> formatTexts = new ArrayList<>();
    private final Map<String, Object[]> properties = new HashMap<>();
    private Object[] objects;

    CellColumns(int size) {
        this.kinds = new byte[size];
        this.bits = new long[size];
        this.formats = new char[size];
        formatTexts.add(null);
    }

    int size() {
        return kinds.length;
    }

    void set(int ordinal, CellValue value) {
        switch (value.kind()) {
            case EMPTY -> kinds[ordinal] = EMPTY;
            case DOUBLE -> {
                kinds[ordinal] = DOUBLE;
                bits[ordinal] = Double.doubleToRawLongBits(value.doubleValue());
            }
            case EXACT -> {
                kinds[ordinal] = (byte) (EXACT + value.scale());
                bits[ordinal] = value.longValue();
            }
            case OBJECT -> {
                kinds[ordinal] = OBJECT;
                object(ordinal, value.boxed());
            }
        }
    }

    /** @param messages outermost first */
    void setError(int ordinal, List<String> messages) {
        kinds[ordinal] = ERROR;
        object(ordinal, List.copyOf(messages));
    }

    /** @param format null for none */
    void setFormat(int ordinal, String format) {
        int number = formatTexts.lastIndexOf(format);
        if (number < 0) {
            number = formatTexts.size();
            if (number > Character.MAX_VALUE) {
                number = 0;
            } else {
                formatTexts.add(format);
            }
        }
        formats[ordinal] = (char) number;
    }

    /** @param name in upper case */
    void setProperty(int ordinal, String name, Object value) {
        if (value != null) {
            properties.computeIfAbsent(name, any -> new Object[kinds.length])[ordinal] = value;
        }
    }

    /** @param name in upper case */
    Object property(int ordinal, String name) {
        Object[] values = properties.get(name);
        return values == null ? null : values[ordinal];
    }

    String format(int ordinal) {
        return formatTexts.get(formats[ordinal]);
    }

    boolean isEmpty(int ordinal) {
        return kinds[ordinal] == EMPTY;
    }

    boolean isError(int ordinal) {
        return kinds[ordinal] == ERROR;
    }

    double doubleValue(int ordinal) {
        byte kind = kinds[ordinal];
        if (kind == DOUBLE) {
            return Double.longBitsToDouble(bits[ordinal]);
        }
        if (kind >= EXACT) {
            CellValue value = new CellValue();
            value.setExact(bits[ordinal], kind - EXACT);
            return value.doubleValue();
        }
        return kind == OBJECT && objects[ordinal] instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    Object value(int ordinal) {
        byte kind = kinds[ordinal];
        return switch (kind) {
            case EMPTY, ERROR -> null;
            case DOUBLE -> Double.longBitsToDouble(bits[ordinal]);
            case OBJECT -> objects[ordinal];
            case EXACT -> bits[ordinal];
            default -> BigDecimal.valueOf(bits[ordinal], kind - EXACT);
        };
    }

    @SuppressWarnings("unchecked")
    List<String> errors(int ordinal) {
        return kinds[ordinal] == ERROR ? (List<String>) objects[ordinal] : List.of();
    }

    private void object(int ordinal, Object value) {
        if (objects == null) {
            objects = new Object[kinds.length];
        }
        objects[ordinal] = value;
    }
}
