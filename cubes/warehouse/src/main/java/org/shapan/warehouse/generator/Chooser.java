package org.shapan.warehouse.generator;

import java.util.function.IntToDoubleFunction;

/** Draws one of n things by weight. */
final class Chooser {

    private final double[] cumulative;

    private Chooser(double[] cumulative) {
        this.cumulative = cumulative;
    }

    /** @throws IllegalArgumentException when no weight is above 0 */
    static Chooser of(int size, IntToDoubleFunction weight) {
        double[] cumulative = new double[size];
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += weight.applyAsDouble(i);
            cumulative[i] = sum;
        }
        if (!(sum > 0)) {
            throw new IllegalArgumentException("none of " + size + " things has a weight");
        }
        return new Chooser(cumulative);
    }

    static Chooser of(double... weights) {
        return of(weights.length, i -> weights[i]);
    }

    /** Weight of the rank-th of many by Zipf's law, ranks from 0. */
    static double zipf(int rank, double exponent) {
        return StrictMath.pow(rank + 1, -exponent);
    }

    int size() {
        return cumulative.length;
    }

    /** Index drawn with one draw of the stream; a thing of weight 0 is never drawn. */
    int draw(Stream stream) {
        double position = stream.uniform() * cumulative[cumulative.length - 1];
        int low = 0;
        int high = cumulative.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cumulative[middle] > position) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
