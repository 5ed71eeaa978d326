package org.shapan.engine.star;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Turns the rows of {@link MemberRows} into the columns of a level: finds parents, sorts, merges, gives ids. */
final class LevelLoader {
    private final LevelSource level;
    private final AtomicInteger next;
    private final LevelMembers before;
    private final LevelMembers above;
    private final boolean wantUnique;
    private final Visibility visibility;

    /** Whether a member is shown, given its name and that of its parent (null for a null name or no parent). */
    @FunctionalInterface
    interface Visibility {
        boolean hides(String name, int parent);
    }

    /** A row with the id of its parent in the level above, -1 when there is none. */
    record Placed(int parent, MemberRows.Row row) {}

    /**
     * @param next the next free id of the hierarchy
     * @param before the level in an earlier data version, whose members keep their ids; null when there is none
     * @param above null when the level is the first
     * @param wantUnique whether keys should be unique in the whole level, not only within a parent
     */
    LevelLoader(
            LevelSource level,
            AtomicInteger next,
            LevelMembers before,
            LevelMembers above,
            boolean wantUnique,
            Visibility visibility) {
        this.level = level;
        this.next = next;
        this.before = before;
        this.above = above;
        this.wantUnique = wantUnique;
        this.visibility = visibility;
    }

    private static final Comparator<MemberRows.Row> SIBLINGS = (a, b) -> {
        int order = Keys.compare(a.order(), b.order());
        if (order == 0) {
            order = Keys.compare(a.key(), b.key());
        }
        if (order == 0) {
            order = Keys.compare(a.name(), b.name());
        }
        return order == 0 ? Arrays.toString(a.properties()).compareTo(Arrays.toString(b.properties())) : order;
    };

    LevelMembers load(List<Placed> rows) {
        List<Placed> sorted = new ArrayList<>(rows);
        sorted.sort(Comparator.comparingInt((Placed placed) -> indexAbove(placed.parent()))
                .thenComparing(Placed::row, SIBLINGS));
        return level.isParentChild() ? nested(merged(sorted)) : flat(merged(sorted));
    }

    /** One row per parent and key: the first in order, when a name or property has several values. */
    private static List<Placed> merged(List<Placed> sorted) {
        record Identity(int parent, Object key) {}
        Map<Identity, Placed> first = new LinkedHashMap<>();
        for (Placed placed : sorted) {
            first.putIfAbsent(new Identity(placed.parent(), placed.row().key()), placed);
        }
        return List.copyOf(first.values());
    }

    private LevelMembers flat(List<Placed> rows) {
        int[] parents = new int[rows.size()];
        int[] firstChild = new int[(above == null ? 1 : above.size) + 1];
        for (int i = 0; i < rows.size(); i++) {
            parents[i] = rows.get(i).parent();
            firstChild[indexAbove(parents[i]) + 1]++;
        }
        Arrays.parallelPrefix(firstChild, Integer::sum);
        return members(rows, ids(rows), parents, new LevelMembers.Links(firstChild, null), null);
    }

    private int indexAbove(int parent) {
        return above == null ? 0 : above.position(parent);
    }

    private MemberIds ids(List<Placed> rows) {
        if (before == null) {
            return MemberIds.countingUp(next, rows.size());
        }
        int[] known = new int[rows.size()];
        for (int i = 0; i < known.length; i++) {
            known[i] = before.find(rows.get(i).parent(), rows.get(i).row().key());
        }
        return MemberIds.continuing(next, known);
    }

    private LevelMembers nested(List<Placed> rows) {
        Map<Object, Integer> byKey = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            byKey.putIfAbsent(rows.get(i).row().key(), i);
        }
        int n = rows.size();
        int[] up = new int[n];
        for (int i = 0; i < n; i++) {
            Object parentKey = rows.get(i).row().parentKey();
            boolean root = parentKey == null || Keys.name(parentKey).equals(level.nullParentValue());
            Integer found = root ? null : byKey.get(parentKey);
            up[i] = found == null || found == i ? -1 : found;
        }
        breakCycles(up);
        int[] first = new int[n + 1];
        for (int parent : up) {
            if (parent >= 0) {
                first[parent + 1]++;
            }
        }
        Arrays.parallelPrefix(first, Integer::sum);
        int[] children = new int[first[n]];
        int[] next = first.clone();
        for (int i = 0; i < n; i++) {
            if (up[i] >= 0) {
                children[next[up[i]]++] = i;
            }
        }
        return preordered(rows, up, first, children);
    }

    /** A row that is its own ancestor becomes a root: the first of its cycle in order. */
    private static void breakCycles(int[] up) {
        byte[] state = new byte[up.length];
        for (int i = 0; i < up.length; i++) {
            int at = i;
            while (at >= 0 && state[at] == 0) {
                state[at] = 1;
                at = up[at];
            }
            int cut = at >= 0 && state[at] == 1 ? at : -1;
            for (int done = i; done >= 0 && state[done] == 1; done = up[done]) {
                state[done] = 2;
            }
            if (cut >= 0) {
                up[cut] = -1;
            }
        }
    }

    private LevelMembers preordered(List<Placed> rows, int[] up, int[] first, int[] children) {
        int n = rows.size();
        int[] order = new int[n];
        int[] position = new int[n];
        int[] depth = new int[n];
        int count = 0;
        int[] stack = new int[n + 1];
        for (int root = 0; root < n; root++) {
            if (up[root] >= 0) {
                continue;
            }
            int top = 0;
            stack[top++] = root;
            while (top > 0) {
                int at = stack[--top];
                depth[count] = up[at] < 0 ? 0 : depth[position[up[at]]] + 1;
                position[at] = count;
                order[count++] = at;
                for (int c = first[at + 1] - 1; c >= first[at]; c--) {
                    stack[top++] = children[c];
                }
            }
        }
        List<Placed> inOrder = new ArrayList<>(n);
        int[] parents = new int[n];
        int[] nestedFirst = new int[n + 1];
        int[] nestedIds = new int[children.length];
        IdList.Builder roots = new IdList.Builder();
        int[] rootsOf = new int[(above == null ? 1 : above.size) + 1];
        int filled = 0;
        MemberIds ids = MemberIds.countingUp(next, n);
        for (int i = 0; i < n; i++) {
            Placed placed = rows.get(order[i]);
            inOrder.add(placed);
            nestedFirst[i] = filled;
            for (int c = first[order[i]]; c < first[order[i] + 1]; c++) {
                nestedIds[filled++] = ids.id(position[children[c]]);
            }
            if (up[order[i]] < 0) {
                parents[i] = placed.parent();
                rootsOf[indexAbove(placed.parent()) + 1]++;
                roots.add(ids.id(i));
            } else {
                parents[i] = ids.id(position[up[order[i]]]);
            }
        }
        nestedFirst[n] = filled;
        Arrays.parallelPrefix(rootsOf, Integer::sum);
        return members(
                inOrder,
                ids,
                parents,
                new LevelMembers.Links(rootsOf, roots.build().ids()),
                new LevelMembers.Nesting(depth, new LevelMembers.Links(nestedFirst, nestedIds)));
    }

    private LevelMembers members(
            List<Placed> rows, MemberIds ids, int[] parents, LevelMembers.Links links, LevelMembers.Nesting nesting) {
        int n = rows.size();
        Object[] keys = new Object[n];
        String[] names = new String[n];
        String[][] captions = new String[n][];
        Object[][] properties = new Object[n][];
        BitSet hidden = new BitSet();
        for (int i = 0; i < n; i++) {
            MemberRows.Row row = rows.get(i).row();
            keys[i] = row.key();
            names[i] = Keys.name(row.name());
            captions[i] = row.captions();
            properties[i] = row.properties();
            if (visibility.hides(names[i], parents[i])) {
                hidden.set(i);
            }
        }
        return new LevelMembers(
                ids,
                parents,
                keys,
                names,
                level.languages(),
                captions,
                level.properties().stream()
                        .map(LevelSource.PropertySource::name)
                        .toList(),
                properties,
                hidden,
                links,
                nesting,
                wantUnique);
    }
}
