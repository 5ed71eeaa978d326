package org.shapan.engine.cell.segment;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * Collects the values of a column as they come. Starts exact with no decimals and takes the narrowest form that holds what came: more
 * decimals, floating point after the first double, objects after the first value that is no number. Not thread-safe.
 */
public final class ColumnBuilder {
    /** Exact values with more decimals than this that do not fit a long are the result of a division: kept as double. */
    private static final int MOST_EXACT_DECIMALS = 9;

    /** Numbers of so many digits fit a long, whatever they are. */
    private static final int DIGITS_OF_LONG = 18;

    private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

    private long[] exact = new long[16];
    private double[] approximate;
    private Object[] objects;
    private long[] present = new long[1];
    private int scale;
    private int size;

    public int size() {
        return size;
    }

    public void addNull() {
        grow();
        size++;
    }

    public void addLong(long value) {
        addExact(value, 0);
    }

    public void addDouble(double value) {
        grow();
        if (objects != null) {
            objects[size++] = value;
            return;
        }
        if (approximate == null) {
            toDoubles();
        }
        Nulls.set(present, size);
        approximate[size++] = value;
    }

    /** A value as JDBC gives it, or null. */
    public void addObject(Object value) {
        if (value instanceof BigDecimal number) { // most values of most statements
            addDecimal(number);
            return;
        }
        switch (value) {
            case null -> addNull();
            case Long number -> addLong(number);
            case Integer number -> addLong(number);
            case Short number -> addLong(number);
            case Byte number -> addLong(number);
            case BigInteger number -> addDecimal(new BigDecimal(number));
            case Double number -> addDouble(number);
            case Float number -> addDouble(number);
            default -> {
                grow();
                if (objects == null) {
                    toObjects();
                }
                objects[size++] = value;
            }
        }
    }

    public void addDecimal(BigDecimal value) {
        int digits = value.scale();
        if (digits >= 0 && value.precision() <= DIGITS_OF_LONG) {
            // Without the BigInteger that unscaledValue() makes.
            addExact(value.scaleByPowerOfTen(digits).longValue(), digits);
            return;
        }
        BigDecimal number = value.scale() < 0 ? value.setScale(0) : value;
        if (!fits(number) && number.scale() > 0) {
            number = number.stripTrailingZeros();
            number = number.scale() < 0 ? number.setScale(0) : number;
        }
        if (fits(number)) {
            addExact(number.unscaledValue().longValue(), number.scale());
        } else if (number.scale() > MOST_EXACT_DECIMALS) {
            addDouble(number.doubleValue());
        } else {
            throw ExactColumn.overflow(number.scale(), null);
        }
    }

    private static boolean fits(BigDecimal number) {
        BigInteger unscaled = number.unscaledValue();
        return unscaled.compareTo(LEAST) >= 0 && unscaled.compareTo(MOST) <= 0;
    }

    private void addExact(long unscaled, int digits) {
        if (approximate != null) {
            addDouble(
                    digits == 0
                            ? unscaled
                            : BigDecimal.valueOf(unscaled, digits).doubleValue());
            return;
        }
        grow();
        if (objects != null) {
            objects[size++] = BigDecimal.valueOf(unscaled, digits);
            return;
        }
        long value = unscaled;
        try {
            if (digits > scale) {
                long factor = powerOfTen(digits - scale);
                for (int row = 0; row < size; row++) {
                    exact[row] = Math.multiplyExact(exact[row], factor);
                }
                scale = digits;
            } else if (digits < scale) {
                value = Math.multiplyExact(value, powerOfTen(scale - digits));
            }
        } catch (ArithmeticException e) {
            throw ExactColumn.overflow(Math.max(scale, digits), e);
        }
        Nulls.set(present, size);
        exact[size++] = value;
    }

    private static long powerOfTen(int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power = Math.multiplyExact(power, 10L);
        }
        return power;
    }

    private void toDoubles() {
        approximate = new double[exact.length];
        for (int row = 0; row < size; row++) {
            approximate[row] = scale == 0
                    ? exact[row]
                    : BigDecimal.valueOf(exact[row], scale).doubleValue();
        }
        exact = null;
    }

    private void toObjects() {
        objects = new Object[exact != null ? exact.length : approximate.length];
        for (int row = 0; row < size; row++) {
            if (Nulls.get(present, row)) {
                objects[row] = exact != null ? BigDecimal.valueOf(exact[row], scale) : (Object) approximate[row];
            }
        }
        exact = null;
        approximate = null;
    }

    private void grow() {
        present = Nulls.grown(present, size + 1);
        if (exact != null && size == exact.length) {
            exact = Arrays.copyOf(exact, size * 2);
        } else if (approximate != null && size == approximate.length) {
            approximate = Arrays.copyOf(approximate, size * 2);
        } else if (objects != null && size == objects.length) {
            objects = Arrays.copyOf(objects, size * 2);
        }
    }

    public ValueColumn build() {
        if (objects != null) {
            return new ObjectColumn(Arrays.copyOf(objects, size));
        }
        long[] there = Arrays.copyOf(present, Nulls.none(size).length);
        return approximate != null
                ? new DoubleColumn(Arrays.copyOf(approximate, size), there, size)
                : new ExactColumn(Arrays.copyOf(exact, size), there, scale, size);
    }
}
