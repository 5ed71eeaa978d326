package org.shapan.engine.star;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.shapan.engine.catalog.CatalogErrors;
import org.shapan.engine.catalog.CubeDefinition;
import org.shapan.engine.catalog.CubeDimension;
import org.shapan.engine.catalog.DetailsDefinition;
import org.shapan.engine.sql.Dialect;

/** Binds the details of a cube: a query over their table that looks like the facts to whatever joins dimensions. */
final class DetailsBinder {
    private final RelationBinder relations;
    private final Dialect dialect;
    private final JoinTree.Leaf fact;

    DetailsBinder(RelationBinder relations, Dialect dialect, JoinTree.Leaf fact) {
        this.relations = relations;
        this.dialect = dialect;
        this.fact = fact;
    }

    Details bind(CubeDefinition cube, DetailsDefinition definition) {
        JoinTree.Leaf own = relations.leaf(definition.relation());
        Map<String, String> renamed = new LinkedHashMap<>();
        for (DetailsDefinition.Key key : definition.keys()) {
            RelationBinder.column(fact, key.factColumn(), key.place());
            renamed.put(
                    key.factColumn(),
                    RelationBinder.column(own, key.column(), key.place()).name());
        }
        for (CubeDimension dimension : cube.dimensions()) {
            checkKey(dimension.foreignKey(), renamed, own, definition);
        }
        JoinTree tree = JoinTree.single(
                new JoinTree.Leaf(fact.alias(), own.from(), null, own.columns(), definition.relation()));
        List<Details.Column> columns = new ArrayList<>();
        for (DetailsDefinition.Column column : definition.columns()) {
            SqlExpression expression =
                    relations.expression(column.expression(), tree, null, "column '" + column.name() + "'");
            columns.add(new Details.Column(
                    column.name(),
                    expression.sql(UnaryOperator.identity(), dialect),
                    LabelsOf.presentation(column.presentation())));
        }
        return new Details(new Relation(from(own, renamed), fact.alias(), null), columns);
    }

    private static void checkKey(
            String foreignKey, Map<String, String> renamed, JoinTree.Leaf own, DetailsDefinition definition) {
        boolean there = foreignKey == null
                || own.columns().find(foreignKey) != null
                || renamed.keySet().stream().anyMatch(foreignKey::equalsIgnoreCase);
        if (!there) {
            throw CatalogErrors.invalid(
                    definition.place(),
                    "the details in '" + own.alias() + "' have no column '" + foreignKey
                            + "', by which facts join a dimension",
                    "Say with <sp:Key column=\"…\" factColumn=\"" + foreignKey + "\"/> which column stands for it");
        }
    }

    private String from(JoinTree.Leaf own, Map<String, String> renamed) {
        if (renamed.isEmpty() && own.filter() == null) {
            return own.from();
        }
        String alias = dialect.quote(own.alias());
        String keys = renamed.entrySet().stream()
                .map(key -> ", " + alias + "." + dialect.quote(key.getValue()) + " AS " + dialect.quote(key.getKey()))
                .collect(Collectors.joining());
        return "(SELECT " + alias + ".*" + keys + " FROM " + own.from() + " AS " + alias
                + (own.filter() == null ? "" : " WHERE " + own.filter()) + ")";
    }
}
