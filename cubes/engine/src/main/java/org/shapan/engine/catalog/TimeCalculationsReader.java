package org.shapan.engine.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shapan.engine.catalog.TimeCalculationsDefinition.Calculation;
import org.shapan.engine.catalog.TimeCalculationsDefinition.Kind;
import org.shapan.engine.catalog.TimeCalculationsDefinition.PeriodMapping;

/** Reads time calculations: a dimension with one stored member, over a row that stands in the catalog. */
final class TimeCalculationsReader {
    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("current", Kind.CURRENT),
            Map.entry("previous", Kind.PREVIOUS),
            Map.entry("previousGrowth", Kind.PREVIOUS_GROWTH),
            Map.entry("yearAgo", Kind.YEAR_AGO),
            Map.entry("yearAgoGrowth", Kind.YEAR_AGO_GROWTH),
            Map.entry("yearToDate", Kind.YEAR_TO_DATE),
            Map.entry("yearAgoToDate", Kind.YEAR_AGO_TO_DATE),
            Map.entry("yearToDateGrowth", Kind.YEAR_TO_DATE_GROWTH),
            Map.entry("movingSum", Kind.MOVING_SUM),
            Map.entry("movingAverage", Kind.MOVING_AVERAGE),
            Map.entry("mapped", Kind.MAPPED),
            Map.entry("mappedGrowth", Kind.MAPPED_GROWTH));
    private static final Map<String, Boolean> SEMI_ADDITIVE = Map.of("own", false, "average", true);
    private static final Map<String, Boolean> OTHERWISE = Map.of("none", false, "yearAgo", true);
    private static final int SOLVE_ORDER = 1000;
    private static final String KEY = "key";
    private static final String FROM = "from";
    private static final String TO = "to";

    private TimeCalculationsReader() {}

    static DimensionDefinition dimension(XmlElement element) {
        String name = element.required("name");
        List<PeriodMapping> mappings = new ArrayList<>();
        for (XmlElement mapping : element.children("sp:PeriodMapping")) {
            mappings.add(mapping(mapping));
        }
        List<Calculation> calculations = new ArrayList<>();
        Calculation current =
                new Calculation("Current", Kind.CURRENT, 0, null, null, Presentation.NONE, element.place());
        for (XmlElement child : element.children("sp:Calculation")) {
            Calculation calculation = calculation(child, mappings);
            if (calculation.kind() == Kind.CURRENT) {
                current = calculation;
            } else {
                calculations.add(calculation);
            }
        }
        TimeCalculationsDefinition definition = new TimeCalculationsDefinition(
                element.required("hierarchy"),
                element.integer("solveOrder", SOLVE_ORDER),
                element.choice("semiAdditive", SEMI_ADDITIVE, false),
                calculations,
                mappings,
                element.place());
        return new DimensionDefinition(
                name,
                false,
                null,
                null,
                null,
                List.of(hierarchy(name, current)),
                definition,
                Texts.of(element),
                element.place());
    }

    private static Calculation calculation(XmlElement element, List<PeriodMapping> mappings) {
        String name = element.required("name");
        Kind kind = element.choice("kind", KINDS, null);
        int periods = element.integer("periods", 0);
        String mapping = element.attribute("mapping");
        boolean moving = kind == Kind.MOVING_SUM || kind == Kind.MOVING_AVERAGE;
        boolean mapped = kind == Kind.MAPPED || kind == Kind.MAPPED_GROWTH;
        if (moving ? periods < 1 : periods != 0) {
            throw CatalogErrors.invalid(
                    element.placeOf("periods"),
                    "calculation '" + name + "': a moving kind, and no other, needs 'periods' of at least 1");
        }
        if (mapped != (mapping != null)) {
            throw CatalogErrors.invalid(
                    element.placeOf("mapping"),
                    "calculation '" + name + "': a mapped kind, and no other, needs a 'mapping'");
        }
        if (mapped && mappings.stream().noneMatch(m -> m.name().equalsIgnoreCase(mapping))) {
            throw CatalogErrors.invalid(
                    element.placeOf("mapping"),
                    "there is no <sp:PeriodMapping name=\"" + mapping + "\"> beside calculation '" + name + "'");
        }
        return new Calculation(
                name, kind, periods, mapping, element.attribute("formatString"), Texts.of(element), element.place());
    }

    private static PeriodMapping mapping(XmlElement element) {
        RelationDefinition.Leaf relation = RelationReader.leafOf(element);
        List<XmlElement> periods = element.children("sp:Period");
        if ((relation == null) == periods.isEmpty()) {
            throw CatalogErrors.invalid(
                    element.place(),
                    "<sp:PeriodMapping> needs either <sp:Period>s or one <Table>, <View> or <InlineTable>");
        }
        String from = FROM;
        String to = TO;
        if (relation == null) {
            relation = list(element, periods);
        } else if (element.attribute("from") == null || element.attribute("to") == null) {
            throw CatalogErrors.invalid(
                    element.place(),
                    "<sp:PeriodMapping> with a table needs the attributes 'from' and 'to', its columns");
        } else {
            from = element.required("from");
            to = element.required("to");
        }
        return new PeriodMapping(
                element.required("name"),
                element.required("level"),
                relation,
                from,
                to,
                element.choice("otherwise", OTHERWISE, false),
                element.place());
    }

    private static RelationDefinition.InlineTable list(XmlElement element, List<XmlElement> periods) {
        if (element.attribute("from") != null || element.attribute("to") != null) {
            throw CatalogErrors.invalid(
                    element.place(), "'from' and 'to' of <sp:PeriodMapping> are columns of a table; it has a list");
        }
        List<List<String>> rows = new ArrayList<>();
        for (XmlElement period : periods) {
            rows.add(List.of(period.required("from"), period.required("to")));
        }
        return new RelationDefinition.InlineTable(
                "periods",
                List.of(
                        new RelationDefinition.InlineColumn(FROM, "String"),
                        new RelationDefinition.InlineColumn(TO, "String")),
                rows,
                element.place());
    }

    /** Without All: the one stored member is the default. */
    private static HierarchyDefinition hierarchy(String name, Calculation current) {
        List<RelationDefinition.InlineColumn> columns = new ArrayList<>();
        List<String> row = new ArrayList<>();
        columns.add(new RelationDefinition.InlineColumn(KEY, "String"));
        row.add(current.name());
        Map<String, ColumnExpression> captions = new HashMap<>();
        current.presentation().captions().forEach((locale, caption) -> {
            String column = "caption_" + columns.size();
            columns.add(new RelationDefinition.InlineColumn(column, "String"));
            row.add(caption);
            captions.put(locale, new ColumnExpression.Column(null, column, current.place()));
        });
        LevelDefinition level = LevelDefinition.unique(
                name,
                new ColumnExpression.Column(null, KEY, current.place()),
                null,
                null,
                captions.remove(""),
                captions,
                Presentation.NONE,
                current.place());
        return new HierarchyDefinition(
                null,
                false,
                null,
                Map.of(),
                null,
                KEY,
                null,
                null,
                null,
                new RelationDefinition.InlineTable("calculation", columns, List.of(row), current.place()),
                List.of(level),
                Presentation.NONE,
                current.place());
    }
}
