package org.shapan.warehouse.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shapan.warehouse.feed.Profile;

/** D11: calls of a plan become a fifth cheaper; its customers call a quarter longer and are billed the same. */
final class PriceCut implements Story {

    private static final double VOLUME = 1.25;
    private static final double LEAST = 0.01;
    private static final double MOST = 0.06;

    @Override
    public String type() {
        return "D11";
    }

    @Override
    public int count(Profile profile) {
        return 1;
    }

    @Override
    public Optional<GroundTruth> plant(AnomalyPlan plan, int nth, Stream stream) {
        int month = AnomalyPlan.start(1, stream);
        Customers customers = plan.customers();
        List<PlanBook.Plan> plans = plan.province().plans().plans();
        int[] users = new int[plans.size()];
        int all = 0;
        for (int i = 0; i < customers.count; i++) {
            if (customers.atEnd(i, month)) {
                users[customers.plan(i, month)]++;
                all++;
            }
        }
        double inNet = all;
        List<PlanBook.Plan> eligible = plans.stream()
                .filter(p -> users[p.index()] >= LEAST * inNet && users[p.index()] <= MOST * inNet)
                .filter(p -> plan.free(Entity.plan(p)))
                .toList();
        if (eligible.isEmpty()) {
            return Optional.empty();
        }
        PlanBook.Plan cut = eligible.get(stream.below(eligible.size()));
        plan.changes().cutPrice(cut.index(), month, VOLUME);
        List<Long> touched = new ArrayList<>();
        for (int i = 0; i < customers.count; i++) {
            boolean later = false;
            for (int m = month; m <= Months.LAST; m++) {
                later |= customers.present(i, m) && customers.plan(i, m) == cut.index();
            }
            if (later) {
                touched.add(customers.number(i));
            }
        }
        return Optional.of(GroundTruth.of(
                this,
                nth,
                Entity.plan(cut),
                new Span(month, Months.LAST),
                Map.of("customers", users[cut.index()], "volumeFactor", VOLUME),
                List.of(),
                touched));
    }
}
