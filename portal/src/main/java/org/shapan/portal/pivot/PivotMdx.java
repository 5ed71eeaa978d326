package org.shapan.portal.pivot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The MDX text of a pivot. Details, subtotals and totals are asked for in one statement; {@link AxisLayout} puts them in
 * order, so that no ordering of calculated members is assumed.
 */
public final class PivotMdx {
    private final PivotModel model;
    private final PivotSets sets;
    private final PivotMeasures measures;

    private PivotMdx(PivotModel model, PivotFields fields) {
        this.model = model;
        this.sets = new PivotSets(model, fields);
        this.measures = new PivotMeasures(model, fields, sets);
    }

    /**
     * The statement, and how its positions are to be read.
     *
     * @param totals unique names of totals by hierarchy
     * @param derived what the model calls a measure, by its unique name, where {@link ShowAs} made it
     */
    public record Statement(String text, Map<String, String> totals, Map<String, String> derived) {}

    /**
     * Writes the statement; one the person wrote is taken as it is.
     *
     * @param model has at least one measure, or a statement
     * @param fields of the model's cube
     */
    public static Statement write(PivotModel model, PivotFields fields) {
        if (model.mdx() != null) {
            return new Statement(model.mdx(), Map.of(), Map.of());
        }
        PivotMdx mdx = new PivotMdx(model, fields);
        return new Statement(mdx.text(), Map.copyOf(mdx.sets.totals()), PivotMeasures.derived(model));
    }

    private String with(SequencedMap<String, String> members) {
        StringBuilder text = new StringBuilder("WITH");
        measures.sets()
                .forEach((name, set) ->
                        text.append("\n SET ").append(name).append(" AS ").append(set));
        members.forEach((name, formula) ->
                text.append("\n MEMBER ").append(name).append(" AS ").append(formula));
        return text.toString();
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        SequencedMap<String, String> members = new LinkedHashMap<>(sets.formulas());
        members.putAll(measures.formulas());
        if (!members.isEmpty()) {
            text.append(with(members)).append('\n');
        }
        String columns = axis(model.columns(), !measuresOnRows(), model.totals().columns());
        String rows = axis(model.rows(), measuresOnRows(), model.totals().rows());
        String empty = model.hideEmpty() ? "NON EMPTY " : "";
        text.append("SELECT ").append(empty).append(columns).append(" ON COLUMNS");
        if (!rows.isEmpty()) {
            text.append(",\n ").append(empty).append(rows).append(" ON ROWS");
        }
        text.append("\nFROM ").append(sets.cube());
        String slicer = slicer();
        if (!slicer.isEmpty()) {
            text.append("\nWHERE ").append(slicer);
        }
        return text.toString();
    }

    /** Columns must not be empty: without a hierarchy they carry the measures. */
    private boolean measuresOnRows() {
        return model.measuresOnRows() && !model.columns().isEmpty();
    }

    private String axis(List<AxisField> axis, boolean withMeasures, boolean grandTotal) {
        String names = withMeasures
                ? model.measures().stream()
                        .flatMap(measure -> Trend.is(measure)
                                ? Trend.steps(measure).stream()
                                : Stream.of(ShowAs.uniqueName(measure)))
                        .collect(Collectors.joining(",\n   ", "{", "}"))
                : "";
        if (axis.isEmpty()) {
            return names;
        }
        List<String> parts = new ArrayList<>();
        String details = sets.shown(axis, axis.size());
        boolean flat = model.sort() != null && model.sort().order().flat() && axis == model.rows();
        parts.add(flat ? sets.flat(details) : details);
        if (model.subtotals() != PivotModel.Subtotals.NONE && !flat) {
            for (int kept = axis.size() - 1; kept >= 1; kept--) {
                if (axis.get(kept - 1).subtotal()) {
                    parts.add(groups(axis, kept));
                }
            }
        }
        if (grandTotal) {
            parts.add(groups(axis, 0));
        }
        String all =
                parts.size() == 1 ? parts.getFirst() : parts.stream().collect(Collectors.joining(",\n  ", "{", "}"));
        return names.isEmpty() ? all : all + "\n  * " + names;
    }

    /** The first fields in detail, the rest at their totals. */
    private String groups(List<AxisField> axis, int kept) {
        String totals = axis.subList(kept, axis.size()).stream()
                .map(field -> "{" + sets.total(field) + "}")
                .collect(Collectors.joining(" * "));
        return kept == 0 ? totals : sets.shown(axis, kept) + " * " + totals;
    }

    private String slicer() {
        List<FilterField> active = model.filters().stream()
                .filter(filter -> !filter.picked().isEmpty())
                .toList();
        boolean single = active.stream()
                .allMatch(filter -> filter.picked().size() == 1
                        && Pick.parse(filter.picked().getFirst()).kind() == Pick.Kind.MEMBER);
        if (active.isEmpty()) {
            return "";
        }
        return single
                ? active.stream()
                        .map(filter -> filter.picked().getFirst())
                        .collect(Collectors.joining(",\n  ", "(", ")"))
                : active.stream()
                        .map(filter -> sets.picks(filter.hierarchy(), filter.picked()))
                        .collect(Collectors.joining("\n  * "));
    }
}
