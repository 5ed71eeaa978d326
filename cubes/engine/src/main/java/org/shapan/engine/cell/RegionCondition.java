package org.shapan.engine.cell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.shapan.engine.cell.segment.IdSet;

/** A region as a SQL condition. */
final class RegionCondition {
    private RegionCondition() {}

    static void add(StarQuery query, BoundRegion region) {
        int width = region.ordinals().length;
        List<Map<Integer, IdSet>> members = new ArrayList<>();
        long product = 1;
        for (int c = 0; c < width; c++) {
            Map<Integer, IdSet> byCode = new TreeMap<>();
            for (int t = 0; t < region.size(); t++) {
                byCode.computeIfAbsent(region.code(t, c), k -> new IdSet()).add(region.id(t, c));
            }
            members.add(byCode);
            product *= byCode.values().stream().mapToInt(IdSet::size).sum();
        }
        if (product == region.size()) {
            for (int c = 0; c < width; c++) {
                if (!members.get(c).containsKey(Grain.ALL)) {
                    query.where(query.anyOf(region.ordinals()[c], members.get(c)));
                }
            }
            return;
        }
        query.where(tupleByTuple(query, region, width));
    }

    /** OR of ANDs; tuples that differ in the last hierarchy only share an alternative. */
    private static String tupleByTuple(StarQuery query, BoundRegion region, int width) {
        Map<List<Integer>, Map<Integer, IdSet>> byPrefix = new LinkedHashMap<>();
        for (int t = 0; t < region.size(); t++) {
            List<Integer> prefix = new ArrayList<>();
            for (int c = 0; c < width - 1; c++) {
                prefix.add(region.code(t, c));
                prefix.add(region.id(t, c));
            }
            byPrefix.computeIfAbsent(prefix, p -> new TreeMap<>())
                    .computeIfAbsent(region.code(t, width - 1), k -> new IdSet())
                    .add(region.id(t, width - 1));
        }
        List<String> alternatives = new ArrayList<>();
        byPrefix.forEach((prefix, last) -> {
            List<String> all = new ArrayList<>();
            for (int c = 0; c < width - 1; c++) {
                if (prefix.get(2 * c) != Grain.ALL) {
                    all.add(query.anyOf(
                            region.ordinals()[c], Map.of(prefix.get(2 * c), IdSet.of(prefix.get(2 * c + 1)))));
                }
            }
            if (!last.containsKey(Grain.ALL)) {
                all.add(query.anyOf(region.ordinals()[width - 1], last));
            }
            alternatives.add(all.isEmpty() ? "1 = 1" : KeyCondition.and(all));
        });
        return KeyCondition.or(alternatives);
    }
}
