package org.shapan.warehouse.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shapan.warehouse.feed.Profile;

/**
 * D09: three micro areas of a branch exchange cells in a month: as many customers go from each to the next, the last's to the first. A
 * customer's keys of the months before stay as they were.
 */
final class AreaRecut implements Story {

    private static final int AREAS = 3;
    private static final double SHARE = 0.08;

    @Override
    public String type() {
        return "D09";
    }

    @Override
    public int count(Profile profile) {
        return 1;
    }

    @Override
    public Optional<GroundTruth> plant(AnomalyPlan plan, int nth, Stream stream) {
        int month = AnomalyPlan.start(1, stream);
        List<List<Geography.Area>> eligible = eligible(plan);
        if (eligible.isEmpty()) {
            return Optional.empty();
        }
        List<Geography.Area> here = new ArrayList<>(eligible.get(stream.below(eligible.size())));
        while (here.size() > AREAS) {
            here.remove(stream.below(here.size()));
        }
        List<List<Integer>> living =
                here.stream().map(area -> living(plan, area.index(), month)).toList();
        int moving = (int) (SHARE * living.stream().mapToInt(List::size).min().orElseThrow());
        List<GroundTruth> truths = new ArrayList<>();
        for (int a = 0; a < AREAS; a++) {
            int to = here.get((a + 1) % AREAS).index();
            List<Integer> of = living.get(a);
            List<Long> moved = new ArrayList<>();
            while (moved.size() < moving) {
                int i = of.remove(stream.below(of.size()));
                plan.customers().newArea[i] = (short) to;
                plan.customers().areaChange[i] = (byte) month;
                moved.add(plan.customers().number(i));
            }
            moved.sort(null);
            truths.add(GroundTruth.of(
                    this,
                    a + 1,
                    Entity.area(plan.province(), here.get(a).index()),
                    new Span(month, month),
                    Map.of("moved", moving),
                    List.of(),
                    moved));
        }
        truths.subList(1, AREAS).forEach(plan::add);
        return Optional.of(truths.getFirst());
    }

    /** By branch, its micro areas that carry nothing and where no group leaves; branches with enough of them. */
    private static List<List<Geography.Area>> eligible(AnomalyPlan plan) {
        Province province = plan.province();
        return province.geography().branches().stream()
                .map(branch -> province.geography().areas().stream()
                        .filter(area -> area.branch() == branch.index() && !area.campus())
                        .filter(area -> plan.free(Entity.area(province, area.index())))
                        .filter(area -> province.groups().groups().stream()
                                .filter(group -> group.area() == area.index())
                                .allMatch(group -> plan.free(Entity.group(province, group))))
                        .toList())
                .filter(areas -> areas.size() >= AREAS)
                .toList();
    }

    /** Customers outside groups who are in the area before and after, and change it but once. */
    private static List<Integer> living(AnomalyPlan plan, int area, int month) {
        Customers customers = plan.customers();
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < customers.count; i++) {
            if (customers.atStart(i, month)
                    && customers.atEnd(i, month)
                    && customers.group[i] < 0
                    && customers.areaChange[i] == Customers.NEVER
                    && customers.area(i, month) == area) {
                found.add(i);
            }
        }
        return found;
    }
}
