package org.shapan.engine.star;

import java.util.List;

/**
 * A hierarchy as one cube uses it. Navigation here sees every stored member; what a role may see is the business of {@code access}.
 * Calculated members are not among the members here: they belong to the cube, the session or the query.
 */
public interface Hierarchy extends Element {
    Cube cube();

    Dimension dimension();

    /** Position among {@link Cube#hierarchies()}; the measures hierarchy is 0. */
    int ordinal();

    boolean isMeasures();

    boolean hasAll();

    /** Null when there is no all member. */
    Member allMember();

    /** Default member by the catalog, else the all member, else the first member. Never a calculated member of a query. */
    Member defaultMember();

    NullMember nullMember();

    /** Never empty; index = depth for regular hierarchies. */
    List<Level> levels();

    boolean isParentChild();

    /** Ragged: some members are hidden, their children are shown below the next visible ancestor. */
    boolean isRagged();

    /** Member of an id that was handed out; stored members only. */
    Member member(int id);

    /** Reads the levels down to {@code depth} that are not there yet, together where that takes less than one after the other. */
    default void readTo(int depth) {}

    /** Members of the first level, hierarchical order, hidden ones skipped. Loads them when needed. */
    List<Member> roots();

    /** Children in hierarchical order, hidden ones replaced by their children; empty for a leaf or a calculated member. */
    List<Member> children(Member parent);

    /** Members of a level in hierarchical order. */
    List<Member> members(Level level);

    /** A child by name (case-insensitive when the catalog says so, which is the default), or null. */
    Member childByName(Member parentOrNull, String name);

    /** A child by key text, as in {@code &[42]}, or null; with a null parent, a member of any level whose key is unique. */
    Member childByKey(Member parentOrNull, String key);

    /** A fresh negative id for a calculated member; unique in this hierarchy for the life of the catalog. */
    int nextCalculatedId();

    /**
     * The member that stands for the rows of {@code member} alone in a parent-child hierarchy, the null member for its all member, which has
     * no rows of its own; elsewhere the member itself.
     */
    default Member dataMember(Member member) {
        return member;
    }

    /** Display folder, or null. */
    default String folder() {
        return null;
    }

    /** Whether an id means the same member as in {@code earlier}, the same hierarchy in an earlier data version. */
    default boolean continues(Hierarchy earlier) {
        return false;
    }
}
