package org.shapan.warehouse.generator;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * P01: of a group with at least 40 members and 16 % of its micro area's revenue, nine in ten members leave or make no
 * call in the last month, so that the micro area and its branch turn red. It is looked for in the first micro area
 * (Gongbei) and, where that has none, anywhere.
 */
final class GroupLeaving {

    private static final int LEAST_MEMBERS = 40;
    private static final double LEAST_SHARE = 0.16;
    private static final double AFFECTED = 0.90;
    private static final double LEAVING = 0.72;
    private static final int LAST_DAY = 5;
    private static final int MUTE_FEE = 1200;

    private final World base;
    private final Customers customers;
    private final int[] fees;
    private final BitSet mute;

    /**
     * @param customers lives to change
     * @param fees fen of the last month to change
     * @param mute receives the members that stay without a call
     */
    GroupLeaving(World base, Customers customers, int[] fees, BitSet mute) {
        this.base = base;
        this.customers = customers;
        this.fees = fees;
        this.mute = mute;
    }

    /** Plants it; empty when no group qualifies. */
    Optional<GroundTruth> plant() {
        GroupRegister.Group group = find();
        if (group == null) {
            return Optional.empty();
        }
        Stream stream = base.province().streams().open("plant-P01", group.code());
        List<Long> touched = new ArrayList<>();
        int leavers = 0;
        int members = 0;
        long before = 0;
        long after = 0;
        for (int i = 0; i < customers.count; i++) {
            if (customers.group[i] == group.index() && customers.atStart(i, Months.LAST)) {
                members++;
                boolean affected = stream.chance(AFFECTED);
                boolean leaves = stream.chance(LEAVING);
                int day = 1 + stream.below(LAST_DAY);
                int rest = stream.below(MUTE_FEE);
                if (affected && customers.atEnd(i, Months.LAST)) {
                    before += fees[i];
                    if (leaves) {
                        leave(i, day);
                        leavers++;
                    } else {
                        mute.set(i);
                        fees[i] = Math.min(fees[i], rest);
                    }
                    after += fees[i];
                    touched.add(customers.number(i));
                }
            }
        }
        return Optional.of(truth(group, members, leavers, before - after, touched));
    }

    private void leave(int i, int day) {
        if (customers.left[i] == Customers.NEVER) {
            customers.left[i] = Months.LAST;
        } else {
            customers.leftAgain[i] = Months.LAST;
        }
        customers.leavingDay[i] = (byte) day;
        fees[i] = (int) ((long) fees[i] * day / Months.days(Months.LAST) / 2);
    }

    private GroupRegister.Group find() {
        GroupRegister.Group best = null;
        double bestShare = 0;
        int groups = base.province().groups().groups().size();
        int[] members = new int[groups];
        double[] fee = new double[groups];
        double[] ofArea = new double[base.province().geography().areas().size()];
        int month = Months.LAST - 1;
        for (int i = 0; i < customers.count; i++) {
            int billed = base.fees()[month][i];
            ofArea[customers.area(i, month)] += billed;
            if (customers.group[i] >= 0 && customers.atEnd(i, month)) {
                members[customers.group[i]]++;
                fee[customers.group[i]] += billed;
            }
        }
        for (GroupRegister.Group group : base.province().groups().groups()) {
            double share = fee[group.index()] / ofArea[group.area()] + (group.area() == 0 ? 1 : 0);
            if (members[group.index()] >= LEAST_MEMBERS && share % 1 >= LEAST_SHARE && share > bestShare) {
                best = group;
                bestShare = share;
            }
        }
        return best;
    }

    private GroundTruth truth(GroupRegister.Group group, int members, int leavers, long lost, List<Long> touched) {
        Geography geography = base.province().geography();
        Geography.Area area = geography.areas().get(group.area());
        String path = String.join(
                ">",
                "company",
                geography.cities().get(area.city()).code(),
                geography.branches().get(area.branch()).code(),
                area.code(),
                group.code());
        int month = Months.number(Months.LAST);
        return new GroundTruth(
                "P01-1",
                "anomaly",
                "P01",
                "group",
                group.code(),
                month,
                month,
                "red",
                Map.of("members", members, "affected", touched.size(), "leavers", leavers, "lostFen", lost),
                List.of("A-PA-02", "A-PA-05", "A-GC-03"),
                path,
                "owner=group:" + group.code(),
                touched,
                "group");
    }
}
