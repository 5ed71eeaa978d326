package org.shapan.engine.star;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.catalog.CatalogErrors;
import org.shapan.engine.catalog.ColumnExpression;
import org.shapan.engine.catalog.Place;
import org.shapan.engine.catalog.RelationDefinition;
import org.shapan.engine.catalog.Spelling;
import org.shapan.engine.catalog.SqlText;
import org.shapan.engine.sql.DataType;
import org.shapan.engine.sql.Dialect;

/** Binds tables, views, joins and expressions of a catalog to what the database has. */
final class RelationBinder {
    private final SchemaProbe probe;
    private final Dialect dialect;
    private final UnaryOperator<String> tables;

    /** @param tables name in the database, by that in the catalog */
    RelationBinder(SchemaProbe probe, Dialect dialect, UnaryOperator<String> tables) {
        this.probe = probe;
        this.dialect = dialect;
        this.tables = tables;
    }

    JoinTree.Leaf leaf(RelationDefinition.Leaf definition) {
        String from = from(definition);
        TableColumns columns = probe.columns(from, e -> refused(definition, e));
        String filter =
                definition instanceof RelationDefinition.Table t && t.filter() != null ? text(t.filter()) : null;
        JoinTree.Leaf leaf = new JoinTree.Leaf(definition.alias(), from, null, columns, definition);
        return filter == null
                ? leaf
                : new JoinTree.Leaf(definition.alias(), from, qualified(filter, List.of(leaf)), columns, definition);
    }

    private EngineException refused(RelationDefinition.Leaf definition, EngineException cause) {
        if (!(definition instanceof RelationDefinition.Table table)) {
            return notUnderstood("view '" + definition.alias() + "'", definition.place(), cause);
        }
        List<String> tables = probe.tables(table.schema());
        if (tables.contains(table.name())) {
            return CatalogErrors.invalid(
                    table.place(),
                    "the table '" + table.name() + "' cannot be read: " + cause.getMessage(),
                    "Give the database user the right to read it",
                    cause);
        }
        return CatalogErrors.invalid(
                table.place(),
                "the database has no table '" + table.name() + "'"
                        + (table.schema() == null ? "" : " in the schema '" + table.schema() + "'"),
                Spelling.remedy(
                        table.name(),
                        tables,
                        "Write the name of a table that is there, with its schema where it is not the default one"),
                cause);
    }

    private static EngineException notUnderstood(String what, Place place, EngineException cause) {
        return CatalogErrors.invalid(
                place,
                "the database does not understand the SQL of " + what + ": " + cause.getMessage(),
                "Correct the SQL; it must run in this database as it stands",
                cause);
    }

    private String from(RelationDefinition.Leaf definition) {
        return switch (definition) {
            case RelationDefinition.Table t -> dialect.quote(t.schema(), tables.apply(t.name()));
            case RelationDefinition.View v -> "(" + text(v.query()) + ")";
            case RelationDefinition.InlineTable t -> "(" + InlineSql.query(t, dialect) + ")";
        };
    }

    /** @param rootAlias alias of the relation that the fact joins, or null for the leftmost */
    JoinTree tree(RelationDefinition definition, String rootAlias, Place place) {
        Map<String, JoinTree.Leaf> leaves = new LinkedHashMap<>();
        List<JoinTree.Join> joins = new ArrayList<>();
        collect(definition, leaves, joins);
        String root = leaves.keySet().iterator().next();
        if (rootAlias != null) {
            root = leaves.keySet().stream()
                    .filter(a -> a.equalsIgnoreCase(rootAlias))
                    .findFirst()
                    .orElseThrow(() -> CatalogErrors.invalid(
                            place,
                            "primaryKeyTable '" + rootAlias + "' is not a relation of the hierarchy",
                            "Name one of " + String.join(", ", leaves.keySet())));
        }
        return new JoinTree(leaves, joins, root);
    }

    private Set<String> collect(
            RelationDefinition definition, Map<String, JoinTree.Leaf> leaves, List<JoinTree.Join> joins) {
        switch (definition) {
            case RelationDefinition.Leaf l -> {
                if (leaves.put(l.alias(), leaf(l)) != null) {
                    throw CatalogErrors.invalid(
                            l.place(), "two relations are called '" + l.alias() + "'", "Give one of them an alias");
                }
                return Set.of(l.alias());
            }
            case RelationDefinition.Join j -> {
                Set<String> left = collect(j.left(), leaves, joins);
                Set<String> right = collect(j.right(), leaves, joins);
                String leftAlias = side(left, j.leftAlias(), j.leftKey(), leaves, j.place());
                String rightAlias = side(right, j.rightAlias(), j.rightKey(), leaves, j.place());
                joins.add(new JoinTree.Join(
                        leftAlias,
                        column(leaves.get(leftAlias), j.leftKey(), j.place()).name(),
                        rightAlias,
                        column(leaves.get(rightAlias), j.rightKey(), j.place()).name(),
                        j.place()));
                Set<String> both = new LinkedHashSet<>(left);
                both.addAll(right);
                return both;
            }
        }
    }

    private static String side(
            Set<String> side, String alias, String key, Map<String, JoinTree.Leaf> leaves, Place place) {
        if (alias != null) {
            return side.stream()
                    .filter(a -> a.equalsIgnoreCase(alias))
                    .findFirst()
                    .orElseThrow(() -> CatalogErrors.invalid(
                            place,
                            "the alias '" + alias + "' is not on its side of the join",
                            "Name one of " + String.join(", ", side)));
        }
        return side.stream()
                .filter(a -> leaves.get(a).columns().find(key) != null)
                .findFirst()
                .orElseThrow(() -> CatalogErrors.invalid(
                        place,
                        "no column '" + key + "' in " + String.join(", ", side),
                        Spelling.remedy(
                                key,
                                side.stream()
                                        .flatMap(a -> leaves.get(a).columns().byName().keySet().stream())
                                        .toList(),
                                "Name a column that this side of the join has")));
    }

    static TableColumns.Column column(JoinTree.Leaf leaf, String name, Place place) {
        TableColumns.Column column = leaf.columns().find(name);
        if (column == null) {
            throw CatalogErrors.invalid(
                    place,
                    "no column '" + name + "' in '" + leaf.alias() + "'",
                    leaf.columns().remedy(name));
        }
        return column;
    }

    /**
     * @param defaultTable alias where a column names none, or null
     * @param what for messages: {@code level 'City'}
     */
    SqlExpression expression(ColumnExpression definition, JoinTree tree, String defaultTable, String what) {
        return switch (definition) {
            case null -> null;
            case ColumnExpression.Column c -> columnOf(c, tree, c.table() == null ? defaultTable : c.table(), what);
            case ColumnExpression.Sql s -> textOf(s.text(), tree, what);
        };
    }

    private static SqlExpression columnOf(ColumnExpression.Column c, JoinTree tree, String table, String what) {
        JoinTree.Leaf leaf = table == null ? tree.root() : aliased(tree, table);
        if (leaf == null) {
            throw CatalogErrors.invalid(
                    c.place(),
                    what + ": there is no relation '" + table + "' in its hierarchy",
                    "Name one of "
                            + String.join(
                                    ", ",
                                    tree.leaves().stream()
                                            .map(JoinTree.Leaf::alias)
                                            .toList()));
        }
        if (table == null && leaf.columns().find(c.name()) == null) {
            leaf = tree.leaves().stream()
                    .filter(l -> l.columns().find(c.name()) != null)
                    .findFirst()
                    .orElse(leaf);
        }
        TableColumns.Column column = column(leaf, c.name(), c.place());
        return new SqlExpression.Column(leaf.alias(), column.name(), column.type(), c.place());
    }

    private static JoinTree.Leaf aliased(JoinTree tree, String table) {
        for (JoinTree.Leaf leaf : tree.leaves()) {
            if (leaf.alias().equalsIgnoreCase(table)) {
                return leaf;
            }
        }
        return null;
    }

    private SqlExpression textOf(SqlText definition, JoinTree tree, String what) {
        List<JoinTree.Leaf> leaves = List.copyOf(tree.leaves());
        String text = qualified(text(definition), leaves);
        Set<String> aliases = new LinkedHashSet<>();
        for (String name : SqlNames.qualifiers(text)) {
            leaves.stream().filter(l -> SqlNames.same(l.alias(), name)).forEach(l -> aliases.add(l.alias()));
        }
        if (aliases.isEmpty()) {
            leaves.forEach(l -> aliases.add(l.alias()));
        }
        DataType type = probe.expression(
                        text,
                        fromClause(tree, tree.reach(aliases), UnaryOperator.identity()),
                        e -> notUnderstood(what, definition.place(), e))
                .type();
        return new SqlExpression.Text(text, aliases, type, definition.place());
    }

    /** SQL whose type does not matter, and which may name columns of dimensions that the query joins. */
    SqlExpression unchecked(SqlText definition, JoinTree tree) {
        String text = qualified(text(definition), List.copyOf(tree.leaves()));
        return new SqlExpression.Text(text, Set.of(tree.root().alias()), DataType.LONG, definition.place());
    }

    /** Quoted names that stand alone get the alias of the only relation that has such a column. */
    private String qualified(String text, List<JoinTree.Leaf> leaves) {
        return SqlNames.replace(text, name -> null, name -> {
            List<JoinTree.Leaf> having = leaves.stream()
                    .filter(l -> l.columns().byName().containsKey(name))
                    .toList();
            return having.size() == 1 ? dialect.quote(having.get(0).alias()) + "." + dialect.quote(name) : null;
        });
    }

    String text(SqlText definition) {
        String text = definition.forDialects(dialect.understands());
        if (text == null) {
            throw CatalogErrors.invalid(
                    definition.place(),
                    "no <SQL> for the dialect '" + dialect.name() + "', only for "
                            + definition.byDialect().keySet().stream()
                                    .map(d -> d.toLowerCase(Locale.ROOT))
                                    .sorted()
                                    .toList(),
                    "Add one, or <SQL dialect=\"generic\">");
        }
        return text;
    }

    /** FROM clause over the given aliases of a tree, joined by conditions of its edges. */
    String fromClause(JoinTree tree, List<String> aliases, UnaryOperator<String> renamed) {
        StringBuilder from = new StringBuilder();
        for (String alias : aliases) {
            JoinTree.Leaf leaf = tree.leaf(alias);
            JoinTree.Edge edge = tree.edgeTo(alias);
            String named = leaf.from() + " AS " + dialect.quote(renamed.apply(alias));
            if (edge == null) {
                from.append(named);
            } else {
                from.append(" JOIN ")
                        .append(named)
                        .append(" ON ")
                        .append(dialect.quote(renamed.apply(edge.parent())) + "." + dialect.quote(edge.parentColumn()))
                        .append(" = ")
                        .append(dialect.quote(renamed.apply(alias)) + "." + dialect.quote(edge.childColumn()));
            }
        }
        return from.toString();
    }
}
