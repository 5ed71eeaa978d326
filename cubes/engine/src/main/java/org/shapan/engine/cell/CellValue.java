package org.shapan.engine.cell;

import java.math.BigDecimal;

/**
 * One value on its way from a segment to a calculator, without boxing. Mutable and reused: a reader's own, never shared between
 * threads.
 */
public final class CellValue {
    /** What the value is. */
    public enum Kind {
        EMPTY,
        /** {@link #longValue} divided by 10^{@link #scale}. */
        EXACT,
        DOUBLE,
        OBJECT
    }

    private Kind kind = Kind.EMPTY;
    private long exact;
    private int scale;
    private double approximate;
    private Object object;

    public Kind kind() {
        return kind;
    }

    public boolean isEmpty() {
        return kind == Kind.EMPTY;
    }

    /** Unscaled value; only for EXACT. */
    public long longValue() {
        return exact;
    }

    /** Digits after the decimal point; only for EXACT. */
    public int scale() {
        return scale;
    }

    /** The number as double; only for EXACT and DOUBLE. */
    public double doubleValue() {
        return kind == Kind.EXACT ? toDouble(exact, scale) : approximate;
    }

    /** The value boxed: null, Long or BigDecimal (EXACT), Double, or the object. */
    public Object boxed() {
        return switch (kind) {
            case EMPTY -> null;
            case EXACT -> scale == 0 ? (Object) exact : BigDecimal.valueOf(exact, scale);
            case DOUBLE -> approximate;
            case OBJECT -> object;
        };
    }

    public void setEmpty() {
        kind = Kind.EMPTY;
        object = null;
    }

    public void setExact(long unscaled, int digits) {
        kind = Kind.EXACT;
        exact = unscaled;
        scale = digits;
    }

    public void setDouble(double value) {
        kind = Kind.DOUBLE;
        approximate = value;
    }

    public void setObject(Object value) {
        kind = value == null ? Kind.EMPTY : Kind.OBJECT;
        object = value;
    }

    private static double toDouble(long unscaled, int digits) {
        return switch (digits) {
            case 0 -> unscaled;
            case 1 -> unscaled / 10d;
            case 2 -> unscaled / 100d;
            case 3 -> unscaled / 1_000d;
            case 4 -> unscaled / 10_000d;
            default -> BigDecimal.valueOf(unscaled, digits).doubleValue();
        };
    }
}
