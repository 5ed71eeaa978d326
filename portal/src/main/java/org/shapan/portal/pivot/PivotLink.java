package org.shapan.portal.pivot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.shapan.portal.pivot.PivotModel.Subtotals;
import org.shapan.portal.pivot.chart.ChartKind;
import org.shapan.portal.pivot.format.Highlight;

/**
 * A pivot in a URL; {@code docs/pivot.md} lists the parameters. Members, levels and measures stand in it by unique names;
 * what belongs to a hierarchy ({@code pick}, {@code without}, {@code open}) is told by the hierarchy its name starts with.
 * Repeated parameters keep their order.
 */
public final class PivotLink {
    /** The route of the pivot. */
    public static final String ROUTE = "pivot";

    /** A unique name: bracketed names with dots between. */
    static final Pattern MEMBER =
            Pattern.compile("&?\\[(?:[^\\]]++|\\]\\])*+\\](?:\\.&?\\[(?:[^\\]]++|\\]\\])*+\\])*+");

    /** One bracketed name. */
    static final Pattern SEGMENT = Pattern.compile("\\[(?:[^\\]]++|\\]\\])*+\\]");

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
            write(parameters, filter.members());
        });
        Stream.concat(model.rows().stream(), model.columns().stream()).forEach(field -> write(parameters, field));
        if (model.measuresOnRows()) {
            add(parameters, "measuresOn", "rows");
        }
        if (!model.hideEmpty()) {
            add(parameters, "empty", "show");
        }
        write(parameters, model.totals());
        if (model.sort() != null) {
            add(parameters, "sort", model.sort().write());
        }
        model.calculations().forEach(calculation -> add(parameters, "calculate", calculation.write()));
        model.styles().forEach((measure, style) -> {
            if (style.format() != null) {
                add(parameters, "format", measure + " " + style.format());
            }
            if (style.highlight() != null) {
                add(parameters, "highlight", measure + " " + style.highlight().write());
            }
        });
        if (model.chart() != null) {
            add(parameters, "chart", model.chart().name().toLowerCase(Locale.ROOT));
        }
        write(parameters, model.look());
        if (model.mdx() != null) {
            add(parameters, "mdx", model.mdx());
        }
        return parameters;
    }

    private static void write(Map<String, List<String>> parameters, AxisField field) {
        write(parameters, field.members());
        field.open().forEach(member -> add(parameters, "open", member));
        if (field.expansion().to() != null) {
            add(parameters, "openTo", field.expansion().to());
        }
        field.expansion().closed().forEach(member -> add(parameters, "closed", member));
        field.conditions().forEach(condition -> add(parameters, "where", field.hierarchy() + " " + condition.write()));
        if (!field.subtotal()) {
            add(parameters, "noSubtotal", field.hierarchy());
        }
    }

    private static void write(Map<String, List<String>> parameters, Selection selection) {
        selection.picked().forEach(pick -> add(parameters, "pick", pick));
        selection.without().forEach(member -> add(parameters, "without", member));
    }

    private static void write(Map<String, List<String>> parameters, Totals totals) {
        switch (totals.subtotals()) {
            case ABOVE -> add(parameters, "subtotals", "above");
            case NONE -> add(parameters, "subtotals", "none");
            case BELOW -> {}
        }
        if (!totals.rows() || !totals.columns()) {
            add(parameters, "totals", totals.rows() ? "rows" : totals.columns() ? "columns" : "none");
        }
        if (totals.first()) {
            add(parameters, "totalsAt", "start");
        }
        if (!totals.visual()) {
            add(parameters, "totalsOf", "all");
        }
        if (totals.how() != Totals.How.AGGREGATE) {
            add(parameters, "totalsBy", totals.how().name().toLowerCase(Locale.ROOT));
        }
    }

    private static void write(Map<String, List<String>> parameters, PivotLook look) {
        if (look.form() != PivotLook.Form.TABULAR) {
            add(parameters, "layout", look.form().name().toLowerCase(Locale.ROOT));
        }
        if (look.repeat()) {
            add(parameters, "labels", "repeat");
        }
        look.slicers().forEach(hierarchy -> add(parameters, "slicer", hierarchy));
        look.asked().forEach(hierarchy -> add(parameters, "ask", hierarchy));
        if (look.technical()) {
            add(parameters, "fields", "all");
        }
        if (look.full()) {
            add(parameters, "grid", "full");
        }
    }

    /** The cube a link asks for; null where it names none. */
    public static String cube(Map<String, List<String>> parameters) {
        return first(parameters, "cube");
    }

    /** Whether a link wants fields that the catalog hides. */
    static boolean technical(Map<String, List<String>> parameters) {
        return "all".equals(first(parameters, "fields"));
    }

    /**
     * Reads a model.
     *
     * @param fields of the cube the link names
     * @throws UnknownNameException where the link names something the cube has not (or the person may not see)
     */
    public static PivotModel read(Map<String, List<String>> parameters, PivotFields fields) {
        return new Reader(parameters, fields).read();
    }

    private static String first(Map<String, List<String>> parameters, String name) {
        return parameters.getOrDefault(name, List.of()).stream().findFirst().orElse(null);
    }

    private static void add(Map<String, List<String>> parameters, String name, String value) {
        parameters.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
    }

    private static UnknownNameException unknown(String what, String name) {
        return new UnknownNameException(what, name);
    }

    private static final class Reader {
        private final Map<String, List<String>> parameters;
        private final PivotFields fields;
        private final List<Calculation> calculations;
        private final List<String> picked;
        private final List<String> without;
        private final List<String> open;
        private final List<String> closed;

        Reader(Map<String, List<String>> parameters, PivotFields fields) {
            this.parameters = parameters;
            this.fields = fields;
            this.calculations =
                    all("calculate").stream().map(Calculation::parse).toList();
            this.picked = all("pick");
            picked.forEach(Pick::parse);
            this.without = members("without");
            this.open = members("open");
            this.closed = members("closed");
        }

        PivotModel read() {
            List<String> measures = all("measures");
            measures.forEach(this::checkMeasure);
            List<FilterField> filters = all("filters").stream()
                    .map(name -> {
                        String hierarchy = fields.hierarchy(name)
                                .orElseThrow(() -> unknown("hierarchy", name))
                                .uniqueName();
                        return new FilterField(hierarchy, selection(hierarchy));
                    })
                    .toList();
            return new PivotModel(
                    fields.cube(),
                    axis("rows"),
                    axis("columns"),
                    measures,
                    has("measuresOn", "rows"),
                    filters,
                    !has("empty", "show"),
                    totals(),
                    sort(),
                    calculations,
                    styles(),
                    chart(),
                    look(filters),
                    first(parameters, "mdx"));
        }

        private Totals totals() {
            boolean none = has("totals", "none");
            Subtotals subtotals = has("subtotals", "above")
                    ? Subtotals.ABOVE
                    : has("subtotals", "none") ? Subtotals.NONE : Subtotals.BELOW;
            String how = first(parameters, "totalsBy");
            try {
                return new Totals(
                        subtotals,
                        !none && !has("totals", "columns"),
                        !none && !has("totals", "rows"),
                        has("totalsAt", "start"),
                        !has("totalsOf", "all"),
                        how == null ? Totals.How.AGGREGATE : Totals.How.valueOf(how.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                throw new UnknownNameException("total", how, e);
            }
        }

        private Sort sort() {
            String text = first(parameters, "sort");
            if (text == null) {
                return null;
            }
            Sort sort = Sort.parse(text);
            if (sort.label()) {
                if (fields.hierarchy(sort.hierarchy()).isEmpty()) {
                    throw unknown("hierarchy", text);
                }
            } else {
                checkMeasure(sort.by().getFirst());
            }
            return sort;
        }

        private ChartKind chart() {
            String kind = first(parameters, "chart");
            try {
                return kind == null ? null : ChartKind.valueOf(kind.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw new UnknownNameException("chart", kind, e);
            }
        }

        private List<String> filtering(String parameter, List<FilterField> filters) {
            List<String> named = all(parameter);
            for (String name : named) {
                if (filters.stream().noneMatch(filter -> filter.hierarchy().equals(name))) {
                    throw unknown(parameter, name);
                }
            }
            return named;
        }

        private PivotLook look(List<FilterField> filters) {
            String form = first(parameters, "layout");
            try {
                return new PivotLook(
                        form == null ? PivotLook.Form.TABULAR : PivotLook.Form.valueOf(form.toUpperCase(Locale.ROOT)),
                        has("labels", "repeat"),
                        filtering("slicer", filters),
                        filtering("ask", filters),
                        technical(parameters),
                        has("grid", "full"));
            } catch (IllegalArgumentException e) {
                throw new UnknownNameException("layout", form, e);
            }
        }

        private Map<String, MeasureStyle> styles() {
            Map<String, MeasureStyle> styles = new LinkedHashMap<>();
            styles(styles, "format", (style, text) -> style.withFormat(text));
            styles(styles, "highlight", (style, text) -> style.with(Highlight.parse(text)));
            return styles;
        }

        private void styles(
                Map<String, MeasureStyle> styles, String name, BiFunction<MeasureStyle, String, MeasureStyle> change) {
            for (String text : all(name)) {
                var bracketed = MEMBER.matcher(text);
                if (!bracketed.find() || text.length() <= bracketed.end()) {
                    throw unknown(name, text);
                }
                String measure = text.substring(0, bracketed.end());
                checkMeasure(ShowAs.base(measure));
                try {
                    String said = text.substring(bracketed.end() + 1);
                    styles.put(measure, change.apply(styles.getOrDefault(measure, MeasureStyle.DEFAULT), said));
                } catch (IllegalArgumentException e) {
                    throw new UnknownNameException(name, text, e);
                }
            }
        }

        private void checkMeasure(String name) {
            String base = ShowAs.base(name);
            boolean own = calculations.stream().anyMatch(c -> c.uniqueName().equals(base));
            if (!own && fields.measure(base).isEmpty()) {
                throw unknown("measure", name);
            }
        }

        private List<AxisField> axis(String name) {
            return all(name).stream().map(this::field).toList();
        }

        private AxisField field(String level) {
            var hierarchy = fields.hierarchyOf(level)
                    .filter(h ->
                            h.levels().stream().anyMatch(l -> l.uniqueName().equals(level)))
                    .orElseThrow(() -> unknown("level", level));
            String name = hierarchy.uniqueName();
            String to = all("openTo").stream()
                    .filter(other -> belongs(other, name))
                    .map(other -> hierarchy.level(other).uniqueName())
                    .findFirst()
                    .orElse(null);
            List<Condition> conditions = all("where").stream()
                    .filter(text -> text.startsWith(name + " "))
                    .map(text -> Condition.parse(text.substring(name.length() + 1)))
                    .toList();
            conditions.stream().filter(c -> !c.kind().label()).forEach(c -> checkMeasure(c.measure()));
            return new AxisField(
                    name,
                    level,
                    selection(name),
                    new Expansion(of(name, open), to, of(name, closed)),
                    conditions,
                    !all("noSubtotal").contains(name));
        }

        private Selection selection(String hierarchy) {
            return new Selection(
                    picked.stream()
                            .filter(pick -> belongs(Pick.parse(pick).names().getFirst(), hierarchy))
                            .toList(),
                    of(hierarchy, without));
        }

        private List<String> of(String hierarchy, List<String> members) {
            return members.stream().filter(member -> belongs(member, hierarchy)).toList();
        }

        private boolean belongs(String name, String hierarchy) {
            return fields.hierarchyOf(name)
                    .map(h -> h.uniqueName().equals(hierarchy))
                    .orElse(false);
        }

        /** A member in a link is put into MDX, so it must be bracketed names with dots between and nothing else. */
        private List<String> members(String name) {
            List<String> members = all(name);
            for (String member : members) {
                if (!MEMBER.matcher(member).matches()) {
                    throw unknown("member", member);
                }
            }
            return members;
        }

        private List<String> all(String name) {
            return parameters.getOrDefault(name, List.of());
        }

        private boolean has(String name, String value) {
            return all(name).contains(value);
        }
    }
}
