package org.shapan.engine.star;

import java.util.ArrayList;
import java.util.List;
import org.shapan.engine.catalog.BridgeDefinition;
import org.shapan.engine.sql.Dialect;

/**
 * The bridge of one usage of a dimension, as one fact table joins it.
 *
 * @param leaf the bridge under its alias in the star
 * @param foreignKey column of the facts
 * @param usage name of the usage: each has a bridge of its own
 */
record BridgeLink(
        JoinTree.Leaf leaf,
        TableColumns.Column factKey,
        TableColumns.Column dimensionKey,
        String factAlias,
        TableColumns.Column foreignKey,
        String usage,
        Dialect dialect) {

    static BridgeLink of(
            BridgeDefinition definition,
            JoinTree.Leaf leaf,
            JoinTree.Leaf fact,
            TableColumns.Column foreignKey,
            String usage,
            Dialect dialect,
            StarAliases aliases) {
        TableColumns.Column factKey = RelationBinder.column(leaf, definition.factKey(), definition.place());
        TableColumns.Column dimensionKey = RelationBinder.column(leaf, definition.dimensionKey(), definition.place());
        return new BridgeLink(leaf, factKey, dimensionKey, fact.alias(), foreignKey, usage, dialect).in(aliases);
    }

    /** The same bridge joined by another table. */
    BridgeLink at(JoinTree.Leaf otherFact, TableColumns.Column otherKey, StarAliases aliases) {
        return new BridgeLink(leaf, factKey, dimensionKey, otherFact.alias(), otherKey, usage, dialect).in(aliases);
    }

    private BridgeLink in(StarAliases aliases) {
        String alias = aliases.alias(leaf.alias(), List.of(usage, "bridge", factAlias, foreignKey.name()));
        String filter = leaf.filter() == null
                ? null
                : SqlNames.replace(
                        leaf.filter(),
                        name -> SqlNames.same(name, leaf.alias()) ? dialect.quote(alias) : null,
                        name -> null);
        JoinTree.Leaf renamed = new JoinTree.Leaf(alias, leaf.from(), filter, leaf.columns(), leaf.definition());
        return new BridgeLink(renamed, factKey, dimensionKey, factAlias, foreignKey, usage, dialect);
    }

    /** A path from the bridge on as one from the facts. */
    LevelPath extended(LevelPath path) {
        String ofFacts = dialect.quote(factAlias) + "." + dialect.quote(foreignKey.name());
        String own = dialect.quote(leaf.alias()) + "." + dialect.quote(factKey.name());
        List<LevelPath.Join> joins = new ArrayList<>();
        joins.add(new LevelPath.Join(new Relation(leaf.from(), leaf.alias(), leaf.filter()), ofFacts + " = " + own));
        joins.addAll(path.joins());
        return new LevelPath(List.copyOf(joins), path.keys(), path.memberOf(), new LevelPath.Bridge(ofFacts, own));
    }
}
