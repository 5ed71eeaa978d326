package org.shapan.warehouse.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shapan.warehouse.feed.Profile;

/** P02: for two or three months a rival works on a micro area: three times as many leave, fewer come, more calls go over-net. */
final class RivalAttack implements Story {

    private static final int LEAST_CUSTOMERS = 300;
    private static final int LEAST_CUSTOMERS_SMALL = 100;
    /** Added to the churn of the micro area, which is then three times as high. */
    private static final double MORE_LEAVING = 0.05;

    private static final double FEWER_NEW = 0.4;
    private static final double OVER_NET = 0.25;

    @Override
    public String type() {
        return "P02";
    }

    @Override
    public int count(Profile profile) {
        return 2;
    }

    @Override
    public Optional<GroundTruth> plant(AnomalyPlan plan, int nth, Stream stream) {
        int months = 2 + stream.below(2);
        int start = AnomalyPlan.start(months, stream);
        Span span = new Span(start, start + months - 1);
        List<Integer> eligible = eligible(plan, start);
        if (eligible.isEmpty()) {
            return Optional.empty();
        }
        int area = eligible.get(stream.below(eligible.size()));
        Customers customers = plan.customers();
        List<Long> touched = new ArrayList<>();
        int leavers = 0;
        int missing = 0;
        for (int i = 0; i < customers.count; i++) {
            boolean here = false;
            for (int m = span.from(); m <= span.to(); m++) {
                if (!customers.present(i, m) || customers.area(i, m) != area) {
                    continue;
                }
                here = true;
                if (customers.isNew(i, m)) {
                    if (stream.chance(FEWER_NEW)) {
                        plan.neverComes(i);
                        missing++;
                    }
                } else if (customers.atStart(i, m) && customers.atEnd(i, m)) {
                    plan.changes().usage(i, m, Changes.Usage.overNet(OVER_NET));
                    if (stream.chance(MORE_LEAVING)) {
                        plan.leave(i, m, 1 + stream.below(28));
                        leavers++;
                    }
                }
            }
            if (here) {
                touched.add(customers.number(i));
            }
        }
        return Optional.of(GroundTruth.of(
                this,
                nth,
                Entity.area(plan.province(), area),
                span,
                Map.of("leavers", leavers, "missing", missing, "overNetPoints", 25),
                List.of("A-PA-02", "A-PA-03", "A-PA-04", "A-CO-01"),
                touched));
    }

    /** Free micro areas with enough customers, where no group leaves. */
    private static List<Integer> eligible(AnomalyPlan plan, int month) {
        Province province = plan.province();
        int[] inNet = new int[province.geography().areas().size()];
        for (int i = 0; i < plan.customers().count; i++) {
            if (plan.customers().atStart(i, month)) {
                inNet[plan.customers().area(i, month)]++;
            }
        }
        int least = province.profile() == Profile.CI ? LEAST_CUSTOMERS_SMALL : LEAST_CUSTOMERS;
        List<Integer> eligible = new ArrayList<>();
        for (Geography.Area area : province.geography().areas()) {
            boolean groupsStay = province.groups().groups().stream()
                    .filter(group -> group.area() == area.index())
                    .allMatch(group -> plan.free(Entity.group(province, group)));
            if (area.index() > 0
                    && inNet[area.index()] >= least
                    && groupsStay
                    && plan.free(Entity.area(province, area.index()))) {
                eligible.add(area.index());
            }
        }
        return eligible;
    }
}
