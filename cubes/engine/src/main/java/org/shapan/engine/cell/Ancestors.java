package org.shapan.engine.cell;

import java.util.Arrays;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.StoredMember;

/**
 * Ancestors at one level as an array over member ids: the arithmetic by which finer cells are rolled up. Filled as ids are asked for;
 * thread-safe, as an entry has one possible value and is written whole.
 */
final class Ancestors {
    /** Entries are id + 2, so that 0 means not yet known and 1 means none. */
    private static final int SHIFT = 2;

    private final Hierarchy hierarchy;
    private final int toDepth;
    private volatile int[] known = new int[64];

    Ancestors(Hierarchy hierarchy, int toDepth) {
        this.hierarchy = hierarchy;
        this.toDepth = toDepth;
    }

    /** The ancestor-or-self at the level, also a hidden one of a ragged hierarchy, or -1 where the member has none. */
    int of(int id) {
        int[] entries = known;
        int entry = id < entries.length ? entries[id] : 0;
        return (entry == 0 ? find(id) : entry) - SHIFT;
    }

    private synchronized int find(int id) {
        int[] entries = known;
        if (id >= entries.length) {
            entries = Arrays.copyOf(entries, Math.max(id + 1, entries.length * 2));
        }
        StoredMember member = (StoredMember) hierarchy.member(id);
        while (member != null && member.level().depth() > toDepth) {
            member = member.storedParent();
        }
        entries[id] = SHIFT + (member == null || member.level().depth() != toDepth ? -1 : member.id());
        known = entries;
        return entries[id];
    }
}
