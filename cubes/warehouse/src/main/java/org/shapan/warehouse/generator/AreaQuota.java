package org.shapan.warehouse.generator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Deals outlets out to micro areas so that their urban classes keep the quota and every area has its turn. */
final class AreaQuota {

    private final Map<String, List<Geography.Area>> byClass = new HashMap<>();
    private final Map<String, Integer> turn = new HashMap<>();
    private final double urban;
    private final double suburban;

    AreaQuota(List<Geography.Area> areas, double urban, double suburban) {
        this.urban = urban;
        this.suburban = suburban;
        for (String urbanClass : List.of("urban", "suburban", "rural")) {
            byClass.put(
                    urbanClass,
                    areas.stream()
                            .filter(a -> a.urbanClass().equals(urbanClass))
                            .toList());
        }
    }

    /** The micro area of the position-th of {@code count} outlets. */
    Geography.Area next(int position, int count) {
        double place = (position + 0.5) / count;
        String urbanClass = place < urban ? "urban" : place < urban + suburban ? "suburban" : "rural";
        List<Geography.Area> areas = byClass.get(urbanClass);
        int next = turn.merge(urbanClass, 1, Integer::sum) - 1;
        return areas.get(next % areas.size());
    }
}
