package org.shapan.engine.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads dimensions, hierarchies, levels and properties. */
final class DimensionReader {
    private static final Map<String, HideMemberIf> HIDE = Map.of(
            "Never", HideMemberIf.NEVER,
            "IfBlankName", HideMemberIf.IF_BLANK_NAME,
            "IfParentsName", HideMemberIf.IF_PARENTS_NAME);
    private static final Map<String, Boolean> DIMENSION_TYPES =
            Map.of("StandardDimension", false, "TimeDimension", true);

    private DimensionReader() {}

    static DimensionDefinition dimension(XmlElement element, boolean shared) {
        String name = element.required("name");
        List<HierarchyDefinition> hierarchies = new ArrayList<>();
        for (XmlElement hierarchy : element.children("Hierarchy")) {
            hierarchies.add(hierarchy(hierarchy, name));
        }
        if (hierarchies.isEmpty()) {
            throw CatalogErrors.invalid(element.place(), "dimension '" + name + "' needs a <Hierarchy>");
        }
        HierarchyDefinition first = hierarchies.get(0);
        for (XmlElement attribute : element.children("sp:Attribute")) {
            hierarchies.add(AttributeReader.hierarchy(attribute, first));
        }
        if (shared && element.attribute("foreignKey") != null) {
            throw CatalogErrors.invalid(
                    element.placeOf("foreignKey"),
                    "the shared dimension '" + name + "' cannot have a foreign key: its usages have");
        }
        return new DimensionDefinition(
                name,
                element.choice("type", DIMENSION_TYPES, false),
                element.attribute("foreignKey"),
                element.attribute("usagePrefix"),
                bridge(element, name),
                hierarchies,
                null,
                Texts.of(element),
                element.place());
    }

    private static BridgeDefinition bridge(XmlElement dimension, String name) {
        XmlElement element = dimension.child("sp:Bridge");
        if (element == null) {
            return null;
        }
        RelationDefinition.Leaf relation = RelationReader.leafOf(element);
        if (relation == null) {
            throw CatalogErrors.invalid(
                    element.place(), "the bridge of '" + name + "' needs one <Table>, <View> or <InlineTable>");
        }
        if (dimension.attribute("foreignKey") == null) {
            throw CatalogErrors.invalid(
                    element.place(), "dimension '" + name + "' needs a foreignKey: facts join its bridge by it");
        }
        return new BridgeDefinition(
                relation, element.required("factKey"), element.required("dimensionKey"), element.place());
    }

    static DimensionUsageDefinition usage(XmlElement element) {
        String source = element.required("source");
        return new DimensionUsageDefinition(
                element.attribute("name", source),
                source,
                element.attribute("foreignKey"),
                element.attribute("level"),
                element.attribute("usagePrefix"),
                bridge(element, source),
                Texts.of(element),
                element.place());
    }

    private static HierarchyDefinition hierarchy(XmlElement element, String dimension) {
        RelationDefinition relation = RelationReader.of(element);
        List<LevelDefinition> levels = new ArrayList<>();
        for (XmlElement level : element.children("Level")) {
            levels.add(level(level));
        }
        if (levels.isEmpty()) {
            throw CatalogErrors.invalid(element.place(), "a hierarchy of dimension '" + dimension + "' has no <Level>");
        }
        return new HierarchyDefinition(
                element.attribute("name"),
                element.flag("hasAll", true),
                element.attribute("allMemberName"),
                Texts.byLocale(element, "allMemberCaption", "sp:AllMemberCaption"),
                element.attribute("allLevelName"),
                element.attribute("primaryKey"),
                element.attribute("primaryKeyTable"),
                element.attribute("defaultMember"),
                null,
                relation,
                levels,
                Texts.inFolder(element),
                element.place());
    }

    private static LevelDefinition level(XmlElement element) {
        String name = element.required("name");
        String table = element.attribute("table");
        ColumnExpression key = RelationReader.expression(element, "column", "KeyExpression", table);
        if (key == null) {
            throw CatalogErrors.invalid(
                    element.place(), "level '" + name + "' needs the attribute 'column' or a <KeyExpression>");
        }
        List<LevelPropertyDefinition> properties = new ArrayList<>();
        for (XmlElement property : element.children("Property")) {
            properties.add(property(property, table));
        }
        return new LevelDefinition(
                name,
                key,
                RelationReader.expression(element, "nameColumn", "NameExpression", table),
                RelationReader.expression(element, "ordinalColumn", "OrdinalExpression", table),
                RelationReader.expression(element, "captionColumn", "CaptionExpression", table),
                captionColumns(element, table),
                RelationReader.expression(element, "parentColumn", "ParentExpression", table),
                element.attribute("nullParentValue"),
                closure(element),
                element.attribute("type"),
                element.attribute("levelType"),
                element.flag("uniqueMembers", false),
                element.choice("hideMemberIf", HIDE, HideMemberIf.NEVER),
                properties,
                Texts.of(element),
                element.place());
    }

    /** By language. */
    static Map<String, ColumnExpression> captionColumns(XmlElement element, String table) {
        Map<String, ColumnExpression> captions = new HashMap<>();
        for (XmlElement caption : element.children("sp:CaptionColumn")) {
            captions.put(
                    caption.required("locale"),
                    new ColumnExpression.Column(table, caption.required("column"), caption.placeOf("column")));
        }
        return captions;
    }

    private static ClosureDefinition closure(XmlElement level) {
        XmlElement element = level.child("Closure");
        if (element == null) {
            return null;
        }
        XmlElement table = element.child("Table");
        if (table == null) {
            throw CatalogErrors.invalid(element.place(), "<Closure> needs a <Table>");
        }
        return new ClosureDefinition(
                element.required("parentColumn"),
                element.required("childColumn"),
                RelationReader.table(table),
                element.place());
    }

    private static LevelPropertyDefinition property(XmlElement element, String table) {
        String name = element.required("name");
        ColumnExpression column = RelationReader.expression(element, "column", "PropertyExpression", table);
        if (column == null) {
            throw CatalogErrors.invalid(element.place(), "property '" + name + "' needs the attribute 'column'");
        }
        return new LevelPropertyDefinition(
                name,
                column,
                element.attribute("type", "String"),
                element.flag("dependsOnLevelValue", false),
                Texts.of(element),
                element.place());
    }
}
