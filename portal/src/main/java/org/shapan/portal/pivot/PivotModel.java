package org.shapan.portal.pivot;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.shapan.portal.pivot.chart.ChartKind;

/**
 * What a pivot shows. Immutable; every change gives a new model. A hierarchy stands in one place only.
 *
 * @param cube name of the cube
 * @param measures unique names, or what {@link ShowAs} makes of them, in order; they stand innermost on their axis
 * @param measuresOnRows whether that axis is the rows
 * @param hideEmpty leaves rows and columns without data out
 * @param sort order of the rows; null: that of the hierarchies
 * @param calculations measures the person wrote
 * @param styles of measures, by the name they have among {@code measures}; a missing one has {@link MeasureStyle#DEFAULT}
 * @param chart as which the result is drawn; null: as suits it
 * @param look how it stands on the screen
 * @param mdx a statement the person wrote; it is run in place of what the rest says. Null: none
 */
public record PivotModel(
        String cube,
        List<AxisField> rows,
        List<AxisField> columns,
        List<String> measures,
        boolean measuresOnRows,
        List<FilterField> filters,
        boolean hideEmpty,
        Totals totals,
        Sort sort,
        List<Calculation> calculations,
        Map<String, MeasureStyle> styles,
        ChartKind chart,
        PivotLook look,
        String mdx) {
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
        requireNonNull(totals, "totals is null");
        requireNonNull(look, "look is null");
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
        measures = List.copyOf(measures);
        filters = List.copyOf(filters);
        calculations = List.copyOf(calculations);
        styles = Collections.unmodifiableMap(new LinkedHashMap<>(styles));
    }

    /** An empty pivot of a cube. */
    public static PivotModel of(String cube) {
        return new PivotModel(
                cube,
                List.of(),
                List.of(),
                List.of(),
                false,
                List.of(),
                true,
                Totals.DEFAULT,
                null,
                List.of(),
                Map.of(),
                null,
                PivotLook.DEFAULT,
                null);
    }

    /** Where the subtotals of groups stand. */
    public Subtotals subtotals() {
        return totals.subtotals();
    }

    /** The selection of a hierarchy, wherever it stands; all where it stands nowhere. */
    public Selection selection(String hierarchy) {
        AxisField axis = field(hierarchy);
        return axis != null
                ? axis.members()
                : filters.stream()
                        .filter(filter -> filter.hierarchy().equals(hierarchy))
                        .findFirst()
                        .map(FilterField::members)
                        .orElse(Selection.ALL);
    }

    /** How a measure looks. */
    public MeasureStyle style(String measure) {
        return styles.getOrDefault(measure, MeasureStyle.DEFAULT);
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
        Selection selection = selection(hierarchy);
        PivotModel rest = remove(hierarchy);
        AxisField field =
                before != null ? before : AxisField.of(hierarchy, level).with(selection);
        return switch (place) {
            case ROWS -> rest.withAxes(append(rest.rows, field), rest.columns);
            case COLUMNS -> rest.withAxes(rest.rows, append(rest.columns, field));
            case FILTERS -> rest.withFilters(append(rest.filters, new FilterField(hierarchy, selection)));
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

    /** Rows become columns and columns rows; the measures go with their axis. The order of rows is forgotten. */
    public PivotModel swap() {
        Totals swapped = totals.withGrand(totals.columns(), totals.rows());
        return edit(e -> {
            e.rows = columns;
            e.columns = rows;
            e.measuresOnRows = !measuresOnRows;
            e.totals = swapped;
            e.sort = null;
        });
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

    /** Opens a closed member of a hierarchy on an axis, closes an open one. */
    public PivotModel toggle(String hierarchy, String member) {
        return change(hierarchy, field -> field.toggle(member));
    }

    /** As {@link #toggle(String, String)} where the whole level may be open. */
    public PivotModel toggle(String hierarchy, String member, boolean opened) {
        return change(hierarchy, field -> field.toggle(member, opened));
    }

    /** Changes the field of a hierarchy that stands on an axis. */
    public PivotModel change(String hierarchy, UnaryOperator<AxisField> change) {
        UnaryOperator<AxisField> one = field -> field.hierarchy().equals(hierarchy) ? change.apply(field) : field;
        return withAxes(
                rows.stream().map(one).toList(), columns.stream().map(one).toList());
    }

    /** Members a hierarchy starts with (on an axis) or lets through (as filter); empty for all. */
    public PivotModel pick(String hierarchy, List<String> members) {
        return select(hierarchy, Selection.of(members));
    }

    /** What of a hierarchy counts, wherever it stands. What was picked anew has nothing open. */
    public PivotModel select(String hierarchy, Selection selection) {
        return change(
                        hierarchy,
                        field -> field.picked().equals(selection.picked())
                                ? field.with(selection)
                                : field.with(selection).with(Expansion.NONE))
                .withFilters(filters.stream()
                        .map(filter ->
                                filter.hierarchy().equals(hierarchy) ? new FilterField(hierarchy, selection) : filter)
                        .toList());
    }

    public PivotModel withAxes(List<AxisField> newRows, List<AxisField> newColumns) {
        return edit(e -> {
            e.rows = newRows;
            e.columns = newColumns;
        });
    }

    /** Whether another model has the same fields at the same places and levels, whatever of their members is shown. */
    boolean sameFields(PivotModel other) {
        return cube.equals(other.cube)
                && measures.equals(other.measures)
                && measuresOnRows == other.measuresOnRows
                && levels(rows).equals(levels(other.rows))
                && levels(columns).equals(levels(other.columns))
                && Objects.equals(mdx, other.mdx);
    }

    private static List<String> levels(List<AxisField> axis) {
        return axis.stream().map(AxisField::level).toList();
    }

    /** Other measures; an order by one that is gone is forgotten. */
    public PivotModel withMeasures(List<String> newMeasures) {
        return edit(e -> {
            e.measures = newMeasures;
            if (sort != null && !sort.label() && newMeasures.stream().noneMatch(sort::follows)) {
                e.sort = null;
            }
        });
    }

    /** Other filters; a slicer of one that is gone is gone, too. */
    public PivotModel withFilters(List<FilterField> newFilters) {
        return edit(e -> {
            e.filters = newFilters;
            e.look = look.among(newFilters.stream().map(FilterField::hierarchy).toList());
        });
    }

    public PivotModel withHideEmpty(boolean hide) {
        return edit(e -> e.hideEmpty = hide);
    }

    public PivotModel withTotals(Totals next) {
        return edit(e -> e.totals = next);
    }

    public PivotModel withSubtotals(Subtotals where) {
        return withTotals(totals.withSubtotals(where));
    }

    /** Shows or hides both grand totals. */
    public PivotModel withTotals(boolean shown) {
        return withTotals(totals.withGrand(shown, shown));
    }

    public PivotModel withMeasuresOnRows(boolean onRows) {
        return edit(e -> e.measuresOnRows = onRows);
    }

    /** @param next null for the order of the hierarchies */
    public PivotModel withSort(Sort next) {
        return edit(e -> e.sort = next);
    }

    /** Adds a calculation, or replaces the one of its name, and shows it. */
    public PivotModel withCalculation(Calculation calculation) {
        PivotModel next = withCalculations(append(
                without(calculations, old -> old.name().equals(calculation.name())), calculation));
        return measures.contains(calculation.uniqueName()) ? next : next.toggleMeasure(calculation.uniqueName());
    }

    /** Drops a calculation and whatever is shown, ordered or asked of it. */
    public PivotModel withoutCalculation(String name) {
        String unique = new Calculation(name, "").uniqueName();
        Predicate<String> ofIt =
                measure -> measure != null && ShowAs.base(measure).equals(unique);
        Map<String, MeasureStyle> kept = new LinkedHashMap<>(styles);
        kept.keySet().removeIf(ofIt);
        UnaryOperator<AxisField> unasked =
                field -> field.withConditions(without(field.conditions(), asked -> ofIt.test(asked.measure())));
        return withMeasures(without(measures, ofIt))
                .edit(e -> {
                    e.styles = kept;
                    e.rows = e.rows.stream().map(unasked).toList();
                    e.columns = e.columns.stream().map(unasked).toList();
                    e.sort = e.sort != null && e.sort.by().stream().anyMatch(ofIt) ? null : e.sort;
                })
                .withCalculations(without(calculations, old -> old.name().equals(name)));
    }

    public PivotModel withCalculations(List<Calculation> next) {
        return edit(e -> e.calculations = next);
    }

    public PivotModel withStyle(String measure, MeasureStyle style) {
        Map<String, MeasureStyle> next = new LinkedHashMap<>(styles);
        if (style.equals(MeasureStyle.DEFAULT)) {
            next.remove(measure);
        } else {
            next.put(measure, style);
        }
        return edit(e -> e.styles = next);
    }

    public PivotModel withChart(ChartKind kind) {
        return edit(e -> e.chart = kind);
    }

    public PivotModel withLook(PivotLook next) {
        return edit(e -> e.look = next);
    }

    /** @param statement null to go back to what the model says */
    public PivotModel withMdx(String statement) {
        return edit(e -> e.mdx = statement);
    }

    private PivotModel edit(Consumer<Edit> change) {
        Edit edit = new Edit(this);
        change.accept(edit);
        return edit.model();
    }

    /** A model in the making. */
    private static final class Edit {
        private final PivotModel from;
        private List<AxisField> rows;
        private List<AxisField> columns;
        private List<String> measures;
        private boolean measuresOnRows;
        private List<FilterField> filters;
        private boolean hideEmpty;
        private Totals totals;
        private Sort sort;
        private List<Calculation> calculations;
        private Map<String, MeasureStyle> styles;
        private ChartKind chart;
        private PivotLook look;
        private String mdx;

        Edit(PivotModel from) {
            this.from = from;
            rows = from.rows;
            columns = from.columns;
            measures = from.measures;
            measuresOnRows = from.measuresOnRows;
            filters = from.filters;
            hideEmpty = from.hideEmpty;
            totals = from.totals;
            sort = from.sort;
            calculations = from.calculations;
            styles = from.styles;
            chart = from.chart;
            look = from.look;
            mdx = from.mdx;
        }

        PivotModel model() {
            return new PivotModel(
                    from.cube,
                    rows,
                    columns,
                    measures,
                    measuresOnRows,
                    filters,
                    hideEmpty,
                    totals,
                    sort,
                    calculations,
                    styles,
                    chart,
                    look,
                    mdx);
        }
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
