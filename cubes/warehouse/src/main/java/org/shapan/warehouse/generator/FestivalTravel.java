package org.shapan.warehouse.generator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shapan.warehouse.feed.Profile;

/** D07: in the month of the Spring Festival three in ten customers of an urban micro area are at home in another branch most of the time. */
final class FestivalTravel implements Story {

    private static final double TRAVELLING = 0.3;
    private static final int MONTH = Months.index(LocalDate.of(2010, 2, 1));

    @Override
    public String type() {
        return "D07";
    }

    @Override
    public int count(Profile profile) {
        return 1;
    }

    @Override
    public Optional<GroundTruth> plant(AnomalyPlan plan, int nth, Stream stream) {
        List<Geography.Area> areas = plan.province().geography().areas();
        List<Geography.Area> eligible = areas.stream()
                .filter(area ->
                        area.urbanClass().equals("urban") && plan.free(Entity.area(plan.province(), area.index())))
                .toList();
        if (eligible.isEmpty()) {
            return Optional.empty();
        }
        Geography.Area area = eligible.get(stream.below(eligible.size()));
        List<Geography.Area> elsewhere =
                areas.stream().filter(other -> other.branch() != area.branch()).toList();
        Customers customers = plan.customers();
        List<Long> touched = new ArrayList<>();
        for (int i = 0; i < customers.count; i++) {
            if (customers.atStart(i, MONTH) && customers.atEnd(i, MONTH) && customers.area(i, MONTH) == area.index()) {
                boolean travels = stream.chance(TRAVELLING);
                int to = elsewhere.get(stream.below(elsewhere.size())).index();
                if (travels) {
                    Changes.Usage usual = plan.changes().usage(i, MONTH);
                    plan.changes()
                            .usage(i, MONTH, new Changes.Usage(usual.overNet(), usual.forward(), usual.rival(), to));
                    touched.add(customers.number(i));
                }
            }
        }
        return Optional.of(GroundTruth.of(
                this,
                nth,
                Entity.area(plan.province(), area.index()),
                new Span(MONTH, MONTH),
                Map.of("travelling", touched.size()),
                List.of(),
                touched));
    }
}
