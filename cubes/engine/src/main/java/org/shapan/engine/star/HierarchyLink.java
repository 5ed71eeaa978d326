package org.shapan.engine.star;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;
import org.shapan.engine.catalog.CatalogErrors;
import org.shapan.engine.catalog.Place;
import org.shapan.engine.sql.DataType;
import org.shapan.engine.sql.Dialect;

/** How one fact table reaches one hierarchy. */
final class HierarchyLink {
    /** Column of a projection that facts join, where it is not the key of the grain. */
    private static final String JOIN_COLUMN = "joined";

    private final MemberTable table;
    private final HierarchySource source;
    private final Dialect dialect;
    private final JoinTree.Leaf fact;
    private final String factAlias;
    private final TableColumns.Column foreignKey;
    private final int grain;
    private final SqlExpression joinKey;
    private final String projectionAlias;
    private final Map<String, String> aliases = new HashMap<>();
    private final Place place;
    private final String name;
    /** Null where facts join the dimension itself; else what is called the fact table here is the bridge. */
    private final BridgeLink bridge;

    /**
     * @param foreignKey null when the hierarchy's columns lie in the fact table
     * @param grain depth of the finest level that facts have; the last level unless the usage says otherwise
     * @param joinKey what facts join in a projection of the dimension, over its relations; null where they join its primary key
     * @param name for the alias of a projection
     */
    HierarchyLink(
            MemberTable table,
            Dialect dialect,
            JoinTree.Leaf fact,
            TableColumns.Column foreignKey,
            int grain,
            SqlExpression joinKey,
            String name,
            StarAliases stars,
            Place place) {
        this(table, dialect, fact, foreignKey, grain, joinKey, name, stars, place, null);
    }

    /** A hierarchy behind a bridge. */
    HierarchyLink(MemberTable table, BridgeLink bridge, String name, StarAliases stars, Place place) {
        this(
                table,
                bridge.dialect(),
                bridge.leaf(),
                bridge.dimensionKey(),
                table.source().depthCount() - 1,
                null,
                name,
                stars,
                place,
                bridge);
    }

    private HierarchyLink(
            MemberTable table,
            Dialect dialect,
            JoinTree.Leaf fact,
            TableColumns.Column foreignKey,
            int grain,
            SqlExpression joinKey,
            String name,
            StarAliases stars,
            Place place,
            BridgeLink bridge) {
        this.bridge = bridge;
        this.table = table;
        this.source = table.source();
        this.dialect = dialect;
        this.fact = fact;
        this.factAlias = fact.alias();
        this.foreignKey = foreignKey;
        this.grain = grain;
        this.joinKey = joinKey;
        this.place = place;
        this.name = name;
        this.projectionAlias = joinKey != null ? stars.alias(name, List.of(table, grain, foreignKey.name())) : null;
        JoinTree tree = source.tree();
        List<String> all = new ArrayList<>();
        tree.leaves().forEach(l -> all.add(l.alias()));
        for (String alias : tree.reach(all)) {
            JoinTree.Leaf leaf = tree.leaf(alias);
            JoinTree.Edge edge = tree.edgeTo(alias);
            if (joinKey != null) {
                aliases.put(alias, alias);
            } else if (edge == null) {
                aliases.put(
                        alias,
                        foreignKey == null
                                ? factAlias
                                : stars.alias(
                                        alias,
                                        join(
                                                factAlias,
                                                foreignKey.name(),
                                                leaf,
                                                source.primaryKey().name())));
            } else {
                aliases.put(
                        alias,
                        stars.alias(
                                alias,
                                join(aliases.get(edge.parent()), edge.parentColumn(), leaf, edge.childColumn())));
            }
        }
    }

    private static List<Object> join(String parent, String parentColumn, JoinTree.Leaf leaf, String column) {
        return List.of(parent, parentColumn, leaf.from(), leaf.filter() == null ? "" : leaf.filter(), column);
    }

    /** How the facts refer to the hierarchy; empty where its columns lie in the fact table. */
    Optional<Reference> reference() {
        if (foreignKey == null) {
            return Optional.empty();
        }
        boolean byOwnKey = byOwnKey();
        Reference.Side target = joinKey == null
                ? Reference.Side.of(source.tree().root(), source.primaryKey())
                : new Reference.Side(
                        new Relation("(" + projection(byOwnKey) + ")", projectionAlias, null),
                        null,
                        joinColumn(byOwnKey),
                        joinKey.type());
        return Optional.of(new Reference(Reference.Side.of(fact, foreignKey), target, place));
    }

    boolean reaches(int depth) {
        return depth <= grain;
    }

    /** Whether this is the finest level that facts have. */
    boolean isGrain(int depth) {
        return depth == grain;
    }

    boolean joinsBy(String factColumn) {
        TableColumns.Column ofFacts = bridge == null ? foreignKey : bridge.foreignKey();
        return ofFacts != null && ofFacts.name().equalsIgnoreCase(factColumn);
    }

    /** Whether one fact row can lead to several members. */
    boolean isBridged() {
        return bridge != null;
    }

    /** The same hierarchy reached from another table by the same kind of key. */
    HierarchyLink at(JoinTree.Leaf otherFact, TableColumns.Column otherKey, StarAliases stars) {
        if (bridge != null) {
            return new HierarchyLink(table, bridge.at(otherFact, otherKey, stars), name, stars, place);
        }
        return new HierarchyLink(table, dialect, otherFact, otherKey, grain, joinKey, name, stars, place);
    }

    /** The same hierarchy reached from another table by the key of one of its levels. */
    HierarchyLink at(JoinTree.Leaf otherFact, TableColumns.Column otherKey, int depth, StarAliases stars) {
        SqlExpression levelKey = source.level(depth).key();
        return new HierarchyLink(
                table, dialect, otherFact, otherKey, depth, levelKey, name + "_at_" + depth, stars, place);
    }

    LevelPath path(int depth) {
        table.level(depth);
        List<Integer> identity = table.identity(depth);
        List<LevelPath.KeyExpression> keys = new ArrayList<>();
        List<LevelPath.Join> joins =
                joinKey != null ? projectedKeys(depth, identity, keys) : joinedKeys(identity, keys);
        LevelPath path = new LevelPath(joins, List.copyOf(keys), lookup(table, identity));
        return bridge == null ? path : bridge.extended(path);
    }

    /** Null where facts do not join the dimension's own rows, one each, by whole numbers. Loads the members of the level. */
    ForeignKey foreignKey(int depth) {
        if (foreignKey == null
                || joinKey != null
                || bridge != null
                || !foreignKey.type().isNumeric()) {
            return null;
        }
        MemberKeys keys = table.keys().of(depth);
        return keys == null ? null : new ForeignKey(column(factAlias, foreignKey.name()), foreignKey.type(), keys);
    }

    static LevelPath.MemberLookup lookup(MemberTable table, List<Integer> identity) {
        return row -> {
            Object[] keys = new Object[row.length];
            try {
                for (int i = 0; i < keys.length; i++) {
                    keys[i] = Keys.normalised(row[i]);
                }
            } catch (SQLException e) {
                throw new EngineException(OlapErrorCode.SQL_FAILED, "Cannot read a key: " + e.getMessage(), e);
            }
            return table.find(identity, keys);
        };
    }

    private List<LevelPath.Join> joinedKeys(List<Integer> identity, List<LevelPath.KeyExpression> keys) {
        Set<String> needed = new LinkedHashSet<>();
        for (int depth : identity) {
            SqlExpression key = source.level(depth).key();
            if (identity.size() == 1 && isPrimaryKey(key)) {
                keys.add(new LevelPath.KeyExpression(column(factAlias, foreignKey.name()), foreignKey.type()));
                return List.of();
            }
            needed.addAll(key.aliases());
            keys.add(new LevelPath.KeyExpression(key.sql(aliases::get, dialect), key.type()));
        }
        List<LevelPath.Join> joins = new ArrayList<>();
        for (String alias : source.tree().reach(needed)) {
            JoinTree.Leaf leaf = source.tree().leaf(alias);
            JoinTree.Edge edge = source.tree().edgeTo(alias);
            String renamed = aliases.get(alias);
            if (edge == null && foreignKey == null) {
                continue;
            }
            String condition = edge == null
                    ? column(factAlias, foreignKey.name()) + " = "
                            + column(renamed, source.primaryKey().name())
                    : column(aliases.get(edge.parent()), edge.parentColumn()) + " = "
                            + column(renamed, edge.childColumn());
            joins.add(new LevelPath.Join(new Relation(leaf.from(), renamed, filter(leaf, renamed)), condition));
        }
        return List.copyOf(joins);
    }

    /** Facts hold the level's own key when it is the key they join by: no join is needed to read it. */
    private boolean isPrimaryKey(SqlExpression key) {
        return foreignKey != null
                && key instanceof SqlExpression.Column c
                && c.alias().equals(source.tree().root().alias())
                && c.name().equals(source.primaryKey().name())
                && source.tree().root().filter() == null
                && comparable(c.type(), foreignKey.type());
    }

    private static boolean comparable(DataType one, DataType other) {
        return one == other || (one.isNumeric() && other.isNumeric());
    }

    private String filter(JoinTree.Leaf leaf, String renamed) {
        return leaf.filter() == null
                ? null
                : SqlNames.replace(
                        leaf.filter(),
                        name -> SqlNames.same(name, leaf.alias()) ? dialect.quote(renamed) : null,
                        name -> null);
    }

    private List<LevelPath.Join> projectedKeys(int depth, List<Integer> identity, List<LevelPath.KeyExpression> keys) {
        boolean byOwnKey = byOwnKey();
        if (byOwnKey && !table.level(grain).unique()) {
            throw CatalogErrors.invalid(
                    place,
                    "facts cannot join level '" + source.level(grain).levelName()
                            + "' by its key: the key occurs under several parents",
                    "Let the facts join a finer level, or make the key tell its parent");
        }
        if (byOwnKey && depth == grain) {
            keys.add(new LevelPath.KeyExpression(column(factAlias, foreignKey.name()), foreignKey.type()));
            return List.of();
        }
        for (int d : identity) {
            keys.add(new LevelPath.KeyExpression(
                    column(projectionAlias, "k" + d), source.level(d).key().type()));
        }
        return List.of(new LevelPath.Join(
                new Relation("(" + projection(byOwnKey) + ")", projectionAlias, null),
                column(factAlias, foreignKey.name()) + " = " + column(projectionAlias, joinColumn(byOwnKey))));
    }

    private boolean byOwnKey() {
        return joinKey == source.level(grain).key();
    }

    private String joinColumn(boolean byOwnKey) {
        return byOwnKey ? "k" + grain : JOIN_COLUMN;
    }

    /** The dimension's rows as far as facts know them: one per member of the grain, or per value of another key that facts join. */
    private String projection(boolean byOwnKey) {
        Set<String> needed = new LinkedHashSet<>();
        List<String> items = new ArrayList<>();
        for (int d = source.firstDepth(); d <= grain; d++) {
            SqlExpression key = source.level(d).key();
            needed.addAll(key.aliases());
            String sql = key.sql(UnaryOperator.identity(), dialect);
            items.add((byOwnKey ? sql : "MIN(" + sql + ")") + " AS " + dialect.quote("k" + d));
        }
        String joined = joinKey.sql(UnaryOperator.identity(), dialect);
        if (!byOwnKey) {
            needed.addAll(joinKey.aliases());
            items.add(joined + " AS " + dialect.quote(JOIN_COLUMN));
        }
        return "SELECT " + (byOwnKey ? "DISTINCT " : "") + String.join(", ", items) + " " + source.fromWhere(needed)
                + (byOwnKey ? "" : " GROUP BY " + joined);
    }

    private String column(String alias, String name) {
        return dialect.quote(alias) + "." + dialect.quote(name);
    }
}
