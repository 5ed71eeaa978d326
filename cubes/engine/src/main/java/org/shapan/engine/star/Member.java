package org.shapan.engine.star;

import java.util.Locale;
import java.util.Map;

/**
 * A member of a hierarchy as one cube uses it. Identity: two members are the same exactly when they are the same object; a hierarchy
 * hands out one object per id.
 *
 * <p>Kinds: {@link StoredMember} (rows of a dimension table, and the all member), {@link StoredMeasure}, {@link CalculatedMember}, and
 * {@link NullMember} (what {@code PrevMember} of a first member gives).
 */
public abstract sealed class Member implements Element
        permits StoredMember, StoredMeasure, CalculatedMember, NullMember {
    private final Hierarchy hierarchy;

    protected Member(Hierarchy hierarchy) {
        this.hierarchy = hierarchy;
    }

    public final Hierarchy hierarchy() {
        return hierarchy;
    }

    /**
     * Stable id within the hierarchy. Stored members: 0 and up, append-only, shared by all cubes that use the same shared hierarchy (0
     * is the all member where there is one). Measures: position in the measures hierarchy. Calculated members: negative, given by
     * {@link Hierarchy#nextCalculatedId()}. Null member: {@code Integer.MIN_VALUE}.
     */
    public abstract int id();

    /** Never null; the null member answers the first level of its hierarchy. */
    public abstract Level level();

    /** Null for a root; roles are not considered, see {@code access}. */
    public abstract Member parent();

    /** Depth of the level; in a parent-child hierarchy the depth in the tree. */
    public abstract int depth();

    /**
     * Position in hierarchical (preorder) order among the stored members of this hierarchy in the pinned data version; calculated
     * members follow the stored siblings.
     */
    public abstract int rank();

    /** Order by {@link #rank} of two members of one hierarchy; of stored ones without loading levels that neither is in. */
    public int compareRank(Member other) {
        return Integer.compare(rank(), other.rank());
    }

    /** The key as the database gave it; null for the null key, the all member and calculated members. */
    public abstract Object key();

    /** Value of a member property by name (case-insensitive), intrinsic properties excluded; null where it has none. */
    public abstract Object property(String name);

    public boolean isAll() {
        return false;
    }

    public final boolean isNull() {
        return this instanceof NullMember;
    }

    public final boolean isCalculated() {
        return this instanceof CalculatedMember;
    }

    public final boolean isMeasure() {
        return hierarchy.isMeasures();
    }

    /** Whether {@code ancestor} is this member or above it. */
    public final boolean isSelfOrDescendantOf(Member ancestor) {
        for (Member m = this; m != null; m = m.parent()) {
            if (m == ancestor) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String description(Locale locale) {
        return null;
    }

    @Override
    public boolean visible() {
        return true;
    }

    @Override
    public Map<String, String> annotations() {
        return Map.of();
    }

    @Override
    public final String toString() {
        return uniqueName();
    }
}
