package org.shapan.portal.pivot;

import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * About how many cells a pivot has at most, before it is run: the product of the members of its fields. What hides empty
 * lines only makes it less.
 *
 * @param cells product over all fields and measures; {@link Long#MAX_VALUE} where it is beyond that
 * @param largest the field with the most members; null where there is none
 * @param members how many that are
 */
record PivotEstimate(long cells, AxisField largest, long members) {
    /** @param sizes members of a level, by its unique name, as the person sees them */
    static PivotEstimate of(PivotModel model, PivotFields fields, ToLongFunction<String> sizes) {
        if (model.mdx() != null) {
            return new PivotEstimate(0, null, 0);
        }
        AxisField largest = null;
        long most = 0;
        double cells = Math.max(1, model.measures().size());
        for (AxisField field :
                Stream.concat(model.rows().stream(), model.columns().stream()).toList()) {
            long members = members(field, fields.hierarchy(field.hierarchy()).orElseThrow(), sizes);
            cells *= members;
            if (members > most) {
                most = members;
                largest = field;
            }
        }
        return new PivotEstimate((long) cells, largest, most);
    }

    private static long members(AxisField field, PivotFields.HierarchyField hierarchy, ToLongFunction<String> sizes) {
        List<PivotFields.LevelField> levels = hierarchy.levels();
        int start = levels.indexOf(hierarchy.level(field.level()));
        double first = field.picked().isEmpty()
                ? sizes.applyAsLong(field.level())
                : field.picked().stream()
                        .mapToDouble(pick -> picked(Pick.parse(pick), levels, start, sizes))
                        .sum();
        for (Condition condition : field.conditions()) {
            if (condition.kind() == Condition.Kind.TOP_COUNT || condition.kind() == Condition.Kind.BOTTOM_COUNT) {
                first = Math.min(first, condition.low().doubleValue());
            }
        }
        double all = first;
        if (field.expansion().to() != null) {
            int end = levels.indexOf(hierarchy.level(field.expansion().to()));
            for (int i = start + 1; i <= end; i++) {
                all += first * ratio(levels, start, i, sizes);
            }
        }
        for (String member : field.expansion().open()) {
            int depth = (int) PivotLink.SEGMENT.matcher(member).results().count()
                    - (int) PivotLink.SEGMENT
                            .matcher(hierarchy.uniqueName())
                            .results()
                            .count();
            int level = Math.clamp(depth - 1, 0, levels.size() - 1);
            all += level + 1 < levels.size() ? ratio(levels, level, level + 1, sizes) : 0;
        }
        return Math.max(1, Math.round(all));
    }

    private static double picked(
            Pick pick, List<PivotFields.LevelField> levels, int start, ToLongFunction<String> sizes) {
        int next = Math.min(levels.size() - 1, start + 1);
        return switch (pick.kind()) {
            case MEMBER, PREVIOUS, LAST_YEAR -> 1;
            case LATEST -> pick.number();
            case CHILDREN -> ratio(levels, start, next, sizes);
            case LEVEL -> sizes.applyAsLong(pick.level());
            default -> {
                int at = Math.max(
                        0,
                        levels.stream()
                                .map(PivotFields.LevelField::uniqueName)
                                .toList()
                                .indexOf(pick.level()));
                yield ratio(levels, 0, at, sizes);
            }
        };
    }

    /** Members of a deeper level below one of an upper level, on average. */
    private static double ratio(
            List<PivotFields.LevelField> levels, int upper, int deeper, ToLongFunction<String> sizes) {
        double above = Math.max(1, sizes.applyAsLong(levels.get(upper).uniqueName()));
        return Math.max(1, sizes.applyAsLong(levels.get(deeper).uniqueName()) / above);
    }
}
