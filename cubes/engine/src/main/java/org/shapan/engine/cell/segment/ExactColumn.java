package org.shapan.engine.cell.segment;

import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;

/** Exact numbers: longs divided by a power of ten that is the same for the column. */
public final class ExactColumn implements ValueColumn {
    private final long[] values;
    private final long[] present;
    private final int scale;
    private final int size;

    ExactColumn(long[] values, long[] present, int scale, int size) {
        this.values = values;
        this.present = present;
        this.scale = scale;
        this.size = size;
    }

    /** Unscaled value; undefined where null. */
    public long value(int row) {
        return values[row];
    }

    /** Digits after the decimal point. */
    public int scale() {
        return scale;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public boolean isNull(int row) {
        return !Nulls.get(present, row);
    }

    @Override
    public long bytes() {
        return 48 + 8L * values.length + 8L * present.length;
    }

    @Override
    public ExactColumn combine(int[] rows, int[] groupOf, int groups, Combination how) {
        long[] combined = new long[groups];
        long[] there = Nulls.none(groups);
        for (int i = 0; i < groupOf.length; i++) {
            int row = rows == null ? i : rows[i];
            if (isNull(row)) {
                continue;
            }
            int group = groupOf[i];
            if (Nulls.get(there, group)) {
                combined[group] = combine(combined[group], values[row], how);
            } else {
                Nulls.set(there, group);
                combined[group] = values[row];
            }
        }
        return new ExactColumn(combined, there, scale, groups);
    }

    private long combine(long a, long b, Combination how) {
        return switch (how) {
            case SUM -> {
                long sum = a + b;
                if (((a ^ sum) & (b ^ sum)) < 0) {
                    throw overflow(scale, null);
                }
                yield sum;
            }
            case MIN -> Math.min(a, b);
            case MAX -> Math.max(a, b);
            case NONE -> throw new IllegalStateException("two rows of one key cannot be combined");
        };
    }

    static EngineException overflow(int scale, ArithmeticException cause) {
        return new EngineException(
                OlapErrorCode.NUMERIC_OVERFLOW,
                "A sum with " + scale
                        + " decimals is larger than the 18 digits that are kept exactly; declare the measure with fewer"
                        + " decimals or as datatype=\"Numeric\" over a floating-point expression",
                cause);
    }
}
