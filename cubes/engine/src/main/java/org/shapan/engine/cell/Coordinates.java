package org.shapan.engine.cell;

import java.util.Arrays;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;
import org.shapan.engine.star.CalculatedMember;
import org.shapan.engine.star.Cube;
import org.shapan.engine.star.Member;
import org.shapan.engine.star.StoredMember;

/**
 * Where a context lies in the space of one fact group: grain code and member id per hierarchy of the base cube. Follows a context that
 * changes in few places from cell to cell, so that only these are translated. One thread.
 */
final class Coordinates {
    /** Code of a member at which no fact can lie. */
    static final int OUTSIDE = -2;

    private final FactLayout layout;
    private final int[] baseOf;
    private final Member[] seen;
    private final boolean[] outside;
    private final int[] codes;
    private final int[] ids;
    private int outsideCount;
    private boolean grainChanged = true;

    Coordinates(FactLayout layout, Cube cube) {
        this.layout = layout;
        this.baseOf = layout.group().baseOrdinals(cube);
        this.seen = new Member[baseOf.length];
        this.outside = new boolean[baseOf.length];
        this.codes = new int[layout.size()];
        this.ids = new int[layout.size()];
        Arrays.fill(codes, Grain.ALL); // a hierarchy that the query's cube leaves out restricts nothing
    }

    /** Takes over the places in which the context differs from the last one. Position 0 (measures) is not looked at. */
    void follow(Member[] context) {
        for (int q = 1; q < seen.length; q++) {
            if (context[q] != seen[q]) {
                move(q, context[q]);
            }
        }
    }

    private void move(int q, Member member) {
        int base = baseOf[q];
        int code = code(base, member);
        seen[q] = member;
        boolean out = code == OUTSIDE;
        if (out != outside[q]) {
            outside[q] = out;
            outsideCount += out ? 1 : -1;
        }
        if (!out && base >= 0) {
            put(base, code, idOf(member));
        }
    }

    private int code(int base, Member member) {
        if (member instanceof CalculatedMember) {
            throw new EngineException(
                    OlapErrorCode.INTERNAL,
                    "Calculated member " + member.uniqueName() + " in the context of a stored cell");
        }
        if (member.isNull()) {
            return OUTSIDE;
        }
        if (base < 0) {
            return member.isAll() || member == member.hierarchy().defaultMember() ? Grain.ALL : OUTSIDE;
        }
        return codeOf(base, member);
    }

    private int codeOf(int base, Member member) {
        if (member.isAll()) {
            return Grain.ALL;
        }
        int depth = member.level().depth();
        if (!layout.reaches(base, depth)) {
            return OUTSIDE;
        }
        return member.level().isParentChild() && !isDataMember(member) ? depth | Grain.TREE : depth;
    }

    private static boolean isDataMember(Member member) {
        return member instanceof StoredMember stored && stored.isDataMember();
    }

    /** The id under which segments know a member: a data member stands for its owner's own rows. */
    static int idOf(Member member) {
        return isDataMember(member) ? member.parent().id() : member.id();
    }

    /** Sets one hierarchy of the base cube by hand; the caller sets it back. */
    void put(int base, int code, int id) {
        ids[base] = id;
        if (codes[base] != code) {
            codes[base] = code;
            grainChanged = true;
        }
    }

    /** Whether no fact can lie here: a member the fact does not know or that lies below its granularity, or the null member. */
    boolean isOutside() {
        return outsideCount > 0;
    }

    /** Whether grain codes changed since this was asked last. */
    boolean takeGrainChanged() {
        boolean changed = grainChanged;
        grainChanged = false;
        return changed;
    }

    /** By base ordinal; live. */
    int[] codes() {
        return codes;
    }

    /** By base ordinal; live. */
    int[] ids() {
        return ids;
    }

    FactLayout layout() {
        return layout;
    }

    /** Base ordinal of a hierarchy of the query's cube, or -1. */
    int baseOrdinal(int queryOrdinal) {
        return baseOf[queryOrdinal];
    }

    /** Grain code of a member as if it stood in the context, or {@link #OUTSIDE}. */
    int code(Member member) {
        return code(baseOf[member.hierarchy().ordinal()], member);
    }

    /**
     * Grain codes and ids of any context, without following it.
     *
     * @param skipped by ordinal in the query's cube: hierarchies that do not count and stay {@link Grain#ALL}
     * @return false when no fact can lie there
     */
    boolean place(Member[] context, boolean[] skipped, int[] intoCodes, int[] intoIds) {
        System.arraycopy(codes, 0, intoCodes, 0, codes.length);
        System.arraycopy(ids, 0, intoIds, 0, ids.length);
        for (int q = 1; q < seen.length; q++) {
            int base = baseOf[q];
            if (skipped[q]) {
                if (base >= 0) {
                    intoCodes[base] = Grain.ALL;
                }
                continue;
            }
            int code = code(base, context[q]);
            if (code == OUTSIDE) {
                return false;
            }
            if (base >= 0) {
                intoCodes[base] = code;
                intoIds[base] = idOf(context[q]);
            }
        }
        return true;
    }
}
