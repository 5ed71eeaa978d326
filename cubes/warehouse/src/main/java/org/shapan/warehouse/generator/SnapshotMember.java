package org.shapan.warehouse.generator;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shapan.warehouse.feed.Profile;

/** P14: a customer of mid or high value calls a rival's numbers and is billed less for two months, then leaves. */
final class SnapshotMember implements Story {

    private static final int TRIES = 10_000;
    private static final double[] REST = {0.6, 0.45};
    private static final Changes.Usage MOVING = new Changes.Usage(0.3, 0.35, true, -1);

    @Override
    public String type() {
        return "P14";
    }

    @Override
    public int count(Profile profile) {
        return profile == Profile.CI ? 10 : 40;
    }

    @Override
    public Optional<GroundTruth> plant(AnomalyPlan plan, int nth, Stream stream) {
        int start = AnomalyPlan.start(REST.length + 1, stream);
        int leaving = start + REST.length;
        Customers customers = plan.customers();
        for (int tries = 0; tries < TRIES; tries++) {
            int i = stream.below(customers.count);
            Entity entity = Entity.customer(plan.province(), customers, i, start);
            if (inSnapshot(plan, i, start) && stays(customers, i, start, leaving) && plan.free(entity)) {
                for (int m = start; m < leaving; m++) {
                    plan.fee(i, m, (int) (plan.fees()[m][i] * REST[m - start]));
                    plan.changes().usage(i, m, MOVING);
                }
                plan.leave(i, leaving, 1 + stream.below(28));
                return Optional.of(GroundTruth.of(
                        this,
                        nth,
                        entity,
                        new Span(start, leaving),
                        Map.of("leavesIn", Months.number(leaving)),
                        List.of("A-GC-01"),
                        List.of(customers.number(i))));
            }
        }
        return Optional.empty();
    }

    /** Of mid or high value at the end of the year before. */
    private static boolean inSnapshot(AnomalyPlan plan, int i, int month) {
        int base = month - Months.of(month).getMonthValue();
        ValueTiers tiers = plan.base().tiers();
        return plan.customers().atEnd(i, base)
                && !plan.customers().silent[i]
                && tiers.top32(tiers.arpu3(i, base), base);
    }

    private static boolean stays(Customers customers, int i, int from, int to) {
        boolean stays = customers.atStart(i, from);
        for (int m = from; m <= to; m++) {
            stays &= customers.atEnd(i, m);
        }
        return stays;
    }
}
