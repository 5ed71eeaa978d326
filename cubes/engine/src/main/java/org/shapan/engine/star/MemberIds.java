package org.shapan.engine.star;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The ids of one level's members, in hierarchical order, and where in that order an id stands. As first loaded they count up; in a later
 * data version a member keeps the id that it had and a new one gets the next that is free, so that what was cached by id stays right.
 * Immutable.
 */
final class MemberIds {
    private final int start;
    private final int size;
    /** By position; null while they count up from {@code start}. */
    private final int[] ids;

    private final int lowest;
    /** By id less {@code lowest}; -1 where another level has the id. Null while ids count up. */
    private final int[] positions;

    private MemberIds(int start, int size, int[] ids) {
        this.start = start;
        this.size = size;
        this.ids = ids;
        this.lowest = ids == null ? start : Arrays.stream(ids).min().orElse(0);
        this.positions = ids == null ? null : inverse(ids, lowest);
    }

    /** Ids that count up from one that is taken from the hierarchy's counter. */
    static MemberIds countingUp(AtomicInteger next, int size) {
        return new MemberIds(next.getAndAdd(size), size, null);
    }

    /** @param known ids by position, -1 where the member is new */
    static MemberIds continuing(AtomicInteger next, int[] known) {
        int[] ids = known.clone();
        for (int position = 0; position < ids.length; position++) {
            if (ids[position] < 0) {
                ids[position] = next.getAndIncrement();
            }
        }
        return new MemberIds(0, ids.length, ids);
    }

    private static int[] inverse(int[] ids, int lowest) {
        int[] positions = new int[Arrays.stream(ids).max().orElse(-1) - lowest + 1];
        Arrays.fill(positions, -1);
        for (int position = 0; position < ids.length; position++) {
            positions[ids[position] - lowest] = position;
        }
        return positions;
    }

    int size() {
        return size;
    }

    int id(int position) {
        return ids == null ? start + position : ids[position];
    }

    /** Undefined for an id of another level. */
    int position(int id) {
        return positions == null ? id - start : positions[id - lowest];
    }

    boolean contains(int id) {
        int at = id - lowest;
        return at >= 0 && (positions == null ? at < size : at < positions.length && positions[at] >= 0);
    }

    /** The ids at some positions that follow each other. */
    IdList list(int from, int count) {
        return ids == null ? IdList.range(start + from, count) : new IdList(ids, from, count);
    }
}
