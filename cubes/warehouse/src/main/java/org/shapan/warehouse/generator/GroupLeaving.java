package org.shapan.warehouse.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shapan.warehouse.feed.Profile;

/**
 * P01: of a group with at least 40 members and 16 % of its micro area's revenue, nine in ten members leave or make no
 * call from a month on, so that the micro area turns red. The first one happens in the last month, to the largest group
 * of the first micro area (Gongbei), so that boards and reports open on it.
 */
final class GroupLeaving implements Story {

    private static final int LEAST_MEMBERS = 40;
    private static final int LEAST_MEMBERS_SMALL = 20;
    private static final double LEAST_SHARE = 0.16;
    private static final double AFFECTED = 0.90;
    private static final double LEAVING = 0.72;
    private static final int LAST_DAY = 5;
    /** Added to the share of minutes with rivals in the month before. */
    private static final double OVER_NET = 0.25;

    private static final int MUTE_FEE = 1200;

    /** Members at the start of a month, and the group's share of its micro area's revenue in the month before. */
    private record Candidate(GroupRegister.Group group, int members, double share) {}

    @Override
    public String type() {
        return "P01";
    }

    @Override
    public int count(Profile profile) {
        return 3;
    }

    @Override
    public Optional<GroundTruth> plant(AnomalyPlan plan, int nth, Stream stream) {
        boolean first = nth == 1;
        int month = first ? Months.LAST : AnomalyPlan.start(1, stream);
        List<Candidate> candidates = candidates(plan, month);
        candidates.removeIf(c -> (c.group().area() == 0) != first);
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        Candidate chosen = first ? candidates.getFirst() : candidates.get(stream.below(candidates.size()));
        return Optional.of(leave(plan, nth, chosen, month));
    }

    private GroundTruth leave(AnomalyPlan plan, int nth, Candidate chosen, int month) {
        GroupRegister.Group group = chosen.group();
        Stream stream = plan.province().streams().open("plant-P01", group.code());
        Customers customers = plan.customers();
        List<Long> touched = new ArrayList<>();
        int leavers = 0;
        long lost = 0;
        for (int i = 0; i < customers.count; i++) {
            if (customers.group[i] == group.index() && customers.atStart(i, month)) {
                boolean affected = stream.chance(AFFECTED);
                boolean leaves = stream.chance(LEAVING);
                int day = 1 + stream.below(LAST_DAY);
                int rest = stream.below(MUTE_FEE);
                if (affected && customers.atEnd(i, month)) {
                    plan.changes().usage(i, month - 1, Changes.Usage.overNet(OVER_NET));
                    int before = plan.fees()[month][i];
                    if (leaves) {
                        plan.leave(i, month, day);
                        leavers++;
                    } else {
                        silence(plan, i, month, rest);
                    }
                    lost += before - plan.fees()[month][i];
                    touched.add(customers.number(i));
                }
            }
        }
        plan.changes().cancelProducts(group.index(), month);
        return GroundTruth.of(
                this,
                nth,
                Entity.group(plan.province(), group),
                new Span(month, month),
                Map.of(
                        "members",
                        chosen.members(),
                        "affected",
                        touched.size(),
                        "leavers",
                        leavers,
                        "lostFen",
                        lost,
                        "shareOfArea",
                        Math.round(chosen.share() * 1000) / 1000.0),
                List.of("A-PA-02", "A-PA-05", "A-GC-03"),
                touched);
    }

    /** From the month on the card lies in a drawer. */
    private static void silence(AnomalyPlan plan, int i, int from, int fen) {
        for (int m = from; m <= Months.LAST; m++) {
            plan.changes().mute(i, m);
            plan.fee(i, m, Math.min(plan.fees()[m][i], fen));
        }
    }

    /** Those that qualify, the largest share first. */
    private static List<Candidate> candidates(AnomalyPlan plan, int month) {
        Customers customers = plan.customers();
        int groups = plan.province().groups().groups().size();
        int[] members = new int[groups];
        double[] fee = new double[groups];
        double[] ofArea = new double[plan.province().geography().areas().size()];
        for (int i = 0; i < customers.count; i++) {
            if (customers.present(i, month - 1)) {
                int billed = plan.fees()[month - 1][i];
                ofArea[customers.area(i, month - 1)] += billed;
                if (customers.group[i] >= 0 && customers.atStart(i, month)) {
                    members[customers.group[i]]++;
                    fee[customers.group[i]] += billed;
                }
            }
        }
        int least = plan.province().profile() == Profile.CI ? LEAST_MEMBERS_SMALL : LEAST_MEMBERS;
        List<Candidate> candidates = new ArrayList<>();
        for (GroupRegister.Group group : plan.province().groups().groups()) {
            double share = fee[group.index()] / ofArea[group.area()];
            if (members[group.index()] >= least
                    && share >= LEAST_SHARE
                    && plan.free(Entity.group(plan.province(), group))) {
                candidates.add(new Candidate(group, members[group.index()], share));
            }
        }
        candidates.sort((a, b) -> Double.compare(b.share(), a.share()));
        return candidates;
    }
}
