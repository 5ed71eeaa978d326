package org.shapan.portal.channel;

import java.util.Map;
import java.util.OptionalDouble;

/** Unit costs of the specification's sources, yuan per transaction, for comparison (domain §4.4.3, Guangdong). */
final class UnitCostReference {
    private static final Map<String, Double> COSTS = Map.of(
            "Own business hall", 28.0,
            "Brand shop", 35.0,
            "Self-service hall", 15.0,
            "Designated shop", 1.65,
            "Phone hall 10086", 2.0,
            "SMS hall", 0.13,
            "Web hall", 0.13,
            "WAP hall", 0.10,
            "Self-service terminal", 0.18,
            "Group client manager", 60.0);

    private UnitCostReference() {}

    /** @param type name of a channel type; empty for one that the sources give no unit cost of */
    static OptionalDouble of(String type) {
        Double cost = COSTS.get(type);
        return cost == null ? OptionalDouble.empty() : OptionalDouble.of(cost);
    }
}
