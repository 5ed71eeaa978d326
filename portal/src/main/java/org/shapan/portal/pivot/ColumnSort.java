package org.shapan.portal.pivot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The order of the rows that heads of the grid ask for: by the figures of a column, or by the labels of a hierarchy. */
final class ColumnSort {
    private ColumnSort() {}

    /**
     * What rows are ordered by: the measure of a column and the innermost member of each hierarchy above it, what is a
     * total there left out; the hierarchy of a head column.
     *
     * @param column of the grid; −1 and below: the head columns, from the left
     * @return unique names as in {@link Sort#by}; empty where the rows cannot be ordered by it
     */
    static List<String> key(PivotModel model, AxisLayout rows, AxisLayout columns, int column) {
        if (model.mdx() != null || model.rows().isEmpty()) {
            return List.of();
        }
        if (column < 0) {
            return hierarchy(rows, -1 - column);
        }
        AxisLine line = columns.lines().get(column);
        String measure =
                line.measure() != null ? line.measure() : model.measures().getFirst();
        Map<String, String> members = new LinkedHashMap<>();
        for (HeadCell head : line.heads()) {
            if (head.hierarchy() != null && head.member() != null) {
                members.put(head.hierarchy(), head.member());
            }
        }
        return Sort.of(Sort.Order.DESC, measure, members.values()).by();
    }

    private static List<String> hierarchy(AxisLayout rows, int headColumn) {
        return rows.lines().stream()
                .flatMap(line -> line.heads().stream())
                .filter(head -> head.column() == headColumn && head.hierarchy() != null)
                .findFirst()
                .map(head -> List.of(head.hierarchy()))
                .orElse(List.of());
    }

    /** The order by a key, or null where the rows stand in another. */
    static Sort.Order order(PivotModel model, List<String> key) {
        Sort sort = model.sort();
        return sort != null && sort.by().equals(key) ? sort.order() : null;
    }

    /** Figures start with the largest, labels with the first; a second click turns them round, a third clears. */
    static PivotModel click(PivotModel model, List<String> key) {
        if (key.isEmpty()) {
            return model;
        }
        boolean label = new Sort(Sort.Order.ASC, key).label();
        List<Sort.Order> steps = new ArrayList<>(List.of(Sort.Order.DESC, Sort.Order.ASC));
        Sort.Order now = order(model, key);
        boolean flat = now != null && now.flat();
        if (flat) {
            steps.replaceAll(order -> order == Sort.Order.DESC ? Sort.Order.BDESC : Sort.Order.BASC);
        }
        List<Sort.Order> cycle = label ? steps.reversed() : steps;
        int next = cycle.indexOf(now) + 1;
        return model.withSort(next == cycle.size() ? null : new Sort(cycle.get(next), key));
    }
}
