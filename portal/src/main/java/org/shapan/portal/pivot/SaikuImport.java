package org.shapan.portal.pivot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A query that Saiku 3 saved ({@code .saiku}, the JSON of its query model) as a pivot. What a pivot does not have, or the
 * cube does not know, is left out and reported.
 */
final class SaikuImport {
    /** A file that is no Saiku query; the message says what is missing. */
    static final class NotSaikuException extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotSaikuException(String message) {
            super(message);
        }
    }

    /**
     * What became of a query.
     *
     * @param left what could not be carried over, each with its reason: key of a text and the name it is about
     */
    record Imported(PivotModel model, List<Left> left) {}

    /** Something left out. {@code reason} is a key below {@code pivot.saiku.left}. */
    record Left(String reason, String name) {}

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JsonNode root;
    private final List<Left> left = new ArrayList<>();

    private SaikuImport(JsonNode root) {
        this.root = root;
    }

    /** Parses a file. */
    static SaikuImport parse(String text) {
        JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (JacksonException e) {
            throw new NotSaikuException("not JSON: " + e.getOriginalMessage());
        }
        if (!root.path("cube").path("name").isString()) {
            throw new NotSaikuException("no cube.name");
        }
        if (!root.path("queryModel").path("axes").isObject()) {
            throw new NotSaikuException("no queryModel.axes; a query of type MDX has none");
        }
        return new SaikuImport(root);
    }

    /** The cube it asks. */
    String cube() {
        return root.path("cube").path("name").asString();
    }

    /** The pivot it becomes. */
    Imported read(PivotFields fields) {
        JsonNode query = root.path("queryModel");
        PivotModel model = PivotModel.of(fields.cube());
        for (JsonNode measure : query.path("details").path("measures")) {
            Optional<PivotFields.MeasureField> found = measure(fields, measure);
            if (found.isPresent()) {
                model = model.toggleMeasure(found.get().uniqueName());
            } else {
                left.add(new Left("measure", name(measure)));
            }
        }
        model = model.withMeasuresOnRows(
                query.path("details").path("axis").asString("COLUMNS").equals("ROWS"));
        JsonNode axes = query.path("axes");
        model = axis(model, axes.path("ROWS"), PivotModel.Place.ROWS, fields);
        model = axis(model, axes.path("COLUMNS"), PivotModel.Place.COLUMNS, fields);
        model = axis(model, axes.path("FILTER"), PivotModel.Place.FILTERS, fields);
        model = model.withHideEmpty(axes.path("ROWS").path("nonEmpty").asBoolean(true));
        query.path("calculatedMeasures").forEach(each -> left.add(new Left("calculated", name(each))));
        query.path("calculatedMembers").forEach(each -> left.add(new Left("calculated", name(each))));
        if (query.path("visualTotals").asBoolean(false)) {
            left.add(new Left("visualTotals", ""));
        }
        root.path("parameters").propertyNames().forEach(each -> left.add(new Left("parameter", each)));
        return new Imported(model, List.copyOf(left));
    }

    private static Optional<PivotFields.MeasureField> measure(PivotFields fields, JsonNode measure) {
        return fields.measure(measure.path("uniqueName").asString(""))
                .or(() -> fields.measures().stream()
                        .filter(known ->
                                known.name().equals(measure.path("name").asString("")))
                        .findFirst());
    }

    private PivotModel axis(PivotModel before, JsonNode axis, PivotModel.Place place, PivotFields fields) {
        PivotModel model = before;
        for (JsonNode hierarchy : axis.path("hierarchies")) {
            Optional<PivotFields.HierarchyField> found = hierarchy(fields, hierarchy);
            if (found.isEmpty()) {
                left.add(new Left("hierarchy", name(hierarchy)));
            } else {
                model = place(model, found.get(), hierarchy, place);
            }
        }
        String name = axis.path("location").asString("");
        if (!axis.path("filters").isEmpty()) {
            left.add(new Left("filter", name));
        }
        if (!axis.path("sortOrder").asString("").isEmpty()) {
            left.add(new Left("sort", name));
        }
        if (!axis.path("mdx").asString("").isEmpty()) {
            left.add(new Left("set", name));
        }
        return model;
    }

    private PivotModel place(
            PivotModel before, PivotFields.HierarchyField field, JsonNode hierarchy, PivotModel.Place place) {
        PivotFields.LevelField start = null;
        List<String> picked = new ArrayList<>();
        for (PivotFields.LevelField level : field.levels()) {
            JsonNode saved = level(hierarchy, level);
            if (saved.isMissingNode()) {
                continue;
            }
            if (start == null) {
                start = level;
                picked.addAll(members(field, saved));
            } else if (place == PivotModel.Place.FILTERS) {
                picked.addAll(members(field, saved));
            } else {
                left.add(new Left("deeper", level.caption()));
            }
            if (!saved.path("filters").isEmpty()) {
                left.add(new Left("filter", level.caption()));
            }
        }
        hierarchy.path("cmembers").propertyNames().forEach(each -> left.add(new Left("calculated", each)));
        String level = (start == null ? field.levels().getFirst() : start).uniqueName();
        PivotModel model = before.put(field.uniqueName(), level, place);
        return picked.isEmpty() ? model : model.pick(field.uniqueName(), picked);
    }

    /** Saved levels are named by their plain names. */
    private static JsonNode level(JsonNode hierarchy, PivotFields.LevelField level) {
        String unique = level.uniqueName();
        String name = unique.substring(unique.lastIndexOf(".[") + 2, unique.length() - 1);
        return hierarchy.path("levels").path(name);
    }

    private List<String> members(PivotFields.HierarchyField field, JsonNode level) {
        JsonNode selection = level.path("selection");
        List<String> members = new ArrayList<>();
        boolean excluded = !selection.path("type").asString("INCLUSION").equals("INCLUSION");
        for (JsonNode member : selection.path("members")) {
            String unique = member.path("uniqueName").asString("");
            if (excluded || !unique.startsWith(field.uniqueName() + ".")) {
                left.add(new Left(excluded ? "exclusion" : "member", name(member)));
            } else {
                members.add(unique);
            }
        }
        return members;
    }

    /** By unique name; else by the names of dimension and hierarchy, which Mondrian 3 writes {@code [Dim.Hier]}. */
    private static Optional<PivotFields.HierarchyField> hierarchy(PivotFields fields, JsonNode hierarchy) {
        String name = hierarchy.path("name").asString("");
        String dotted = plain(name);
        return fields.hierarchy(name)
                .or(() -> fields.hierarchies().stream()
                        .filter(field -> plain(field.uniqueName()).equals(dotted)
                                || plain(field.uniqueName()).equals(dotted + "." + dotted))
                        .findFirst());
    }

    private static String plain(String unique) {
        return unique.replaceAll("[\\[\\]]", "").toLowerCase(Locale.ROOT);
    }

    private static String name(JsonNode node) {
        return node.path("uniqueName").asString(node.path("name").asString("?"));
    }
}
