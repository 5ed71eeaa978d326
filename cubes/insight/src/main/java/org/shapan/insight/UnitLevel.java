package org.shapan.insight;

/**
 * The level of a unit and the fluctuation it may show: limits of rule type RT2, and how large a deviation must be, as a share of the
 * parent's expectation, to matter (domain §6.1.4, guard a).
 */
public enum UnitLevel {
    COMPANY(0.02, 0.04, 0.001),
    CITY(0.025, 0.05, 0.001),
    BRANCH(0.03, 0.06, 0.001),
    MICRO_AREA(0.06, 0.12, 0.001),
    GROUP(0.15, 0.30, 0.02),
    CHANNEL(0.15, 0.30, 0.02),
    CUSTOMER(0.20, 0.30, 0);

    private final double yellow;
    private final double red;
    private final double material;

    UnitLevel(double yellow, double red, double material) {
        this.yellow = yellow;
        this.red = red;
        this.material = material;
    }

    /** Relative deviation in the bad direction from which the state is yellow. */
    public double yellow() {
        return yellow;
    }

    /** Relative deviation in the bad direction from which the state is red. */
    public double red() {
        return red;
    }

    /** Least deviation as a share of the parent's expectation. */
    public double material() {
        return material;
    }
}
