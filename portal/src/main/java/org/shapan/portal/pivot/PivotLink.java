package org.shapan.portal.pivot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.shapan.portal.pivot.PivotModel.Subtotals;

/**
 * A pivot in a URL. Parameters: {@code cube}; {@code rows} and {@code columns} (unique names of the levels they start
 * at), {@code measures}, {@code filters} (unique names of hierarchies), {@code pick} and {@code open} (unique names of
 * members, which belong to the hierarchy whose name they start with); {@code measuresOn=rows}, {@code empty=show},
 * {@code subtotals=above|none}, {@code totals=none}. Repeated parameters keep their order.
 */
public final class PivotLink {
    /** The route of the pivot. */
    public static final String ROUTE = "pivot";

    private static final Pattern MEMBER =
            Pattern.compile("&?\\[(?:[^\\]]++|\\]\\])*+\\](?:\\.&?\\[(?:[^\\]]++|\\]\\])*+\\])*+");

    private PivotLink() {}

    /** The parameters of a model. */
    public static Map<String, List<String>> write(PivotModel model) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        add(parameters, "cube", model.cube());
        model.rows().forEach(field -> add(parameters, "rows", field.level()));
        model.columns().forEach(field -> add(parameters, "columns", field.level()));
        model.measures().forEach(measure -> add(parameters, "measures", measure));
        model.filters().forEach(filter -> {
            add(parameters, "filters", filter.hierarchy());
            filter.picked().forEach(member -> add(parameters, "pick", member));
        });
        List<AxisField> axes = new ArrayList<>(model.rows());
        axes.addAll(model.columns());
        axes.forEach(field -> {
            field.picked().forEach(member -> add(parameters, "pick", member));
            field.open().forEach(member -> add(parameters, "open", member));
        });
        if (model.measuresOnRows()) {
            add(parameters, "measuresOn", "rows");
        }
        if (!model.hideEmpty()) {
            add(parameters, "empty", "show");
        }
        switch (model.subtotals()) {
            case ABOVE -> add(parameters, "subtotals", "above");
            case NONE -> add(parameters, "subtotals", "none");
            case BELOW -> {}
        }
        if (!model.totals()) {
            add(parameters, "totals", "none");
        }
        return parameters;
    }

    /** The cube a link asks for; null where it names none. */
    public static String cube(Map<String, List<String>> parameters) {
        return parameters.getOrDefault("cube", List.of()).stream().findFirst().orElse(null);
    }

    /**
     * Reads a model.
     *
     * @param fields of the cube the link names
     * @throws UnknownNameException where the link names something the cube has not (or the person may not see)
     */
    public static PivotModel read(Map<String, List<String>> parameters, PivotFields fields) {
        List<String> picked = parameters.getOrDefault("pick", List.of());
        List<String> opened = parameters.getOrDefault("open", List.of());
        picked.forEach(PivotLink::checkName);
        opened.forEach(PivotLink::checkName);
        List<String> measures = parameters.getOrDefault("measures", List.of());
        for (String measure : measures) {
            if (fields.measure(measure).isEmpty()) {
                throw unknown("measure", measure);
            }
        }
        List<FilterField> filters = parameters.getOrDefault("filters", List.of()).stream()
                .map(name -> {
                    String hierarchy = fields.hierarchy(name)
                            .orElseThrow(() -> unknown("hierarchy", name))
                            .uniqueName();
                    return new FilterField(hierarchy, of(hierarchy, picked, fields));
                })
                .toList();
        return new PivotModel(
                fields.cube(),
                axis(parameters, "rows", picked, opened, fields),
                axis(parameters, "columns", picked, opened, fields),
                measures,
                has(parameters, "measuresOn", "rows"),
                filters,
                !has(parameters, "empty", "show"),
                has(parameters, "subtotals", "above")
                        ? Subtotals.ABOVE
                        : has(parameters, "subtotals", "none") ? Subtotals.NONE : Subtotals.BELOW,
                !has(parameters, "totals", "none"));
    }

    private static List<AxisField> axis(
            Map<String, List<String>> parameters,
            String name,
            List<String> picked,
            List<String> opened,
            PivotFields fields) {
        return parameters.getOrDefault(name, List.of()).stream()
                .map(level -> {
                    var hierarchy = fields.hierarchyOf(level)
                            .filter(h -> h.levels().stream()
                                    .anyMatch(l -> l.uniqueName().equals(level)))
                            .orElseThrow(() -> unknown("level", level));
                    return new AxisField(
                            hierarchy.uniqueName(),
                            level,
                            of(hierarchy.uniqueName(), picked, fields),
                            of(hierarchy.uniqueName(), opened, fields));
                })
                .toList();
    }

    private static List<String> of(String hierarchy, List<String> members, PivotFields fields) {
        return members.stream()
                .filter(member -> fields.hierarchyOf(member)
                        .map(h -> h.uniqueName().equals(hierarchy))
                        .orElse(false))
                .toList();
    }

    /** A member in a link is put into MDX, so it must be bracketed names with dots between and nothing else. */
    private static void checkName(String member) {
        if (!MEMBER.matcher(member).matches()) {
            throw unknown("member", member);
        }
    }

    private static boolean has(Map<String, List<String>> parameters, String name, String value) {
        return parameters.getOrDefault(name, List.of()).contains(value);
    }

    private static void add(Map<String, List<String>> parameters, String name, String value) {
        parameters.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
    }

    private static UnknownNameException unknown(String what, String name) {
        return new UnknownNameException(what, name);
    }
}
