package org.shapan.engine.catalog;

import java.util.List;
import java.util.stream.Collectors;

/** Reads an attribute of a dimension: a hierarchy of All and one level over the relation of the dimension's first hierarchy. */
final class AttributeReader {
    private AttributeReader() {}

    static HierarchyDefinition hierarchy(XmlElement element, HierarchyDefinition first) {
        String name = element.required("name");
        return new HierarchyDefinition(
                name,
                true,
                element.attribute("allMemberName"),
                Texts.byLocale(element, "allMemberCaption", "sp:AllMemberCaption"),
                null,
                primaryKey(first),
                first.primaryKeyTable(),
                element.attribute("defaultMember"),
                ownerLevel(element, first),
                first.relation(),
                List.of(level(element, name)),
                Texts.inFolder(element),
                element.place());
    }

    /** What facts join by when they join the first hierarchy. */
    private static String primaryKey(HierarchyDefinition first) {
        return first.primaryKey() == null
                        && first.levels().getLast().key()
                                instanceof ColumnExpression.Column(var _, String column, var _)
                ? column
                : first.primaryKey();
    }

    private static String ownerLevel(XmlElement element, HierarchyDefinition first) {
        String owner = element.attribute("level", first.levels().getLast().name());
        if (first.levels().stream().noneMatch(l -> l.name().equalsIgnoreCase(owner))) {
            throw CatalogErrors.invalid(
                    element.placeOf("level"),
                    "attribute '" + element.attribute("name") + "': the first hierarchy has no level '" + owner
                            + "'; it has "
                            + first.levels().stream().map(LevelDefinition::name).collect(Collectors.joining(", ")));
        }
        return owner;
    }

    private static LevelDefinition level(XmlElement element, String name) {
        String table = element.attribute("table");
        ColumnExpression key = RelationReader.expression(element, "column", "KeyExpression", table);
        if (key == null) {
            throw CatalogErrors.invalid(
                    element.place(), "attribute '" + name + "' needs the attribute 'column' or a <KeyExpression>");
        }
        return LevelDefinition.unique(
                name,
                key,
                RelationReader.expression(element, "nameColumn", "NameExpression", table),
                RelationReader.expression(element, "ordinalColumn", "OrdinalExpression", table),
                RelationReader.expression(element, "captionColumn", "CaptionExpression", table),
                DimensionReader.captionColumns(element, table),
                Texts.of(element),
                element.place());
    }
}
