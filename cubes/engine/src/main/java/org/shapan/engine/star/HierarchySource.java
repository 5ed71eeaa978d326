package org.shapan.engine.star;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.shapan.engine.catalog.HideMemberIf;

/**
 * Where a shared hierarchy comes from: its relations and the expressions of its levels.
 *
 * @param primaryKey column of the tree's root that facts refer to; null when the columns lie in the fact table itself
 * @param levels without the all level
 */
record HierarchySource(
        JoinTree tree,
        TableColumns.Column primaryKey,
        boolean hasAll,
        List<LevelSource> levels,
        RelationBinder binder) {
    HierarchySource {
        levels = List.copyOf(levels);
    }

    int depthCount() {
        return levels.size() + firstDepth();
    }

    /** Depth of the first level that is stored. */
    int firstDepth() {
        return hasAll ? 1 : 0;
    }

    LevelSource level(int depth) {
        return levels.get(depth - firstDepth());
    }

    /** -1 when there is no level of this name. */
    int depthOf(String level) {
        for (int d = firstDepth(); d < depthCount(); d++) {
            if (level(d).levelName().equalsIgnoreCase(level)) {
                return d;
            }
        }
        return -1;
    }

    /** FROM and WHERE of a statement that reads expressions over these relations. */
    String fromWhere(Set<String> aliases) {
        List<String> reached = tree.reach(aliases);
        List<String> filters = reached.stream()
                .map(a -> tree.leaf(a).filter())
                .filter(Objects::nonNull)
                .map(f -> "(" + f + ")")
                .toList();
        return "FROM " + binder.fromClause(tree, reached, UnaryOperator.identity())
                + (filters.isEmpty() ? "" : " WHERE " + String.join(" AND ", filters));
    }

    boolean isRagged() {
        return levels.stream().anyMatch(l -> l.hideMemberIf() != HideMemberIf.NEVER);
    }

    boolean isParentChild() {
        return levels.get(levels.size() - 1).isParentChild();
    }
}
