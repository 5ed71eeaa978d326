package org.shapan.portal.pivot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** MDX of the sets a pivot shows, of their totals, and of what is counted at all. */
final class PivotSets {
    private static final String TOTAL = "[Pivot total]";
    /** Below calculated measures: their parts are totalled, then they are computed. */
    private static final int BEFORE_MEASURES = -100;
    /** Above calculated measures: figures shown are put together. */
    private static final int AFTER_MEASURES = 1_000;

    private final PivotModel model;
    private final PivotFields fields;
    private final SequencedMap<String, String> formulas = new LinkedHashMap<>();
    private final Map<String, String> totals = new HashMap<>();

    PivotSets(PivotModel model, PivotFields fields) {
        this.model = model;
        this.fields = fields;
        total(model.rows());
        total(model.columns());
    }

    /** Formulas of calculated totals by unique name, with their solve order. */
    SequencedMap<String, String> formulas() {
        return formulas;
    }

    /** Unique names of totals by hierarchy. */
    Map<String, String> totals() {
        return totals;
    }

    /** Member that stands for a field's total. */
    String total(AxisField field) {
        return totals.get(field.hierarchy());
    }

    /** Members a field starts with, conditions applied, in natural order or that of its conditions. */
    String start(AxisField field) {
        List<String> picked = field.picked();
        String set = picked.isEmpty() ? "{" + field.level() + ".Members}" : picks(field.hierarchy(), picked);
        if (!model.totals().visual() && !field.members().without().isEmpty()) {
            set = "Except(" + set + ", " + below(field.members().without()) + ")";
        }
        for (Condition condition : field.conditions()) {
            set = restrict(field, condition, set);
        }
        return set;
    }

    /** What is picked of a hierarchy. */
    String picks(String hierarchy, List<String> picked) {
        PivotFields.HierarchyField field = fields.hierarchy(hierarchy).orElseThrow();
        String measure = fields.firstStored();
        return picked.stream()
                .map(pick -> Pick.parse(pick).mdx(field, measure))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String below(List<String> members) {
        return members.stream().map(m -> "Descendants(" + m + ")").collect(Collectors.joining(", ", "{", "}"));
    }

    private String restrict(AxisField field, Condition condition, String set) {
        String caption = field.hierarchy() + ".CurrentMember.Caption";
        if (condition.kind().label()) {
            String text = quote(condition.text());
            int length = condition.text().length();
            String test =
                    switch (condition.kind()) {
                        case CONTAINS -> "InStr(1, " + caption + ", " + text + ", 1) > 0";
                        case CONTAINS_NOT -> "InStr(1, " + caption + ", " + text + ", 1) = 0";
                        case BEGINS -> "InStr(1, Left(" + caption + ", " + length + "), " + text + ", 1) = 1";
                        default -> "InStr(1, Right(" + caption + ", " + length + "), " + text + ", 1) = 1";
                    };
            return "Filter(" + set + ", " + test + ")";
        }
        String value = at(field, ShowAs.uniqueName(condition.measure()));
        String low = condition.low().toPlainString();
        return switch (condition.kind()) {
            case TOP_COUNT -> "TopCount(" + set + ", " + low + ", " + value + ")";
            case BOTTOM_COUNT -> "BottomCount(NonEmpty(" + set + ", {" + value + "}), " + low + ", " + value + ")";
            case TOP_PERCENT -> "TopPercent(" + set + ", " + low + ", " + value + ")";
            case BOTTOM_PERCENT -> "BottomPercent(NonEmpty(" + set + ", {" + value + "}), " + low + ", " + value + ")";
            case TOP_SUM -> "TopSum(" + set + ", " + low + ", " + value + ")";
            case BOTTOM_SUM -> "BottomSum(NonEmpty(" + set + ", {" + value + "}), " + low + ", " + value + ")";
            case AT_LEAST -> "Filter(" + set + ", " + value + " >= " + low + ")";
            case AT_MOST -> "Filter(" + set + ", NOT IsEmpty(" + value + ") AND " + value + " <= " + low + ")";
            default ->
                "Filter(" + set + ", " + value + " >= " + low + " AND " + value + " <= "
                        + condition.high().toPlainString() + ")";
        };
    }

    /** A measure at the totals of all fields but this one and those outside it. */
    private String at(AxisField field, String measure) {
        List<AxisField> own = model.rows().contains(field) ? model.rows() : model.columns();
        List<AxisField> other = own == model.rows() ? model.columns() : model.rows();
        List<String> tuple = new ArrayList<>(List.of(measure));
        Stream.concat(own.subList(own.indexOf(field) + 1, own.size()).stream(), other.stream())
                .map(this::anchor)
                .filter(member -> member != null)
                .forEach(tuple::add);
        return tuple(tuple);
    }

    /** A total that rests on no value, so that conditions do not rest on each other. */
    private String anchor(AxisField field) {
        boolean valued = field.conditions().stream().anyMatch(c -> !c.kind().label());
        return valued ? all(field) : total(field) == null ? all(field) : total(field);
    }

    private String all(AxisField field) {
        return fields.hierarchy(field.hierarchy()).orElseThrow().all();
    }

    /** Totals of an axis, the innermost first: outer ones rest on them. */
    private void total(List<AxisField> axis) {
        for (int i = axis.size() - 1; i >= 0; i--) {
            AxisField field = axis.get(i);
            String all = all(field);
            boolean inside = axis.subList(i + 1, axis.size()).stream().anyMatch(PivotSets::selective);
            boolean whole = !model.totals().visual()
                    || (field.picked().isEmpty()
                            && !selective(field)
                            && !inside
                            && model.totals().how() == Totals.How.AGGREGATE);
            if (whole && all != null) {
                totals.put(field.hierarchy(), all);
                continue;
            }
            String set = inside ? tuples(axis.subList(i, axis.size())) : start(field);
            boolean aggregate = model.totals().how() == Totals.How.AGGREGATE;
            String name = field.hierarchy() + "." + TOTAL;
            int order = (aggregate ? BEFORE_MEASURES : AFTER_MEASURES) + axis.size() - i;
            formulas.put(name, model.totals().how().function() + "(" + set + "), SOLVE_ORDER = " + order);
            totals.put(field.hierarchy(), name);
        }
    }

    private static boolean selective(AxisField field) {
        return !field.conditions().isEmpty();
    }

    /** Members of fields together, as far as conditions within each group let them through. */
    private String tuples(List<AxisField> axis) {
        String set = start(axis.getFirst());
        for (int i = 1; i < axis.size(); i++) {
            set = join(axis.subList(0, i), set, start(axis.get(i)), valued(axis.get(i)));
        }
        return set;
    }

    private static boolean valued(AxisField field) {
        return field.conditions().stream().anyMatch(c -> !c.kind().label());
    }

    private static String join(List<AxisField> outer, String set, String inner, boolean inContext) {
        if (!inContext) {
            return set + "\n  * " + inner;
        }
        String current = outer.stream()
                .map(field -> field.hierarchy() + ".CurrentMember")
                .collect(Collectors.joining(", ", "{(", ")}"));
        return "Generate(" + set + ",\n  " + current + " * " + inner + ")";
    }

    /** The first {@code kept} fields of an axis as shown, with what is open and in order. */
    String shown(List<AxisField> axis, int kept) {
        String set = shown(axis.getFirst());
        for (int i = 1; i < kept; i++) {
            AxisField field = axis.get(i);
            set = join(axis.subList(0, i), set, shown(field), valued(field) || sorts(field));
        }
        return set;
    }

    private boolean sorts(AxisField field) {
        Sort sort = model.sort();
        return sort != null
                && !sort.order().flat()
                && model.rows().contains(field)
                && (!sort.label() || sort.hierarchy().equals(field.hierarchy()));
    }

    private String shown(AxisField field) {
        String start = start(field);
        String key = sorts(field) ? key(field) : null;
        String set;
        if (field.expansion().none()) {
            set = key == null ? start : ordered(start, key);
        } else if (key == null) {
            set = expanded(field, start);
        } else {
            int levels =
                    fields.hierarchy(field.hierarchy()).orElseThrow().levels().size();
            set = nested(field, start, key, levels - 1);
        }
        boolean groups = model.subtotals() != PivotModel.Subtotals.NONE && field.subtotal();
        return field.expansion().none() || groups ? set : "Except(" + set + ", " + opened(field) + ")";
    }

    private String expanded(AxisField field, String start) {
        Expansion expansion = field.expansion();
        String set =
                expansion.to() == null ? start : "Descendants(" + start + ", " + expansion.to() + ", SELF_AND_BEFORE)";
        if (!expansion.open().isEmpty()) {
            set = "DrilldownMember(" + set + ", " + braces(expansion.open()) + ", RECURSIVE)";
        }
        return expansion.closed().isEmpty() ? set : "DrillupMember(" + set + ", " + braces(expansion.closed()) + ")";
    }

    /** Members with open ones followed by their children, each group of siblings in order. */
    private String nested(AxisField field, String set, String key, int deeper) {
        String current = field.hierarchy() + ".CurrentMember";
        String sorted = ordered(set, key);
        if (deeper == 0) {
            return sorted;
        }
        String children = "Generate(Intersect({" + current + "}, " + opened(field) + "), " + current + ".Children)";
        return "Generate(" + sorted + ", {{" + current + "}, " + nested(field, children, key, deeper - 1) + "})";
    }

    /** All members that show their children. */
    private String opened(AxisField field) {
        Expansion expansion = field.expansion();
        if (expansion.to() == null) {
            return braces(expansion.open());
        }
        String levels = "Descendants(" + start(field) + ", " + expansion.to() + ", BEFORE)";
        String all =
                expansion.open().isEmpty() ? levels : "{" + levels + ", " + String.join(", ", expansion.open()) + "}";
        return expansion.closed().isEmpty() ? all : "Except(" + all + ", " + braces(expansion.closed()) + ")";
    }

    /** Siblings in the order they are shown. */
    String ordered(AxisField field, String set) {
        return sorts(field) ? ordered(set, key(field)) : set;
    }

    private String ordered(String set, String key) {
        return "Order(" + set + ", " + key + ", " + (descending() ? "BDESC" : "BASC") + ")";
    }

    /** Puts whole rows in order, regardless of groups. */
    String flat(String set) {
        AxisField innermost = model.rows().getLast();
        return "Order(" + set + ", " + key(innermost) + ", " + (descending() ? "BDESC" : "BASC") + ")";
    }

    private boolean descending() {
        Sort.Order order = model.sort().order();
        return order == Sort.Order.DESC || order == Sort.Order.BDESC;
    }

    private String key(AxisField field) {
        Sort sort = model.sort();
        if (sort.label()) {
            return sort.property();
        }
        List<String> tuple = new ArrayList<>(List.of(ShowAs.uniqueName(sort.by().getFirst())));
        tuple.addAll(sort.by().subList(1, sort.by().size()));
        List<AxisField> rows = model.rows();
        for (AxisField column : model.columns()) {
            boolean named = sort.by().stream().anyMatch(name -> name.startsWith(column.hierarchy() + "."));
            if (!named) {
                tuple.add(total(column));
            }
        }
        rows.subList(rows.indexOf(field) + 1, rows.size()).forEach(inner -> tuple.add(total(inner)));
        return tuple(tuple);
    }

    /** The cube, without what is left out. */
    String cube() {
        String from = "[" + model.cube().replace("]", "]]") + "]";
        if (!model.totals().visual()) {
            return from;
        }
        Stream<Selection> selections = Stream.concat(
                Stream.concat(model.rows().stream(), model.columns().stream()).map(AxisField::members),
                model.filters().stream().map(FilterField::members));
        for (List<String> level : selections.flatMap(s -> byDepth(s.without())).toList()) {
            from = "(SELECT -" + braces(level) + " ON COLUMNS FROM " + from + ")";
        }
        return from;
    }

    /** A complement is taken level by level. */
    private static Stream<List<String>> byDepth(List<String> members) {
        return members.stream()
                .collect(Collectors.groupingBy(
                        member -> (int)
                                PivotLink.SEGMENT.matcher(member).results().count(),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values()
                .stream();
    }

    static String braces(List<String> members) {
        return members.stream().collect(Collectors.joining(", ", "{", "}"));
    }

    static String tuple(List<String> members) {
        return members.size() == 1 ? members.getFirst() : members.stream().collect(Collectors.joining(", ", "(", ")"));
    }

    static String quote(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
