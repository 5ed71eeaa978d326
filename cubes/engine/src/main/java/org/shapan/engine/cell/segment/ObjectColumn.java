package org.shapan.engine.cell.segment;

/** Dates and strings, of which MIN and MAX are taken; anything that JDBC gives and that is comparable. */
public final class ObjectColumn implements ValueColumn {
    private final Object[] values;

    ObjectColumn(Object[] values) {
        this.values = values;
    }

    /** Null where there is none. */
    public Object value(int row) {
        return values[row];
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public boolean isNull(int row) {
        return values[row] == null;
    }

    @Override
    public long bytes() {
        return 24 + 64L * values.length;
    }

    @Override
    public ObjectColumn combine(int[] rows, int[] groupOf, int groups, Combination how) {
        Object[] combined = new Object[groups];
        for (int i = 0; i < groupOf.length; i++) {
            Object value = values[rows == null ? i : rows[i]];
            int group = groupOf[i];
            if (value != null) {
                combined[group] = combined[group] == null ? value : combine(combined[group], value, how);
            }
        }
        return new ObjectColumn(combined);
    }

    @SuppressWarnings("unchecked") // values of one SQL column are comparable with each other
    private static Object combine(Object a, Object b, Combination how) {
        int order = ((Comparable<Object>) a).compareTo(b);
        return switch (how) {
            case MIN -> order <= 0 ? a : b;
            case MAX -> order >= 0 ? a : b;
            case SUM, NONE -> throw new IllegalStateException(how + " of values that are not numbers");
        };
    }
}
