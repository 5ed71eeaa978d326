package org.shapan.engine.calc.eval;

import java.util.Arrays;
import org.shapan.engine.star.CalculatedMember;
import org.shapan.engine.star.Member;

/**
 * The current member of every hierarchy, by ordinal, with an undo log: {@link #mark} remembers a state, {@link #reset} returns to it.
 * Not thread-safe.
 */
final class CellContext {
    private final Member[] members;
    private int calculated;
    private int nulls;
    private int[] undoOrdinals = new int[64];
    private Member[] undoMembers = new Member[64];
    private int undos;

    CellContext(Member[] members) {
        this.members = members.clone();
        for (Member member : members) {
            count(member, 1);
        }
    }

    Member get(int ordinal) {
        return members[ordinal];
    }

    /** The live array: to be read, not changed. */
    Member[] members() {
        return members;
    }

    void set(Member member) {
        int ordinal = member.hierarchy().ordinal();
        Member old = members[ordinal];
        if (old == member) {
            return;
        }
        if (undos == undoOrdinals.length) {
            undoOrdinals = Arrays.copyOf(undoOrdinals, undos * 2);
            undoMembers = Arrays.copyOf(undoMembers, undos * 2);
        }
        undoOrdinals[undos] = ordinal;
        undoMembers[undos++] = old;
        put(ordinal, old, member);
    }

    int mark() {
        return undos;
    }

    void reset(int mark) {
        while (undos > mark) {
            undos--;
            int ordinal = undoOrdinals[undos];
            put(ordinal, members[ordinal], undoMembers[undos]);
        }
    }

    boolean hasNull() {
        return nulls > 0;
    }

    boolean hasCalculated() {
        return calculated > 0;
    }

    /**
     * The calculated member that is computed first: the one of highest solve order, among equal ones that of the hierarchy that comes
     * first in the cube. Only to be asked when there is one.
     */
    CalculatedMember firstToExpand() {
        CalculatedMember first = null;
        for (Member member : members) {
            if (member instanceof CalculatedMember candidate
                    && (first == null || candidate.solveOrder() > first.solveOrder())) {
                first = candidate;
            }
        }
        return first;
    }

    private void put(int ordinal, Member old, Member member) {
        members[ordinal] = member;
        count(old, -1);
        count(member, 1);
    }

    private void count(Member member, int change) {
        if (member.isCalculated()) {
            calculated += change;
        } else if (member.isNull()) {
            nulls += change;
        }
    }
}
