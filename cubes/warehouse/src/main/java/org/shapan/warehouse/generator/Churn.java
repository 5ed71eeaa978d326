package org.shapan.warehouse.generator;

/**
 * Churn by brand and tenure (domain §9.3): the hazard is 1.8 × in the first three months and 0.6 × after 36, scaled so
 * that a brand's long-run rate is the one given.
 */
final class Churn {

    /** Net growth per month that the tenure structure has settled at. */
    static final double GROWTH = 0.009;
    /** Longest tenure of the opening base in months. */
    static final int LONGEST = 150;

    private static final double YOUNG = 1.8;
    private static final double OLD = 0.6;

    private final double[] base = new double[Brands.COUNT];

    Churn() {
        for (int brand = 0; brand < Brands.COUNT; brand++) {
            base[brand] = Brands.CHURN[brand];
            for (int i = 0; i < 40; i++) {
                base[brand] *= Brands.CHURN[brand] / longRun(brand);
            }
        }
    }

    /** Probability of leaving in a month for a customer with {@code tenure} whole months. */
    double hazard(int brand, int tenure) {
        return base[brand] * (tenure <= 3 ? YOUNG : tenure > 36 ? OLD : 1);
    }

    /** Share of a brand's customers by tenure once it has settled; index is tenure in months. */
    double[] tenures(int brand) {
        double[] weights = new double[LONGEST + 1];
        double alive = 1;
        for (int t = 0; t <= LONGEST; t++) {
            weights[t] = alive;
            alive *= (1 - hazard(brand, t + 1)) / (1 + GROWTH);
        }
        return weights;
    }

    private double longRun(int brand) {
        double[] weights = tenures(brand);
        double left = 0;
        double all = 0;
        for (int t = 0; t <= LONGEST; t++) {
            left += weights[t] * hazard(brand, t + 1);
            all += weights[t];
        }
        return left / all;
    }
}
