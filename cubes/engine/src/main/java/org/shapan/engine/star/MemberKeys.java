package org.shapan.engine.star;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * The primary keys of a dimension's rows, each with the member of one level that the row belongs to: what a join of facts to the dimension
 * finds out, in memory. Whole numbers only. Immutable.
 */
public final class MemberKeys {
    private static final int NONE = -1;
    /** Below this many places keys are positions in an array, even when most stay empty. */
    private static final int ALWAYS_DENSE = 1 << 16;

    private final long[] keys;
    private final int[] members;
    private final long low;
    /** By key minus {@code low}; null where keys lie too far apart. */
    private final int[] dense;

    private final Map<Long, Integer> sparse = new HashMap<>();

    private MemberKeys(long[] keys, int[] members) {
        this.keys = keys;
        this.members = members;
        this.low = Arrays.stream(keys).min().orElse(0);
        long extent = Math.subtractExact(Arrays.stream(keys).max().orElse(0), low) + 1;
        this.dense = extent > 0 && extent <= Math.max(ALWAYS_DENSE, 4L * keys.length) ? new int[(int) extent] : null;
        if (dense != null) {
            Arrays.fill(dense, NONE);
        }
    }

    /**
     * @param keys as normalised
     * @param members by position of {@code keys}; -1 where a row belongs to no member
     * @return null when a key is no whole number or occurs twice: then a join says more than this could
     */
    static MemberKeys of(List<Object> keys, List<Integer> members) {
        long[] whole = new long[keys.size()];
        for (int i = 0; i < whole.length; i++) {
            if (!(keys.get(i) instanceof Long key) || Math.abs(key) > Long.MAX_VALUE / 4) {
                return null;
            }
            whole[i] = key;
        }
        MemberKeys made = new MemberKeys(
                whole, members.stream().mapToInt(Integer::intValue).toArray());
        for (int i = 0; i < whole.length; i++) {
            if (!made.put(whole[i], i)) {
                return null;
            }
        }
        return made;
    }

    /** False when the key is there already. */
    private boolean put(long key, int position) {
        if (dense == null) {
            return sparse.put(key, members[position]) == null;
        }
        int place = (int) (key - low);
        boolean free = dense[place] == NONE;
        dense[place] = members[position] < 0 ? -2 : members[position];
        return free;
    }

    public int size() {
        return keys.length;
    }

    /**
     * @param key a value of the foreign key, as JDBC gave it
     * @return the member's id, or -1 when the dimension has no such row
     */
    public int member(Object key) {
        if (key instanceof Integer whole) {
            return member((long) whole);
        }
        try {
            return Keys.normalised(key) instanceof Long whole ? member((long) whole) : NONE;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private int member(long key) {
        if (dense == null) {
            return sparse.getOrDefault(key, NONE);
        }
        long place = key - low;
        return place >= 0 && place < dense.length ? Math.max(dense[(int) place], NONE) : NONE;
    }

    /** Keys of the rows whose member is wanted; null when there are more than {@code most}. */
    public List<Object> of(IntPredicate wanted, int most) {
        List<Object> found = new ArrayList<>();
        for (int i = 0; i < keys.length; i++) {
            if (members[i] >= 0 && wanted.test(members[i])) {
                if (found.size() == most) {
                    return null;
                }
                found.add(keys[i]);
            }
        }
        return found;
    }
}
