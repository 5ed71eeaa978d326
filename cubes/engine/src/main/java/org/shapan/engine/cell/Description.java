package org.shapan.engine.cell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.shapan.engine.cell.segment.IdSet;

/** Segments in words, for EXPLAIN. */
final class Description {
    private static final int SHOWN = 3;

    private Description() {}

    /** For instance {@code sum(f.fee) by Calendar.Month(2 of Year: 2009, 2010), Brand.Brand}. */
    static String of(SegmentKey key, FactLayout layout) {
        List<String> levels = new ArrayList<>();
        int[] grouped = key.grain().grouped();
        for (int c = 0; c < grouped.length; c++) {
            int depth = Grain.depth(key.grain().code(grouped[c]));
            String text = layout.hierarchy(grouped[c]).name() + "."
                    + layout.level(grouped[c], depth).name();
            MemberPredicate predicate = key.predicates()[c];
            levels.add(predicate == null ? text : text + members(layout, grouped[c], predicate));
        }
        StringBuilder words = new StringBuilder();
        words.append(String.join(
                ", ", key.columns().stream().map(FactColumn::toString).toList()));
        words.append(levels.isEmpty() ? " in total" : " by " + String.join(", ", levels));
        if (key.region() != null) {
            words.append(" within ")
                    .append(key.region().parts().stream()
                            .map(part -> part.size() + " of "
                                    + Arrays.stream(part.ordinals())
                                            .mapToObj(b -> layout.hierarchy(b).name())
                                            .collect(Collectors.joining(" × ")))
                            .collect(Collectors.joining(", ")));
        }
        return words.toString();
    }

    private static String members(FactLayout layout, int ordinal, MemberPredicate predicate) {
        List<String> names = new ArrayList<>();
        IdSet ids = predicate.ids();
        for (int id = ids.next(0); id >= 0 && names.size() < SHOWN; id = ids.next(id + 1)) {
            names.add(layout.hierarchy(ordinal).member(id).name());
        }
        String more = ids.size() > SHOWN ? ", … " + ids.size() + " members" : "";
        return "(" + layout.level(ordinal, predicate.depth()).name() + ": " + String.join(", ", names) + more + ")";
    }
}
