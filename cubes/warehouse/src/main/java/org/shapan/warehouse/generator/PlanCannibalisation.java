package org.shapan.warehouse.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shapan.warehouse.feed.Profile;

/** P12: 15 % of the customers of dearer plans of a brand move to a cheaper one in a month, and are billed a quarter less from then on. */
final class PlanCannibalisation implements Story {

    private static final double MOVING = 0.15;
    private static final double REST = 0.75;

    @Override
    public String type() {
        return "P12";
    }

    @Override
    public int count(Profile profile) {
        return 1;
    }

    @Override
    public Optional<GroundTruth> plant(AnomalyPlan plan, int nth, Stream stream) {
        int month = AnomalyPlan.start(1, stream);
        List<PlanBook.Plan> plans = plan.province().plans().plans();
        List<PlanBook.Plan> eligible = plans.stream()
                .filter(cheap ->
                        plans.stream().filter(dear -> dearer(dear, cheap)).count() >= 3)
                .filter(cheap -> plan.free(Entity.plan(cheap)))
                .toList();
        if (eligible.isEmpty()) {
            return Optional.empty();
        }
        PlanBook.Plan cheap = eligible.get(stream.below(eligible.size()));
        Customers customers = plan.customers();
        List<Long> touched = new ArrayList<>();
        for (int i = 0; i < customers.count; i++) {
            if (customers.atStart(i, month)
                    && customers.atEnd(i, month)
                    && customers.planChange[i] == Customers.NEVER
                    && customers.brandChange[i] == Customers.NEVER
                    && dearer(plans.get(customers.plan(i, month)), cheap)
                    && stream.chance(MOVING)) {
                customers.newPlan[i] = (short) cheap.index();
                customers.planChange[i] = (byte) month;
                for (int m = month; m <= Months.LAST; m++) {
                    if (customers.present(i, m)) {
                        plan.fee(i, m, (int) (plan.fees()[m][i] * REST));
                    }
                }
                touched.add(customers.number(i));
            }
        }
        return Optional.of(GroundTruth.of(
                this,
                nth,
                Entity.plan(cheap),
                new Span(month, month),
                Map.of("moved", touched.size(), "revenueFactor", REST),
                List.of("A-TP-01"),
                touched));
    }

    private static boolean dearer(PlanBook.Plan dear, PlanBook.Plan cheap) {
        return dear.brand() == cheap.brand() && dear.price() > cheap.price();
    }
}
