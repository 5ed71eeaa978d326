package org.shapan.warehouse.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shapan.warehouse.feed.Profile;

/** P19: of the customers of mid and high value who leave in a month anyway, most are billed less for two months before. */
final class SilentDeparture implements Story {

    private static final double AFFECTED = 0.7;
    private static final double[] REST = {0.65, 0.4};
    private static final Changes.Usage MOVING = new Changes.Usage(0.2, 0, false, -1);

    @Override
    public String type() {
        return "P19";
    }

    @Override
    public int count(Profile profile) {
        return AnomalyPlan.STARTS.to() - AnomalyPlan.STARTS.from();
    }

    @Override
    public Optional<GroundTruth> plant(AnomalyPlan plan, int nth, Stream stream) {
        int month = AnomalyPlan.STARTS.from() + REST.length + nth - 1;
        Customers customers = plan.customers();
        ValueTiers tiers = plan.base().tiers();
        int before = month - REST.length;
        List<Long> touched = new ArrayList<>();
        for (int i = 0; i < customers.count; i++) {
            boolean chosen = stream.chance(AFFECTED);
            if (chosen
                    && customers.isLeft(i, month)
                    && plan.base().customers().isLeft(i, month)
                    && customers.atStart(i, before)
                    && customers.atEnd(i, before)
                    && customers.atEnd(i, month - 1)
                    && tiers.top32(tiers.arpu3(i, before), before)) {
                for (int m = before; m < month; m++) {
                    plan.fee(i, m, (int) (plan.fees()[m][i] * REST[m - before]));
                    plan.changes().usage(i, m, MOVING);
                }
                touched.add(customers.number(i));
            }
        }
        return Optional.of(GroundTruth.of(
                this,
                nth,
                Entity.leavers(month),
                new Span(before, month),
                Map.of("leavers", touched.size()),
                List.of("A-RT-01"),
                touched));
    }
}
