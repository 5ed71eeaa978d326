package org.shapan.portal.pivot;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What a pivot shows. Immutable; every change gives a new model. A hierarchy stands in one place only.
 *
 * @param cube name of the cube
 * @param measures unique names, in order; they stand innermost on their axis
 * @param measuresOnRows whether that axis is the rows
 * @param hideEmpty leaves rows and columns without data out
 * @param totals whether a grand total closes each axis
 */
public record PivotModel(
        String cube,
        List<AxisField> rows,
        List<AxisField> columns,
        List<String> measures,
        boolean measuresOnRows,
        List<FilterField> filters,
        boolean hideEmpty,
        Subtotals subtotals,
        boolean totals) {
    /** Where the subtotal of a group stands. */
    public enum Subtotals {
        BELOW,
        ABOVE,
        NONE
    }

    /** A place for a hierarchy. */
    public enum Place {
        ROWS,
        COLUMNS,
        FILTERS
    }

    public PivotModel {
        requireNonNull(cube, "cube is null");
        requireNonNull(subtotals, "subtotals is null");
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
        measures = List.copyOf(measures);
        filters = List.copyOf(filters);
    }

    /** An empty pivot of a cube. */
    public static PivotModel of(String cube) {
        return new PivotModel(cube, List.of(), List.of(), List.of(), false, List.of(), true, Subtotals.BELOW, true);
    }

    /** Where a hierarchy stands, or null. */
    public Place place(String hierarchy) {
        if (rows.stream().anyMatch(field -> field.hierarchy().equals(hierarchy))) {
            return Place.ROWS;
        }
        if (columns.stream().anyMatch(field -> field.hierarchy().equals(hierarchy))) {
            return Place.COLUMNS;
        }
        return filters.stream().anyMatch(field -> field.hierarchy().equals(hierarchy)) ? Place.FILTERS : null;
    }

    /** The field of a hierarchy on rows or columns, or null. */
    public AxisField field(String hierarchy) {
        return Stream.concat(rows.stream(), columns.stream())
                .filter(field -> field.hierarchy().equals(hierarchy))
                .findFirst()
                .orElse(null);
    }

    /** Puts a hierarchy last on an axis or among the filters, taking it from where it stood. Its picked members stay. */
    public PivotModel put(String hierarchy, String level, Place place) {
        AxisField before = field(hierarchy);
        List<String> picked = before != null
                ? before.picked()
                : filters.stream()
                        .filter(filter -> filter.hierarchy().equals(hierarchy))
                        .findFirst()
                        .map(FilterField::picked)
                        .orElse(List.of());
        PivotModel rest = remove(hierarchy);
        AxisField field = before != null ? before : new AxisField(hierarchy, level, picked, List.of());
        return switch (place) {
            case ROWS -> rest.withAxes(append(rest.rows, field), rest.columns);
            case COLUMNS -> rest.withAxes(rest.rows, append(rest.columns, field));
            case FILTERS -> rest.withFilters(append(rest.filters, new FilterField(hierarchy, picked)));
        };
    }

    public PivotModel remove(String hierarchy) {
        return withAxes(
                        without(rows, field -> field.hierarchy().equals(hierarchy)),
                        without(columns, field -> field.hierarchy().equals(hierarchy)))
                .withFilters(without(filters, field -> field.hierarchy().equals(hierarchy)));
    }

    /** Moves a hierarchy one place outwards (−1) or inwards (+1) on its axis; at the end nothing changes. */
    public PivotModel shift(String hierarchy, int by) {
        return withAxes(shift(rows, hierarchy, by), shift(columns, hierarchy, by));
    }

    /** Rows become columns and columns rows; the measures go with their axis. */
    public PivotModel swap() {
        return new PivotModel(cube, columns, rows, measures, !measuresOnRows, filters, hideEmpty, subtotals, totals);
    }

    public PivotModel toggleMeasure(String measure) {
        List<String> next = new ArrayList<>(measures);
        if (!next.remove(measure)) {
            next.add(measure);
        }
        return withMeasures(next);
    }

    public PivotModel shiftMeasure(String measure, int by) {
        List<String> next = new ArrayList<>(measures);
        int from = next.indexOf(measure);
        int to = from + by;
        if (from >= 0 && to >= 0 && to < next.size()) {
            next.add(to, next.remove(from));
        }
        return withMeasures(next);
    }

    /** Opens or closes a member of a hierarchy on an axis. */
    public PivotModel toggle(String hierarchy, String member) {
        return change(hierarchy, field -> field.toggle(member));
    }

    /** Changes the field of a hierarchy that stands on an axis. */
    public PivotModel change(String hierarchy, UnaryOperator<AxisField> change) {
        UnaryOperator<AxisField> one = field -> field.hierarchy().equals(hierarchy) ? change.apply(field) : field;
        return withAxes(
                rows.stream().map(one).toList(), columns.stream().map(one).toList());
    }

    /** Members a hierarchy starts with (on an axis) or lets through (as filter); empty for all. */
    public PivotModel pick(String hierarchy, List<String> members) {
        return change(hierarchy, field -> field.pick(members))
                .withFilters(filters.stream()
                        .map(filter ->
                                filter.hierarchy().equals(hierarchy) ? new FilterField(hierarchy, members) : filter)
                        .toList());
    }

    public PivotModel withAxes(List<AxisField> newRows, List<AxisField> newColumns) {
        return new PivotModel(
                cube, newRows, newColumns, measures, measuresOnRows, filters, hideEmpty, subtotals, totals);
    }

    public PivotModel withMeasures(List<String> newMeasures) {
        return new PivotModel(cube, rows, columns, newMeasures, measuresOnRows, filters, hideEmpty, subtotals, totals);
    }

    public PivotModel withFilters(List<FilterField> newFilters) {
        return new PivotModel(cube, rows, columns, measures, measuresOnRows, newFilters, hideEmpty, subtotals, totals);
    }

    public PivotModel withHideEmpty(boolean hide) {
        return new PivotModel(cube, rows, columns, measures, measuresOnRows, filters, hide, subtotals, totals);
    }

    public PivotModel withSubtotals(Subtotals where) {
        return new PivotModel(cube, rows, columns, measures, measuresOnRows, filters, hideEmpty, where, totals);
    }

    public PivotModel withTotals(boolean shown) {
        return new PivotModel(cube, rows, columns, measures, measuresOnRows, filters, hideEmpty, subtotals, shown);
    }

    public PivotModel withMeasuresOnRows(boolean onRows) {
        return new PivotModel(cube, rows, columns, measures, onRows, filters, hideEmpty, subtotals, totals);
    }

    private static <T> List<T> append(List<T> list, T last) {
        List<T> next = new ArrayList<>(list);
        next.add(last);
        return next;
    }

    private static <T> List<T> without(List<T> list, Predicate<T> what) {
        return list.stream().filter(what.negate()).toList();
    }

    private static List<AxisField> shift(List<AxisField> fields, String hierarchy, int by) {
        List<AxisField> next = new ArrayList<>(fields);
        for (int from = 0; from < fields.size(); from++) {
            int to = from + by;
            if (fields.get(from).hierarchy().equals(hierarchy) && to >= 0 && to < fields.size()) {
                next.add(to, next.remove(from));
                return next;
            }
        }
        return next;
    }
}
