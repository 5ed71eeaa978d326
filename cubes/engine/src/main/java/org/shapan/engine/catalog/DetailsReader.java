package org.shapan.engine.catalog;

import java.util.ArrayList;
import java.util.List;

/** Reads what a drill-through of a cube gives: {@code <sp:DrillThrough><Table name="…"/><sp:Column name="…" column="…"/></sp:DrillThrough>}. */
final class DetailsReader {
    private DetailsReader() {}

    /** Null when the cube says nothing. */
    static DetailsDefinition details(XmlElement cube) {
        XmlElement element = cube.child("sp:DrillThrough");
        if (element == null) {
            return null;
        }
        RelationDefinition.Leaf relation = RelationReader.leafOf(element);
        if (relation == null) {
            throw CatalogErrors.invalid(
                    element.place(), "a <sp:DrillThrough> needs one <Table>, <View> or <InlineTable> with its rows");
        }
        List<DetailsDefinition.Key> keys = new ArrayList<>();
        for (XmlElement key : element.children("sp:Key")) {
            keys.add(new DetailsDefinition.Key(key.required("column"), key.required("factColumn"), key.place()));
        }
        List<DetailsDefinition.Column> columns = new ArrayList<>();
        for (XmlElement column : element.children("sp:Column")) {
            String name = column.required("name");
            ColumnExpression expression = RelationReader.expression(column, "column", "KeyExpression", null);
            if (expression == null) {
                throw CatalogErrors.invalid(
                        column.place(), "column '" + name + "' needs the attribute 'column' or a <KeyExpression>");
            }
            columns.add(new DetailsDefinition.Column(name, expression, Texts.of(column), column.place()));
        }
        return new DetailsDefinition(relation, keys, columns, element.place());
    }
}
