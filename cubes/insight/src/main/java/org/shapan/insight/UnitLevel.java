package org.shapan.insight;

import java.util.Locale;

/** The level of a unit; limits of rule type RT2 and materiality depend on it (domain §6.1.4). */
public enum UnitLevel {
    COMPANY,
    CITY,
    BRANCH,
    MICRO_AREA,
    GROUP,
    CHANNEL,
    CUSTOMER;

    /** Relative deviations in the bad direction from which the state is yellow and red. */
    public Limits fluctuation(Parameters parameters) {
        return parameters.limits("rt2." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** As {@link #fluctuation(Parameters)}, of this process. */
    public Limits fluctuation() {
        return fluctuation(Parameters.current());
    }

    /** Group or channel: a part of a micro area. */
    public boolean isOwner() {
        return this == GROUP || this == CHANNEL;
    }

    /** Least deviation as a share of the parent's expectation (guard a). */
    double material(Parameters parameters) {
        return switch (this) {
            case COMPANY, CITY, BRANCH, MICRO_AREA -> parameters.number("guard.material.area");
            case GROUP, CHANNEL -> parameters.number("guard.material.owner");
            case CUSTOMER -> 0;
        };
    }
}
