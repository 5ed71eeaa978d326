package org.shapan.warehouse.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shapan.warehouse.feed.Profile;

/** P13: customers of one branch have three offers at once for three months, which give more than they are billed. */
final class StackedOffers implements Story {

    private static final int CUSTOMERS = 200;
    private static final int CUSTOMERS_SMALL = 40;
    private static final int MONTHS = 3;

    @Override
    public String type() {
        return "P13";
    }

    @Override
    public int count(Profile profile) {
        return 1;
    }

    @Override
    public Optional<GroundTruth> plant(AnomalyPlan plan, int nth, Stream stream) {
        int start = AnomalyPlan.start(MONTHS, stream);
        Span span = new Span(start, start + MONTHS - 1);
        Geography geography = plan.province().geography();
        int branch = stream.below(geography.branches().size());
        int wanted = plan.province().profile() == Profile.CI ? CUSTOMERS_SMALL : CUSTOMERS;
        Customers customers = plan.customers();
        List<Long> touched = new ArrayList<>();
        for (int i = stream.below(customers.count / 4); i < customers.count && touched.size() < wanted; i++) {
            boolean here = geography.areas().get(customers.area(i, start)).branch() == branch;
            if (here && customers.atStart(i, start) && customers.atEnd(i, span.to()) && !customers.silent[i]) {
                for (int m = span.from(); m <= span.to(); m++) {
                    plan.changes().stack(i, m);
                }
                touched.add(customers.number(i));
            }
        }
        return Optional.of(GroundTruth.of(
                this,
                nth,
                Entity.branch(plan.province(), branch),
                span,
                Map.of("customers", touched.size(), "offers", 3),
                List.of("A-VA-02"),
                touched));
    }
}
