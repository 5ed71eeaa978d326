package org.shapan.engine.cell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.shapan.engine.cell.BoundRegion.Part;
import org.shapan.engine.cell.segment.IdSet;

/** A region as a SQL condition. */
final class RegionCondition {
    private RegionCondition() {}

    static void add(StarQuery query, BoundRegion region) {
        for (Part part : region.parts()) {
            if (part.ordinals().length == 1) {
                Map<Integer, IdSet> byCode = new TreeMap<>();
                for (int t = 0; t < part.size(); t++) {
                    byCode.computeIfAbsent(part.code(t, 0), k -> new IdSet()).add(part.id(t, 0));
                }
                query.where(part.ordinals()[0], byCode);
            } else {
                query.where(tupleByTuple(query, part, part.ordinals().length));
            }
        }
    }

    /** OR of ANDs; tuples that differ in the last hierarchy only share an alternative. */
    private static String tupleByTuple(StarQuery query, Part part, int width) {
        Map<List<Integer>, Map<Integer, IdSet>> byPrefix = new LinkedHashMap<>();
        for (int t = 0; t < part.size(); t++) {
            List<Integer> prefix = new ArrayList<>();
            for (int c = 0; c < width - 1; c++) {
                prefix.add(part.code(t, c));
                prefix.add(part.id(t, c));
            }
            byPrefix.computeIfAbsent(prefix, p -> new TreeMap<>())
                    .computeIfAbsent(part.code(t, width - 1), k -> new IdSet())
                    .add(part.id(t, width - 1));
        }
        List<String> alternatives = new ArrayList<>();
        byPrefix.forEach((prefix, last) -> {
            Map<Integer, Map<Integer, IdSet>> all = new TreeMap<>();
            for (int c = 0; c < width - 1; c++) {
                if (prefix.get(2 * c) != Grain.ALL) {
                    all.put(part.ordinals()[c], Map.of(prefix.get(2 * c), IdSet.of(prefix.get(2 * c + 1))));
                }
            }
            if (!last.containsKey(Grain.ALL)) {
                all.put(part.ordinals()[width - 1], last);
            }
            alternatives.add(query.allOf(all));
        });
        return KeyCondition.or(alternatives);
    }
}
