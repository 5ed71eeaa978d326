package org.shapan.engine.star;

import java.util.List;

/** A level of a hierarchy as one cube uses it. Depth 0 is the all level where the hierarchy has one. */
public interface Level extends Element {
    Hierarchy hierarchy();

    int depth();

    /** All level, or null-key-free single level of all; true only for the all level. */
    boolean isAll();

    boolean isUnique();

    LevelType type();

    /** True for the level of a parent-child hierarchy whose members nest. */
    boolean isParentChild();

    /** Whether members have a name of their own beside their key. */
    boolean isNamed();

    /** Properties declared for this level, in order of declaration. */
    List<MemberProperty> properties();

    /** Number of members in the pinned data version, roles not considered. Loads them when they are not loaded. */
    int memberCount();

    /** Whether the members are in memory, so that asking for them costs no statement. */
    boolean isLoaded();
}
