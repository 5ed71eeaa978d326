package org.shapan.engine.calc.eval;

/**
 * Empty among primitive numbers. It is one particular NaN, told apart by its bits from the NaN that arithmetic makes ({@code 0 / 0}),
 * so that calculators pass numbers without boxing. Test for it before computing: arithmetic does not keep it.
 */
public final class Nulls {
    private static final long BITS = 0x7ff8_5ead_c0de_0001L;

    /** The empty number. */
    public static final double NUMBER = Double.longBitsToDouble(BITS);

    private Nulls() {}

    public static boolean isNull(double number) {
        return Double.isNaN(number) && Double.doubleToRawLongBits(number) == BITS;
    }
}
