package org.shapan.engine.random;

/** The seed of a run: that of the environment variable SHAPAN_SEED, else a new one; printed, so that a run can be repeated. */
public final class Seed {
    private Seed() {}

    public static long of(Class<?> test) {
        String given = System.getenv("SHAPAN_SEED");
        long seed = given == null || given.isBlank() ? System.nanoTime() : Long.parseLong(given);
        System.out.println(test.getSimpleName() + ": SHAPAN_SEED=" + seed);
        return seed;
    }
}
