package org.shapan.portal.pivot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;

/** MDX of the measures a pivot computes itself: the person's calculations, and what measures are shown as. */
final class PivotMeasures {
    /** Above everything else: they are made of finished figures. */
    private static final int LAST = 3_000;

    private final PivotModel model;
    private final PivotFields fields;
    private final PivotSets sets;

    PivotMeasures(PivotModel model, PivotFields fields, PivotSets sets) {
        this.model = model;
        this.fields = fields;
        this.sets = sets;
    }

    /** Formulas with their properties, by unique name. */
    SequencedMap<String, String> formulas() {
        SequencedMap<String, String> formulas = new LinkedHashMap<>();
        for (Calculation calculation : model.calculations()) {
            String format = model.style(calculation.uniqueName()).format();
            formulas.put(calculation.uniqueName(), calculation.formula() + format(format));
        }
        for (String measure : used()) {
            ShowAs.read(measure).ifPresent(kind -> {
                String base = ShowAs.base(measure);
                if (kind == ShowAs.TREND) {
                    trend(formulas, measure);
                    return;
                }
                String style = model.style(measure).format();
                String format = style != null ? style : kind.format();
                formulas.put(
                        ShowAs.uniqueName(measure),
                        formula(kind, base)
                                + (format != null
                                        ? format(format)
                                        : format(model.style(base).format()))
                                + ", SOLVE_ORDER = " + LAST);
            });
        }
        return formulas;
    }

    private void trend(SequencedMap<String, String> formulas, String measure) {
        PivotFields.HierarchyField time = time();
        AxisField onAxis = model.field(time.uniqueName());
        SequencedMap<String, String> steps = new LinkedHashMap<>();
        Trend.formulas(steps, measure, time, onAxis == null ? null : sets.total(onAxis));
        String format = format(model.style(ShowAs.base(measure)).format());
        steps.forEach((name, formula) -> formulas.put(name, formula + format + ", SOLVE_ORDER = " + LAST));
    }

    /** Sets the formulas name, by name. */
    SequencedMap<String, String> sets() {
        SequencedMap<String, String> named = new LinkedHashMap<>();
        if (used().stream().anyMatch(Trend::is) && Trend.fixed(model, time())) {
            named.put(Trend.END, Trend.end(model, fields, sets, time()));
        }
        return named;
    }

    private List<String> used() {
        List<String> used = new ArrayList<>(model.measures());
        Stream.concat(model.rows().stream(), model.columns().stream())
                .flatMap(field -> field.conditions().stream())
                .filter(condition -> condition.measure() != null)
                .forEach(condition -> used.add(condition.measure()));
        if (model.sort() != null && !model.sort().label()) {
            used.add(model.sort().by().getFirst());
        }
        return used.stream().distinct().toList();
    }

    private static String format(String format) {
        return format == null ? "" : ", FORMAT_STRING = " + PivotSets.quote(format);
    }

    private String formula(ShowAs kind, String measure) {
        return switch (kind) {
            case SHARE_TOTAL -> share(measure, Stream.concat(model.rows().stream(), model.columns().stream()));
            case SHARE_ROW -> share(measure, model.columns().stream());
            case SHARE_COLUMN -> share(measure, model.rows().stream());
            case SHARE_PARENT -> "Divide(" + measure + ", " + parent(measure, lines()) + ")";
            case RANK -> rank(measure);
            case RUNNING -> running(measure);
            case DIFFERENCE -> difference(measure, before(measure, lines()));
            case GROWTH -> growth(measure, before(measure, lines()));
            case MOM -> growth(measure, month(measure));
            case MOM_DIFFERENCE -> difference(measure, month(measure));
            case YOY -> growth(measure, year(measure));
            case YOY_DIFFERENCE -> difference(measure, year(measure));
            case YTD -> {
                PivotFields.HierarchyField time = time();
                yield over(
                        measure,
                        "PeriodsToDate(" + time.levels().getFirst().uniqueName() + ", " + current(time.uniqueName())
                                + ")");
            }
            case TREND -> throw new IllegalArgumentException("a trend has a formula for each period");
        };
    }

    /** The axis that ranks, running totals and differences go along: rows, where there are any. */
    private List<AxisField> lines() {
        return model.rows().isEmpty() ? model.columns() : model.rows();
    }

    private String share(String measure, Stream<AxisField> over) {
        List<String> tuple = new ArrayList<>(List.of(measure));
        over.forEach(field -> tuple.add(sets.total(field)));
        return "Divide(" + measure + ", " + PivotSets.tuple(tuple) + ")";
    }

    /** The value of the group a figure stands in: the opened member above it, else the field's total, else outwards. */
    private String parent(String measure, List<AxisField> axis) {
        if (axis.isEmpty()) {
            return measure;
        }
        AxisField field = axis.getLast();
        String current = current(field.hierarchy());
        String total = sets.total(field);
        String outwards = parent(measure, axis.subList(0, axis.size() - 1));
        String above = "(" + measure + ", " + total + ")";
        if (!field.expansion().none()) {
            above = "CASE WHEN " + inStart(field) + " THEN " + above + " ELSE (" + measure + ", " + current
                    + ".Parent) END";
        }
        return "CASE WHEN " + current + " IS " + total + " THEN " + outwards + " ELSE " + above + " END";
    }

    private String inStart(AxisField field) {
        return "Rank(" + current(field.hierarchy()) + ", " + sets.start(field) + ") > 0";
    }

    private String rank(String measure) {
        List<AxisField> axis = lines();
        if (axis.isEmpty()) {
            return "1";
        }
        AxisField field = axis.getLast();
        String current = current(field.hierarchy());
        return guarded(
                field,
                measure,
                "Rank(" + current + ", " + sets.start(field) + ", " + measure + ")",
                "Rank(" + current + ", " + current + ".Siblings, " + measure + ")");
    }

    private String running(String measure) {
        List<AxisField> axis = lines();
        if (axis.isEmpty()) {
            return measure;
        }
        AxisField field = axis.getLast();
        return guarded(
                field,
                measure,
                upTo(field, measure, sets.ordered(field, sets.start(field))),
                upTo(field, measure, sets.ordered(field, current(field.hierarchy()) + ".Siblings")));
    }

    private String upTo(AxisField field, String measure, String set) {
        return over(measure, "Head(" + set + ", Rank(" + current(field.hierarchy()) + ", " + set + "))");
    }

    /** Nothing at totals and for empty figures; one formula for what the field starts with, one for children. */
    private String guarded(AxisField field, String measure, String start, String child) {
        String empty = "CASE WHEN IsEmpty(" + measure + ") OR " + current(field.hierarchy()) + " IS "
                + sets.total(field) + " THEN NULL ";
        return field.expansion().none()
                ? empty + "ELSE " + start + " END"
                : empty + "WHEN " + inStart(field) + " THEN " + start + " ELSE " + child + " END";
    }

    private String before(String measure, List<AxisField> axis) {
        return axis.isEmpty()
                ? "NULL"
                : "(" + measure + ", " + current(axis.getLast().hierarchy()) + ".PrevMember)";
    }

    private String month(String measure) {
        return "(" + measure + ", " + current(time().uniqueName()) + ".PrevMember)";
    }

    private String year(String measure) {
        PivotFields.HierarchyField time = time();
        return "(" + measure + ", ParallelPeriod(" + time.levels().getFirst().uniqueName() + ", 1, "
                + current(time.uniqueName()) + "))";
    }

    private static String difference(String measure, String before) {
        return "CASE WHEN IsEmpty(" + measure + ") OR IsEmpty(" + before + ") THEN NULL ELSE " + measure + " - "
                + before + " END";
    }

    private static String growth(String measure, String before) {
        return "CASE WHEN IsEmpty(" + measure + ") OR IsEmpty(" + before + ") THEN NULL ELSE Divide(" + measure + ", "
                + before + ") - 1 END";
    }

    /** Stored measures over a set as they add up, calculated ones as figures. */
    private String over(String measure, String set) {
        boolean stored = fields.measure(measure).map(m -> !m.calculated()).orElse(false);
        return (stored ? "Aggregate(" : "Sum(") + set + ", " + measure + ")";
    }

    /** The time hierarchy that stands in the pivot, else the cube's first. */
    private PivotFields.HierarchyField time() {
        List<PivotFields.HierarchyField> times = fields.hierarchies().stream()
                .filter(PivotFields.HierarchyField::time)
                .toList();
        return times.stream()
                .filter(time -> model.place(time.uniqueName()) != null)
                .findFirst()
                .or(() -> times.stream().findFirst())
                .orElseThrow(() -> new UnknownNameException("time", model.cube()));
    }

    private static String current(String hierarchy) {
        return hierarchy + ".CurrentMember";
    }

    /** Captions to be told by kind and measure, for the names of what measures are shown as. */
    static Map<String, String> derived(PivotModel model) {
        Map<String, String> derived = new LinkedHashMap<>();
        model.measures().stream()
                .filter(measure -> ShowAs.read(measure).isPresent())
                .forEach(measure -> (Trend.is(measure) ? Trend.steps(measure) : List.of(ShowAs.uniqueName(measure)))
                        .forEach(name -> derived.put(name, measure)));
        return derived;
    }
}
