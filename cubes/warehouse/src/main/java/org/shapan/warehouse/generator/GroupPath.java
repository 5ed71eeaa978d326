package org.shapan.warehouse.generator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * From when on groups are of high stability and have three products (domain §9.4). Core groups change in a drawn order,
 * at the months in which the shares of the domain are reached; other groups each for itself.
 */
final class GroupPath {

    /** Share of members bound by a combined contract in a stable group, of others by any, and of customers outside groups. */
    private static final double BOUND_STABLE = 0.95;

    private static final double BOUND_OTHER = 0.30;
    private static final double BOUND_OUTSIDE = 0.12;
    /** Index of 2008-07, for which the shares of three products are given. */
    private static final int REFERENCE = 10;

    private static final double THREE_GROWTH = 0.007;
    /** Months and shares between which the ratio of high stability runs linearly. */
    private static final int[] STABLE_MONTHS = {4, 6, 10, 30};

    private static final double[] STABLE_SHARES = {0.15, 0.2097, 0.5277, 0.60};
    /** Share of the groups so bound that are not at risk in a month, and hence of high stability (domain §5.13.2). */
    private static final double NOT_AT_RISK = 0.92;

    private final double[] stable;
    private final double[] products;
    private final double[] threeAtReference;

    GroupPath(Province province) {
        List<GroupRegister.Group> groups = province.groups().groups();
        stable = new double[groups.size()];
        products = new double[groups.size()];
        threeAtReference = new double[groups.size()];
        for (GroupRegister.Group group : groups) {
            Stream stream = province.streams().open("group-path", group.code());
            // Groups that are not core are stable and equipped a quarter as often.
            stable[group.index()] = 4 * stream.uniform();
            products[group.index()] = stream.uniform();
            threeAtReference[group.index()] = switch (group.importance()) {
                case "A1" -> 0.3587;
                case "A2" -> 0.2463;
                default -> 0.08;
            };
        }
        rank(groups, stable, List.of("A1", "A2"));
        rank(groups, products, List.of("A1"));
        rank(groups, products, List.of("A2"));
    }

    /** Replaces the draws of the groups of these importances by their evenly spaced ranks. */
    private static void rank(List<GroupRegister.Group> groups, double[] draws, List<String> importances) {
        List<Integer> core = new ArrayList<>();
        for (GroupRegister.Group group : groups) {
            if (importances.contains(group.importance())) {
                core.add(group.index());
            }
        }
        core.sort(Comparator.comparingDouble(g -> draws[g]));
        for (int place = 0; place < core.size(); place++) {
            draws[core.get(place)] = (place + 0.5) / core.size();
        }
    }

    /** Whether a group binds its members by combined contracts; false of no group (−1). */
    boolean stable(int group, int month) {
        return group >= 0 && stable[group] < stableShare(month) / NOT_AT_RISK;
    }

    private static double stableShare(int month) {
        int place = 1;
        while (place < STABLE_MONTHS.length - 1 && month > STABLE_MONTHS[place]) {
            place++;
        }
        int from = STABLE_MONTHS[place - 1];
        double part = (month - from) / (double) (STABLE_MONTHS[place] - from);
        return STABLE_SHARES[place - 1] + part * (STABLE_SHARES[place] - STABLE_SHARES[place - 1]);
    }

    /** Probability that a member of the group, or a customer of none (−1), is bound. */
    double bound(int group, int month) {
        return group < 0 ? BOUND_OUTSIDE : stable(group, month) ? BOUND_STABLE : BOUND_OTHER;
    }

    /** How many products the group has. */
    int products(int group, int month) {
        double three = threeAtReference[group] + THREE_GROWTH * (month - REFERENCE);
        double draw = products[group];
        return draw < three ? 3 + (int) (draw * 7) % 3 : (int) (draw * 11) % 3;
    }
}
