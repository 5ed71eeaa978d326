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

    private final List<Notice> notices;
    private final Texts texts;
    private final RelationReader relations;

    DimensionReader(List<Notice> notices, Texts texts, RelationReader relations) {
        this.notices = notices;
        this.texts = texts;
        this.relations = relations;
    }

    DimensionDefinition dimension(XmlElement element, boolean shared) {
        String name = element.required("name");
        List<HierarchyDefinition> hierarchies = new ArrayList<>();
        for (XmlElement hierarchy : element.children("Hierarchy")) {
            hierarchies.add(hierarchy(hierarchy, name));
        }
        if (hierarchies.isEmpty()) {
            throw CatalogErrors.invalid(element.place(), "dimension '" + name + "' needs a <Hierarchy>");
        }
        if (shared && element.attribute("foreignKey") != null) {
            throw CatalogErrors.invalid(
                    element.placeOf("foreignKey"),
                    "the shared dimension '" + name + "' cannot have a foreign key: its usages have");
        }
        DimensionDefinition dimension = new DimensionDefinition(
                name,
                element.choice("type", DIMENSION_TYPES, false),
                element.attribute("foreignKey"),
                element.attribute("usagePrefix"),
                hierarchies,
                texts.of(element),
                element.place());
        element.finish(notices, "highCardinality", "foreignKeyTable", "key");
        return dimension;
    }

    DimensionUsageDefinition usage(XmlElement element) {
        String source = element.required("source");
        DimensionUsageDefinition usage = new DimensionUsageDefinition(
                element.attribute("name", source),
                source,
                element.attribute("foreignKey"),
                element.attribute("level"),
                element.attribute("usagePrefix"),
                texts.of(element),
                element.place());
        element.finish(notices, "highCardinality");
        return usage;
    }

    private HierarchyDefinition hierarchy(XmlElement element, String dimension) {
        if (element.attribute("memberReaderClass") != null) {
            throw CatalogErrors.refused(
                    element.placeOf("memberReaderClass"),
                    "user-written code is not run: memberReaderClass of dimension '" + dimension + "'");
        }
        RelationDefinition relation = relations.of(element);
        List<LevelDefinition> levels = new ArrayList<>();
        for (XmlElement level : element.children("Level")) {
            levels.add(level(level));
        }
        if (levels.isEmpty()) {
            throw CatalogErrors.invalid(element.place(), "a hierarchy of dimension '" + dimension + "' has no <Level>");
        }
        HierarchyDefinition hierarchy = new HierarchyDefinition(
                element.attribute("name"),
                element.flag("hasAll", true),
                element.attribute("allMemberName"),
                texts.byLocale(element, "allMemberCaption", "sp:AllMemberCaption"),
                element.attribute("allLevelName"),
                element.attribute("primaryKey"),
                element.attribute("primaryKeyTable"),
                element.attribute("defaultMember"),
                relation,
                levels,
                texts.of(element),
                element.place());
        element.finish(notices, "uniqueKeyLevelName", "origin");
        return hierarchy;
    }

    private LevelDefinition level(XmlElement element) {
        String name = element.required("name");
        UserCode.refuse(element, "formatter");
        String table = element.attribute("table");
        ColumnExpression key = relations.expression(element, "column", "KeyExpression", table);
        if (key == null) {
            throw CatalogErrors.invalid(
                    element.place(), "level '" + name + "' needs the attribute 'column' or a <KeyExpression>");
        }
        Map<String, ColumnExpression> captions = new HashMap<>();
        for (XmlElement caption : element.children("sp:CaptionColumn")) {
            captions.put(
                    caption.required("locale"),
                    new ColumnExpression.Column(table, caption.required("column"), caption.placeOf("column")));
            caption.finish(notices);
        }
        List<LevelPropertyDefinition> properties = new ArrayList<>();
        for (XmlElement property : element.children("Property")) {
            properties.add(property(property, table));
        }
        LevelDefinition level = new LevelDefinition(
                name,
                key,
                relations.expression(element, "nameColumn", "NameExpression", table),
                relations.expression(element, "ordinalColumn", "OrdinalExpression", table),
                relations.expression(element, "captionColumn", "CaptionExpression", table),
                captions,
                relations.expression(element, "parentColumn", "ParentExpression", table),
                element.attribute("nullParentValue"),
                closure(element),
                element.attribute("type"),
                element.attribute("levelType"),
                element.flag("uniqueMembers", false),
                element.choice("hideMemberIf", HIDE, HideMemberIf.NEVER),
                element.integer("approxRowCount", LevelDefinition.UNKNOWN_COUNT),
                properties,
                texts.of(element),
                element.place());
        element.finish(notices, "internalType", "keyColumn");
        return level;
    }

    private ClosureDefinition closure(XmlElement level) {
        XmlElement element = level.child("Closure");
        if (element == null) {
            return null;
        }
        XmlElement table = element.child("Table");
        if (table == null) {
            throw CatalogErrors.invalid(element.place(), "<Closure> needs a <Table>");
        }
        ClosureDefinition closure = new ClosureDefinition(
                element.required("parentColumn"),
                element.required("childColumn"),
                relations.table(table),
                element.place());
        element.finish(notices);
        return closure;
    }

    private LevelPropertyDefinition property(XmlElement element, String table) {
        UserCode.refuse(element, "formatter");
        String name = element.required("name");
        ColumnExpression column = relations.expression(element, "column", "PropertyExpression", table);
        if (column == null) {
            throw CatalogErrors.invalid(element.place(), "property '" + name + "' needs the attribute 'column'");
        }
        LevelPropertyDefinition property = new LevelPropertyDefinition(
                name,
                column,
                element.attribute("type", "String"),
                element.flag("dependsOnLevelValue", false),
                texts.of(element),
                element.place());
        element.finish(notices);
        return property;
    }
}
