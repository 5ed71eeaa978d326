package org.shapan.engine.catalog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads tables, views, inline tables, joins, and expressions over their columns. */
final class RelationReader {
    private static final String[] LEAVES = {"Table", "View", "InlineTable"};
    private static final String[] RELATIONS = {"Table", "View", "InlineTable", "Join"};

    private RelationReader() {}

    /** Null when the element has none. */
    static RelationDefinition of(XmlElement parent) {
        XmlElement element = parent.child(RELATIONS);
        return element == null ? null : relation(element);
    }

    /** One that is not a join; null when the element has none. */
    static RelationDefinition.Leaf leafOf(XmlElement parent) {
        XmlElement element = parent.child(LEAVES);
        return element == null ? null : leaf(element);
    }

    static RelationDefinition.Table table(XmlElement element) {
        return new RelationDefinition.Table(
                element.attribute("schema"),
                element.required("name"),
                element.attribute("alias", element.attribute("name")),
                filter(element),
                AggregateReader.of(element),
                element.place());
    }

    private static RelationDefinition relation(XmlElement element) {
        return element.name().equals("Join") ? join(element) : leaf(element);
    }

    private static RelationDefinition.Leaf leaf(XmlElement element) {
        return switch (element.name()) {
            case "Table" -> table(element);
            case "View" -> view(element);
            default -> inlineTable(element);
        };
    }

    private static SqlText filter(XmlElement table) {
        List<XmlElement> sql = table.children("SQL");
        return sql.isEmpty() ? null : sqlText(sql, table.place());
    }

    private static RelationDefinition.Leaf view(XmlElement element) {
        return new RelationDefinition.View(element.required("alias"), sql(element), element.place());
    }

    private static RelationDefinition join(XmlElement element) {
        List<XmlElement> sides = element.children(RELATIONS);
        if (sides.size() != 2) {
            throw CatalogErrors.invalid(element.place(), "<Join> needs two relations, it has " + sides.size());
        }
        return new RelationDefinition.Join(
                relation(sides.get(0)),
                element.attribute("leftAlias"),
                element.required("leftKey"),
                relation(sides.get(1)),
                element.attribute("rightAlias"),
                element.required("rightKey"),
                element.place());
    }

    private static RelationDefinition.Leaf inlineTable(XmlElement element) {
        List<RelationDefinition.InlineColumn> columns = new ArrayList<>();
        XmlElement definitions = element.child("ColumnDefs");
        if (definitions == null) {
            throw CatalogErrors.invalid(element.place(), "<InlineTable> needs <ColumnDefs>");
        }
        for (XmlElement column : definitions.children("ColumnDef")) {
            columns.add(
                    new RelationDefinition.InlineColumn(column.required("name"), column.attribute("type", "String")));
        }
        if (columns.isEmpty()) {
            throw CatalogErrors.invalid(definitions.place(), "<ColumnDefs> needs a <ColumnDef>");
        }
        List<List<String>> rows = new ArrayList<>();
        XmlElement rowList = element.child("Rows");
        if (rowList != null) {
            for (XmlElement row : rowList.children("Row")) {
                rows.add(inlineRow(row, columns));
            }
        }
        return new RelationDefinition.InlineTable(element.required("alias"), columns, rows, element.place());
    }

    private static List<String> inlineRow(XmlElement row, List<RelationDefinition.InlineColumn> columns) {
        Map<String, String> values = new HashMap<>();
        for (XmlElement value : row.children("Value")) {
            String column = value.required("column");
            if (columns.stream().noneMatch(c -> c.name().equals(column))) {
                throw CatalogErrors.invalid(value.placeOf("column"), "the inline table has no column '" + column + "'");
            }
            values.put(column, value.text().strip());
        }
        List<String> inOrder = new ArrayList<>();
        for (RelationDefinition.InlineColumn column : columns) {
            inOrder.add(values.get(column.name()));
        }
        return Collections.unmodifiableList(inOrder);
    }

    /** An expression given as an attribute with a column name or as a child element with SQL; null when neither is there. */
    static ColumnExpression expression(XmlElement element, String attribute, String child, String table) {
        XmlElement sql = element.child(child);
        String column = element.attribute(attribute);
        if (sql != null) {
            return new ColumnExpression.Sql(sql(sql));
        }
        return column == null || column.isBlank()
                ? null
                : new ColumnExpression.Column(table, column, element.placeOf(attribute));
    }

    private static SqlText sql(XmlElement element) {
        List<XmlElement> texts = element.children("SQL");
        if (texts.isEmpty()) {
            throw CatalogErrors.invalid(element.place(), "<" + element.name() + "> needs <SQL>");
        }
        return sqlText(texts, element.place());
    }

    private static SqlText sqlText(List<XmlElement> texts, Place place) {
        Map<String, String> byDialect = new HashMap<>();
        for (XmlElement text : texts) {
            String sql = text.text().strip();
            if (sql.isEmpty()) {
                throw CatalogErrors.invalid(text.place(), "<SQL> is empty");
            }
            byDialect.put(text.attribute("dialect", "generic").toLowerCase(Locale.ROOT), sql);
        }
        return new SqlText(byDialect, place);
    }
}
