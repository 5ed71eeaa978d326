package org.shapan.portal.pivot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The MDX text of a pivot. Details, subtotals and totals are asked for in one statement; {@link AxisLayout} puts them in
 * order, so that no ordering of calculated members is assumed.
 */
public final class PivotMdx {
    private static final String TOTAL = "[Pivot total]";

    private final PivotModel model;
    private final PivotFields fields;
    private final Map<String, String> members = new LinkedHashMap<>();
    private final Map<String, String> totals = new LinkedHashMap<>();

    private PivotMdx(PivotModel model, PivotFields fields) {
        this.model = model;
        this.fields = fields;
        Stream.concat(model.rows().stream(), model.columns().stream()).forEach(this::total);
    }

    /** The statement, and how its positions name totals. */
    public record Statement(String text, Map<String, String> totals) {}

    /**
     * Writes the statement.
     *
     * @param model has at least one measure
     * @param fields of the model's cube
     */
    public static Statement write(PivotModel model, PivotFields fields) {
        PivotMdx mdx = new PivotMdx(model, fields);
        return new Statement(mdx.text(), Map.copyOf(mdx.totals));
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        String columns = axis(model.columns(), !measuresOnRows());
        String rows = axis(model.rows(), measuresOnRows());
        if (!members.isEmpty()) {
            text.append("WITH");
            members.forEach((name, formula) ->
                    text.append("\n MEMBER ").append(name).append(" AS ").append(formula));
            text.append('\n');
        }
        String empty = model.hideEmpty() ? "NON EMPTY " : "";
        text.append("SELECT ").append(empty).append(columns).append(" ON COLUMNS");
        if (!rows.isEmpty()) {
            text.append(",\n ").append(empty).append(rows).append(" ON ROWS");
        }
        text.append("\nFROM ").append(bracket(model.cube()));
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

    private String axis(List<AxisField> axis, boolean withMeasures) {
        String measures = withMeasures ? model.measures().stream().collect(Collectors.joining(",\n   ", "{", "}")) : "";
        if (axis.isEmpty()) {
            return measures;
        }
        List<String> parts = new ArrayList<>();
        parts.add(axis.stream().map(this::set).collect(Collectors.joining("\n  * ")));
        if (model.subtotals() != PivotModel.Subtotals.NONE) {
            for (int kept = axis.size() - 1; kept >= 1; kept--) {
                parts.add(groups(axis, kept));
            }
        }
        if (model.totals()) {
            parts.add(groups(axis, 0));
        }
        String all =
                parts.size() == 1 ? parts.getFirst() : parts.stream().collect(Collectors.joining(",\n  ", "{", "}"));
        return measures.isEmpty() ? all : all + "\n  * " + measures;
    }

    /** The first fields in detail, the rest at their totals. */
    private String groups(List<AxisField> axis, int kept) {
        StringJoiner cross = new StringJoiner(" * ");
        for (int i = 0; i < axis.size(); i++) {
            AxisField field = axis.get(i);
            cross.add(i < kept ? set(field) : "{" + totals.get(field.hierarchy()) + "}");
        }
        return cross.toString();
    }

    private String set(AxisField field) {
        String base = field.picked().isEmpty() ? field.level() + ".Members" : braces(field.picked());
        if (field.open().isEmpty()) {
            return base.startsWith("{") ? base : "{" + base + "}";
        }
        String opened =
                field.open().stream().map(member -> member + ".Children").collect(Collectors.joining(", "));
        String all = "Hierarchize({" + base + ", " + opened + "})";
        return model.subtotals() == PivotModel.Subtotals.NONE
                ? "Except(" + all + ", " + braces(field.open()) + ")"
                : all;
    }

    /** The total of a field: All where everything is shown, else an aggregate of what is. */
    private void total(AxisField field) {
        String all = fields.hierarchy(field.hierarchy())
                .map(PivotFields.HierarchyField::all)
                .orElse(null);
        if (field.picked().isEmpty() && all != null) {
            totals.put(field.hierarchy(), all);
        } else {
            String name = field.hierarchy() + "." + TOTAL;
            String set = field.picked().isEmpty() ? field.level() + ".Members" : braces(field.picked());
            members.put(name, "Aggregate(" + (set.startsWith("{") ? set : "{" + set + "}") + ")");
            totals.put(field.hierarchy(), name);
        }
    }

    private String slicer() {
        List<FilterField> active = model.filters().stream()
                .filter(filter -> !filter.picked().isEmpty())
                .toList();
        if (active.isEmpty()) {
            return "";
        }
        if (active.stream().allMatch(filter -> filter.picked().size() == 1)) {
            return active.stream()
                    .map(filter -> filter.picked().getFirst())
                    .collect(Collectors.joining(",\n  ", "(", ")"));
        }
        return active.stream().map(filter -> braces(filter.picked())).collect(Collectors.joining("\n  * "));
    }

    private static String braces(List<String> members) {
        return members.stream().collect(Collectors.joining(", ", "{", "}"));
    }

    private static String bracket(String name) {
        return "[" + name.replace("]", "]]") + "]";
    }
}
