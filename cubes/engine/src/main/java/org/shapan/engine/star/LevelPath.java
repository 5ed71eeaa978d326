package org.shapan.engine.star;

import java.util.List;
import org.shapan.engine.sql.DataType;

/**
 * How a statement on a fact table reaches one level of a hierarchy.
 *
 * @param joins in the order in which they must be made, the nearest to the fact first; empty when the level's columns lie in the fact
 *     table. Joins are equal (and then made once) when their aliases are
 * @param keys key expressions that together identify a member: the level's own key last, before it the keys of those ancestors that
 *     are needed because the key is unique only within its parent
 * @param memberOf turns one row of key values into a member id
 * @param bridge what makes one fact row lead to several members, or null
 */
public record LevelPath(List<Join> joins, List<KeyExpression> keys, MemberLookup memberOf, Bridge bridge) {
    /** A path on which every fact row leads to one member at most. */
    public LevelPath(List<Join> joins, List<KeyExpression> keys, MemberLookup memberOf) {
        this(joins, keys, memberOf, null);
    }

    /**
     * The first of the joins leads to a bridge: joined as they are, the joins give a fact row several times. All paths of one usage of a dimension
     * have the same bridge.
     *
     * @param factColumn SQL of the facts' side of the join
     * @param column SQL of the bridge's side
     */
    public record Bridge(String factColumn, String column) {}

    /**
     * One relation and how it is joined.
     *
     * @param condition SQL over the aliases of {@code relation} and of what was joined before it
     */
    public record Join(Relation relation, String condition) {}

    /**
     * One part of the key.
     *
     * @param sql over the aliases of the joins or of the fact
     */
    public record KeyExpression(String sql, DataType type) {}

    /** Finds members of a level by the key values of a row. Thread-safe. */
    @FunctionalInterface
    public interface MemberLookup {
        /** Answer for a row that is not asked for. */
        int ELSEWHERE = -2;

        /**
         * The member that has these keys.
         *
         * @param keys values in the order of {@link LevelPath#keys()}, as JDBC gave them
         * @return the member id, -1 when the dimension has no such row, {@link #ELSEWHERE} when the lookup chooses rows and this is none
         */
        int id(Object[] keys);
    }
}
