package org.shapan.engine.star;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shapan.engine.catalog.CatalogErrors;
import org.shapan.engine.catalog.Place;
import org.shapan.engine.catalog.RelationDefinition;

/**
 * The relations of a hierarchy as a tree: at the root the one that the fact table joins, further away what it refers to.
 *
 * <p>Reaching a relation takes the joins from the root to it, so members without rows at the root are not members.
 */
final class JoinTree {
    private final Map<String, Leaf> leaves;
    private final String root;
    private final Map<String, Edge> toParent = new LinkedHashMap<>();

    /**
     * @param from text for a FROM clause, without alias
     * @param filter SQL over the alias, or null
     */
    record Leaf(String alias, String from, String filter, TableColumns columns, RelationDefinition.Leaf definition) {
        Place place() {
            return definition.place();
        }
    }

    /** One equality between two relations. */
    record Join(String one, String oneColumn, String other, String otherColumn, Place place) {}

    /** How a relation joins the one nearer to the root. */
    record Edge(String parent, String parentColumn, String child, String childColumn) {}

    JoinTree(Map<String, Leaf> leaves, List<Join> joins, String root) {
        this.leaves = leaves;
        this.root = root;
        Deque<String> open = new ArrayDeque<>(List.of(root));
        Set<String> reached = new LinkedHashSet<>(open);
        while (!open.isEmpty()) {
            String parent = open.remove();
            for (Join join : joins) {
                Edge edge = join.one().equals(parent)
                        ? new Edge(parent, join.oneColumn(), join.other(), join.otherColumn())
                        : join.other().equals(parent)
                                ? new Edge(parent, join.otherColumn(), join.one(), join.oneColumn())
                                : null;
                if (edge != null && reached.add(edge.child())) {
                    toParent.put(edge.child(), edge);
                    open.add(edge.child());
                }
            }
        }
        for (Leaf leaf : leaves.values()) {
            if (!reached.contains(leaf.alias())) {
                throw CatalogErrors.invalid(
                        leaf.place(),
                        "'" + leaf.alias() + "' is not joined to '" + root + "'",
                        "Check leftAlias and rightAlias of the joins, and primaryKeyTable");
            }
        }
    }

    static JoinTree single(Leaf leaf) {
        return new JoinTree(Map.of(leaf.alias(), leaf), List.of(), leaf.alias());
    }

    Leaf root() {
        return leaves.get(root);
    }

    /** Null when there is none. */
    Leaf leaf(String alias) {
        return leaves.get(alias);
    }

    Collection<Leaf> leaves() {
        return leaves.values();
    }

    /** Null for the root. */
    Edge edgeTo(String alias) {
        return toParent.get(alias);
    }

    /** Aliases needed to reach {@code wanted} from the root, each after the one it joins; the root first. */
    List<String> reach(Collection<String> wanted) {
        Set<String> needed = new LinkedHashSet<>();
        needed.add(root);
        for (String alias : wanted) {
            List<String> path = new ArrayList<>();
            for (String a = alias; !needed.contains(a); a = toParent.get(a).parent()) {
                path.add(0, a);
            }
            needed.addAll(path);
        }
        return List.copyOf(needed);
    }
}
