package org.shapan.engine.calc.eval;

import java.math.BigDecimal;
import org.shapan.engine.cell.CellValue;

/**
 * Adds values: exactly as long as all of them are exact, so that the order of addition does not matter; as doubles from the first
 * inexact one on. Empty values do not count.
 */
public final class ExactSum {
    private static final int MAX_SCALE = 18;
    private static final long[] POWERS = new long[MAX_SCALE + 1];

    static {
        POWERS[0] = 1;
        for (int i = 1; i <= MAX_SCALE; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
    }

    private boolean empty = true;
    private boolean exact = true;
    private long unscaled;
    private int scale;
    private double approximate;

    public void clear() {
        empty = true;
        exact = true;
        unscaled = 0;
        scale = 0;
        approximate = 0;
    }

    /** Adds {@code sign} times the value, sign being 1 or -1. */
    public void add(CellValue value, int sign) {
        switch (value.kind()) {
            case EMPTY -> {
                return;
            }
            case EXACT -> {
                if (!exact || !addExact(sign * value.longValue(), value.scale())) {
                    addDouble(sign * value.doubleValue());
                }
            }
            case DOUBLE -> addDouble(sign * value.doubleValue());
            case OBJECT -> addDouble(sign * Scalars.toNumber(value));
        }
        empty = false;
    }

    public boolean isEmpty() {
        return empty;
    }

    public void get(CellValue into) {
        if (empty) {
            into.setEmpty();
        } else if (exact) {
            into.setExact(unscaled, scale);
        } else {
            into.setDouble(approximate);
        }
    }

    private boolean addExact(long value, int digits) {
        long a = unscaled;
        long b = value;
        int common = Math.max(scale, digits);
        if (common > MAX_SCALE) {
            return false;
        }
        try {
            a = Math.multiplyExact(a, POWERS[common - scale]);
            b = Math.multiplyExact(b, POWERS[common - digits]);
            unscaled = Math.addExact(a, b);
        } catch (ArithmeticException beyondLong) {
            return false;
        }
        scale = common;
        return true;
    }

    private void addDouble(double value) {
        if (exact) {
            approximate =
                    scale == 0 ? unscaled : BigDecimal.valueOf(unscaled, scale).doubleValue();
            exact = false;
        }
        approximate += value;
    }
}
