package org.shapan.warehouse.generator;

/**
 * A random stream of one entity: SplitMix64. Uses {@link StrictMath}, so a stream gives the same numbers on every
 * machine. Not thread-safe.
 */
final class Stream {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    Stream(long state) {
        this.state = state;
    }

    /** The first output of SplitMix64 started at {@code seed}. */
    static long splitMix64(long seed) {
        return mix(seed + GOLDEN);
    }

    static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Position of the stream, from which {@link #Stream(long)} goes on. */
    long state() {
        return state;
    }

    long nextLong() {
        state += GOLDEN;
        return mix(state);
    }

    /** Uniform in [0, 1). */
    double uniform() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    /** Uniform in [from, to). */
    double uniform(double from, double to) {
        return from + (to - from) * uniform();
    }

    /** Uniform in 0 … bound − 1. */
    int below(int bound) {
        return (int) (uniform() * bound);
    }

    boolean chance(double probability) {
        return uniform() < probability;
    }

    /** Standard normal; always takes two draws. */
    double gaussian() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform()));
        return radius * StrictMath.cos(2 * StrictMath.PI * uniform());
    }

    /** Poisson with the given mean (small: a product of uniforms). */
    int poisson(double mean) {
        double limit = StrictMath.exp(-mean);
        int count = 0;
        for (double product = uniform(); product > limit; product *= uniform()) {
            count++;
        }
        return count;
    }

    /** 1, 2, … with the given mean, at least 1. */
    int geometric(double mean) {
        if (mean <= 1) {
            return 1;
        }
        return 1 + (int) (StrictMath.log(1 - uniform()) / StrictMath.log(1 - 1 / mean));
    }
}
