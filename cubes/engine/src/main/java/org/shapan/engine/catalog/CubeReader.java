package org.shapan.engine.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads cubes and virtual cubes with their measures, calculated members and named sets. */
final class CubeReader {
    private static final Map<String, String> AGGREGATORS = Map.of(
            "sum", "sum",
            "count", "count",
            "min", "min",
            "max", "max",
            "avg", "avg",
            "distinct-count", "distinct-count",
            "distinct count", "distinct-count",
            "none", "none");
    private static final Map<String, String> TIME_AGGREGATIONS = Map.of(
            "last", "last",
            "first", "first",
            "lastNonEmpty", "lastNonEmpty",
            "averageOfChildren", "averageOfChildren");

    private final List<Notice> notices;
    private final Texts texts;
    private final RelationReader relations;
    private final DimensionReader dimensions;

    CubeReader(List<Notice> notices, Texts texts, RelationReader relations, DimensionReader dimensions) {
        this.notices = notices;
        this.texts = texts;
        this.relations = relations;
        this.dimensions = dimensions;
    }

    CubeDefinition cube(XmlElement element) {
        String name = element.required("name");
        RelationDefinition fact = relations.of(element);
        if (!(fact instanceof RelationDefinition.Leaf leaf)) {
            throw CatalogErrors.invalid(
                    fact == null ? element.place() : fact.place(),
                    "cube '" + name + "' needs one <Table>, <View> or <InlineTable> with its facts");
        }
        List<CubeDimension> used = new ArrayList<>();
        for (XmlElement dimension : element.children("Dimension", "DimensionUsage")) {
            used.add(
                    dimension.name().equals("Dimension")
                            ? dimensions.dimension(dimension, false)
                            : dimensions.usage(dimension));
        }
        List<MeasureDefinition> measures = new ArrayList<>();
        for (XmlElement measure : element.children("Measure")) {
            measures.add(measure(measure));
        }
        CubeDefinition cube = new CubeDefinition(
                name,
                element.attribute("defaultMeasure"),
                element.flag("enabled", true),
                leaf,
                used,
                measures,
                calculatedMembers(element),
                namedSets(element),
                texts.of(element),
                element.place());
        element.finish(notices, "cache", "DrillThroughAction", "WritebackTable");
        return cube;
    }

    VirtualCubeDefinition virtualCube(XmlElement element) {
        VirtualCubeDefinition cube = new VirtualCubeDefinition(
                element.required("name"),
                element.attribute("defaultMeasure"),
                element.flag("enabled", true),
                cubeUsages(element),
                virtualDimensions(element),
                virtualMeasures(element),
                calculatedMembers(element),
                namedSets(element),
                texts.of(element),
                element.place());
        element.finish(notices);
        return cube;
    }

    private List<VirtualCubeDefinition.CubeUsage> cubeUsages(XmlElement cube) {
        List<VirtualCubeDefinition.CubeUsage> usages = new ArrayList<>();
        for (XmlElement list : cube.children("CubeUsages")) {
            for (XmlElement usage : list.children("CubeUsage")) {
                usages.add(new VirtualCubeDefinition.CubeUsage(
                        usage.required("cubeName"), usage.flag("ignoreUnrelatedDimensions", false), usage.place()));
                usage.finish(notices);
            }
            list.finish(notices);
        }
        return usages;
    }

    private List<VirtualCubeDefinition.Dimension> virtualDimensions(XmlElement cube) {
        List<VirtualCubeDefinition.Dimension> found = new ArrayList<>();
        for (XmlElement dimension : cube.children("VirtualCubeDimension")) {
            found.add(new VirtualCubeDefinition.Dimension(
                    dimension.attribute("cubeName"),
                    dimension.required("name"),
                    texts.of(dimension),
                    dimension.place()));
            dimension.finish(notices, "highCardinality", "foreignKey");
        }
        return found;
    }

    private List<VirtualCubeDefinition.Measure> virtualMeasures(XmlElement cube) {
        List<VirtualCubeDefinition.Measure> found = new ArrayList<>();
        for (XmlElement measure : cube.children("VirtualCubeMeasure")) {
            boolean visible = texts.of(measure).visible();
            found.add(new VirtualCubeDefinition.Measure(
                    measure.required("cubeName"), measure.required("name"), visible, measure.place()));
            measure.finish(notices);
        }
        return found;
    }

    private MeasureDefinition measure(XmlElement element) {
        UserCode.refuse(element, "formatter");
        String name = element.required("name");
        element.required("aggregator");
        String aggregator = element.choice("aggregator", AGGREGATORS, null);
        ColumnExpression expression = relations.expression(element, "column", "MeasureExpression", null);
        if (expression == null && !aggregator.equals("count")) {
            throw CatalogErrors.invalid(
                    element.place(), "measure '" + name + "' needs the attribute 'column' or a <MeasureExpression>");
        }
        MeasureDefinition measure = new MeasureDefinition(
                name,
                expression,
                aggregator,
                element.choice("sp:aggregation", TIME_AGGREGATIONS, null),
                element.attribute("datatype"),
                element.attribute("formatString"),
                properties(element),
                texts.of(element),
                element.place());
        element.finish(notices);
        return measure;
    }

    private List<CalculatedMemberDefinition> calculatedMembers(XmlElement cube) {
        List<CalculatedMemberDefinition> found = new ArrayList<>();
        for (XmlElement element : cube.children("CalculatedMember")) {
            UserCode.refuse(element, "formatter");
            String name = element.required("name");
            String dimension = element.attribute("dimension");
            String hierarchy = element.attribute("hierarchy");
            if (dimension == null && hierarchy == null) {
                throw CatalogErrors.invalid(
                        element.place(),
                        "calculated member '" + name + "' needs the attribute 'dimension' or 'hierarchy'");
            }
            found.add(new CalculatedMemberDefinition(
                    name,
                    dimension,
                    hierarchy,
                    element.attribute("parent"),
                    formula(element),
                    element.attribute("formatString"),
                    properties(element),
                    texts.of(element),
                    element.place()));
            element.finish(notices);
        }
        return found;
    }

    List<NamedSetDefinition> namedSets(XmlElement parent) {
        List<NamedSetDefinition> found = new ArrayList<>();
        for (XmlElement element : parent.children("NamedSet")) {
            found.add(new NamedSetDefinition(
                    element.required("name"), formula(element), texts.of(element), element.place()));
            element.finish(notices);
        }
        return found;
    }

    private Formula formula(XmlElement element) {
        XmlElement child = element.child("Formula");
        Formula attribute = element.formula("formula");
        if (child == null && attribute == null) {
            throw CatalogErrors.invalid(
                    element.place(), "<" + element.name() + "> needs the attribute 'formula' or a <Formula>");
        }
        if (child == null) {
            return attribute;
        }
        Formula formula = child.formula();
        child.finish(notices, "cube");
        return formula;
    }

    private List<FormulaProperty> properties(XmlElement element) {
        List<FormulaProperty> found = new ArrayList<>();
        for (XmlElement property : element.children("CalculatedMemberProperty")) {
            String value = property.attribute("value");
            Formula expression = property.formula("expression");
            if ((value == null) == (expression == null)) {
                throw CatalogErrors.invalid(
                        property.place(), "<CalculatedMemberProperty> needs either 'value' or 'expression'");
            }
            found.add(new FormulaProperty(
                    property.required("name").toUpperCase(Locale.ROOT), value, expression, property.place()));
            property.finish(notices, "caption", "description");
        }
        return found;
    }
}
