package org.shapan.warehouse.generator;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shapan.warehouse.feed.Profile;

/** D01 and D02: what campuses do every year, three times the new numbers in September and an ebb in July and August. */
record CampusSeason(String type, Span span) implements Story {

    static final CampusSeason OPENING = new CampusSeason("D01", new Span(24, 24));
    static final CampusSeason HOLIDAYS = new CampusSeason("D02", new Span(22, 23));

    @Override
    public int count(Profile profile) {
        return 1;
    }

    @Override
    public Optional<GroundTruth> plant(AnomalyPlan plan, int nth, Stream stream) {
        List<Entity> campuses = plan.province().geography().areas().stream()
                .filter(Geography.Area::campus)
                .map(area -> Entity.area(plan.province(), area.index()))
                .filter(plan::free)
                .toList();
        if (campuses.isEmpty()) {
            return Optional.empty();
        }
        Entity campus = campuses.get(stream.below(campuses.size()));
        return Optional.of(GroundTruth.of(this, nth, campus, span, Map.of(), List.of(), List.of()));
    }
}
