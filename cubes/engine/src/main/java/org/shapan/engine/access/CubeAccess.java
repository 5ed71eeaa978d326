package org.shapan.engine.access;

import java.util.List;
import org.shapan.engine.star.Cube;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.Kpi;
import org.shapan.engine.star.Level;
import org.shapan.engine.star.Member;

/**
 * What one role (or union of roles) sees of one cube. Immutable and thread-safe. Stored members only; calculated members follow the
 * hierarchy they belong to.
 */
public interface CubeAccess {
    Cube cube();

    /** Whether the hierarchy can be named at all. */
    boolean canSee(Hierarchy hierarchy);

    boolean canSee(Member member);

    /** KPIs whose measures can be seen; see {@link Cube#kpis()}. */
    default List<Kpi> kpis() {
        return cube().kpis().stream().filter(kpi -> kpi.isSeen(this::canSee)).toList();
    }

    /** Levels between the top and bottom level that the role grants; empty when the hierarchy is hidden. */
    List<Level> levels(Hierarchy hierarchy);

    /**
     * Default member as this role sees it: the catalog's where visible, else the only visible member of the top level. Where there are
     * several, the all member stands for them in an evaluation, although it cannot be seen: {@link #rollup} gives them.
     */
    Member defaultMember(Hierarchy hierarchy);

    /** Parent, or null for a root of what is visible. */
    Member parent(Member member);

    List<Member> roots(Hierarchy hierarchy);

    List<Member> children(Member parent);

    List<Member> members(Level level);

    /** Number of {@link #members}; cheaper where nothing is hidden. */
    default int memberCount(Level level) {
        return members(level).size();
    }

    /** A visible child by name, or a visible root when {@code parent} is null; null when there is none. */
    Member childByName(Hierarchy hierarchy, Member parent, String name);

    /** As {@link #childByName}, by key text; with a null parent a member of any level whose key is unique. */
    Member childByKey(Hierarchy hierarchy, Member parent, String key);

    /**
     * How the value of a visible member comes about. Null: from all its rows (everything below is visible, or the rollup policy is
     * full). Otherwise: the disjoint visible members whose values make it up under the policy partial; an empty list means that nothing
     * is visible below, or the policy is hidden: the cell is empty.
     */
    List<Member> rollup(Member member);

    /**
     * The rows of a member that may be shown one by one: as {@link #rollup}, but also where the policy is full, since hidden rows that
     * count in a total must not be seen themselves.
     */
    List<Member> rows(Member member);

    /** Whether {@link #rollup} can be anything but null in this hierarchy. */
    boolean restrictsRollup(Hierarchy hierarchy);
}
