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

    private CubeReader() {}

    static CubeDefinition cube(XmlElement element) {
        String name = element.required("name");
        RelationDefinition.Leaf fact = RelationReader.leafOf(element);
        if (fact == null) {
            throw CatalogErrors.invalid(
                    element.place(), "cube '" + name + "' needs one <Table>, <View> or <InlineTable> with its facts");
        }
        List<CubeDimension> used = new ArrayList<>();
        for (XmlElement dimension : element.children("Dimension", "DimensionUsage", "sp:TimeCalculations")) {
            used.add(
                    switch (dimension.name()) {
                        case "Dimension" -> DimensionReader.dimension(dimension, false);
                        case "DimensionUsage" -> DimensionReader.usage(dimension);
                        default -> TimeCalculationsReader.dimension(dimension);
                    });
        }
        List<MeasureDefinition> measures = new ArrayList<>();
        for (XmlElement measure : element.children("Measure")) {
            measures.add(measure(measure));
        }
        return new CubeDefinition(
                name,
                element.attribute("defaultMeasure"),
                element.flag("enabled", true),
                fact,
                used,
                measures,
                calculatedMembers(element),
                namedSets(element),
                KpiReader.kpis(element),
                DetailsReader.details(element),
                Texts.of(element),
                element.place());
    }

    static VirtualCubeDefinition virtualCube(XmlElement element) {
        return new VirtualCubeDefinition(
                element.required("name"),
                element.attribute("defaultMeasure"),
                element.flag("enabled", true),
                cubeUsages(element),
                virtualDimensions(element),
                virtualMeasures(element),
                calculatedMembers(element),
                namedSets(element),
                KpiReader.kpis(element),
                Texts.of(element),
                element.place());
    }

    private static List<VirtualCubeDefinition.CubeUsage> cubeUsages(XmlElement cube) {
        List<VirtualCubeDefinition.CubeUsage> usages = new ArrayList<>();
        for (XmlElement list : cube.children("CubeUsages")) {
            for (XmlElement usage : list.children("CubeUsage")) {
                usages.add(new VirtualCubeDefinition.CubeUsage(
                        usage.required("cubeName"), usage.flag("ignoreUnrelatedDimensions", false), usage.place()));
            }
        }
        return usages;
    }

    private static List<VirtualCubeDefinition.Dimension> virtualDimensions(XmlElement cube) {
        List<VirtualCubeDefinition.Dimension> found = new ArrayList<>();
        for (XmlElement dimension : cube.children("VirtualCubeDimension")) {
            found.add(new VirtualCubeDefinition.Dimension(
                    dimension.attribute("cubeName"),
                    dimension.required("name"),
                    Texts.of(dimension),
                    dimension.place()));
        }
        return found;
    }

    private static List<VirtualCubeDefinition.Measure> virtualMeasures(XmlElement cube) {
        List<VirtualCubeDefinition.Measure> found = new ArrayList<>();
        for (XmlElement measure : cube.children("VirtualCubeMeasure")) {
            found.add(new VirtualCubeDefinition.Measure(
                    measure.required("cubeName"),
                    measure.required("name"),
                    measure.flag("sp:validMeasure", false),
                    Texts.of(measure),
                    measure.place()));
        }
        return found;
    }

    private static MeasureDefinition measure(XmlElement element) {
        String name = element.required("name");
        element.required("aggregator");
        String aggregator = element.choice("aggregator", AGGREGATORS, null);
        ColumnExpression expression = RelationReader.expression(element, "column", "MeasureExpression", null);
        if (expression == null && !aggregator.equals("count")) {
            throw CatalogErrors.invalid(
                    element.place(), "measure '" + name + "' needs the attribute 'column' or a <MeasureExpression>");
        }
        return new MeasureDefinition(
                name,
                expression,
                aggregator,
                element.choice("sp:aggregation", TIME_AGGREGATIONS, null),
                element.attribute("datatype"),
                element.attribute("formatString"),
                properties(element),
                Texts.inFolder(element),
                element.place());
    }

    private static List<CalculatedMemberDefinition> calculatedMembers(XmlElement cube) {
        List<CalculatedMemberDefinition> found = new ArrayList<>();
        for (XmlElement element : cube.children("CalculatedMember")) {
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
                    Texts.inFolder(element),
                    element.place()));
        }
        return found;
    }

    static List<NamedSetDefinition> namedSets(XmlElement parent) {
        List<NamedSetDefinition> found = new ArrayList<>();
        for (XmlElement element : parent.children("NamedSet")) {
            found.add(new NamedSetDefinition(
                    element.required("name"), formula(element), Texts.of(element), element.place()));
        }
        return found;
    }

    private static Formula formula(XmlElement element) {
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
        return formula;
    }

    private static List<FormulaProperty> properties(XmlElement element) {
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
        }
        return found;
    }
}
