package org.shapan.engine.cell;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.shapan.engine.cell.segment.IdSet;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.Member;

/** Parent-child hierarchies: rows carry the key of one member and count for it and all above it. */
final class Trees {
    private Trees() {}

    /** The members and all below them. */
    static IdSet descendants(Hierarchy hierarchy, IdSet ids) {
        IdSet all = new IdSet();
        Deque<Member> open = new ArrayDeque<>();
        for (int id = ids.next(0); id >= 0; id = ids.next(id + 1)) {
            open.push(hierarchy.member(id));
        }
        while (!open.isEmpty()) {
            Member member = open.pop();
            if (all.add(member.id())) {
                hierarchy.children(member).forEach(open::push);
            }
        }
        return all;
    }

    /**
     * For every source row one row per ancestor-or-self that is wanted.
     *
     * @param source rows that the id columns' rows stand for; null when they stand for themselves
     * @param ids all id columns; the given one holds members of the hierarchy
     * @param wanted null for all
     */
    static Expanded expand(
            Hierarchy hierarchy, int[] source, int[][] ids, int column, int rows, MemberPredicate wanted) {
        int[] from = new int[Math.max(16, rows * 2)];
        int[] member = new int[from.length];
        int size = 0;
        for (int row = 0; row < rows; row++) {
            for (Member m = hierarchy.member(ids[column][row]); m != null && !m.isAll(); m = m.parent()) {
                if (wanted != null && !wanted.ids().contains(m.id())) {
                    continue;
                }
                if (size == from.length) {
                    from = Arrays.copyOf(from, size * 2);
                    member = Arrays.copyOf(member, size * 2);
                }
                from[size] = row;
                member[size++] = m.id();
            }
        }
        int[] expandedSource = new int[size];
        int[][] expanded = new int[ids.length][size];
        for (int i = 0; i < size; i++) {
            expandedSource[i] = source == null ? from[i] : source[from[i]];
            for (int c = 0; c < ids.length; c++) {
                expanded[c][i] = ids[c][from[i]];
            }
            expanded[column][i] = member[i];
        }
        return new Expanded(expandedSource, expanded, size);
    }

    /** @param source for each row the row it comes from; null when nothing was expanded */
    record Expanded(int[] source, int[][] ids, int rows) {}
}
