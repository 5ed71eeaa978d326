package org.shapan.engine.cell.segment;

/** Floating-point numbers. */
public final class DoubleColumn implements ValueColumn {
    private final double[] values;
    private final long[] present;
    private final int size;

    DoubleColumn(double[] values, long[] present, int size) {
        this.values = values;
        this.present = present;
        this.size = size;
    }

    /** Undefined where null. */
    public double value(int row) {
        return values[row];
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
    public DoubleColumn combine(int[] rows, int[] groupOf, int groups, Combination how) {
        double[] combined = new double[groups];
        long[] there = Nulls.none(groups);
        for (int i = 0; i < groupOf.length; i++) {
            int row = rows == null ? i : rows[i];
            if (isNull(row)) {
                continue;
            }
            int group = groupOf[i];
            if (Nulls.get(there, group)) {
                combined[group] = switch (how) {
                    case SUM -> combined[group] + values[row];
                    case MIN -> Math.min(combined[group], values[row]);
                    case MAX -> Math.max(combined[group], values[row]);
                    case NONE -> throw new IllegalStateException("two rows of one key cannot be combined");
                };
            } else {
                Nulls.set(there, group);
                combined[group] = values[row];
            }
        }
        return new DoubleColumn(combined, there, groups);
    }
}
