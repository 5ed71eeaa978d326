package org.shapan.engine.calc.function;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.shapan.engine.calc.eval.Evaluator;
import org.shapan.engine.calc.eval.Scalars;
import org.shapan.engine.star.CalculatedMember;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.Level;
import org.shapan.engine.star.Member;

/**
 * Steps from member to member as the role sees the hierarchy. Where there is no member, the null member stands. Within a subselect, what is
 * below or beside a member is what the subselect keeps; a place (so many members before, a range, a cousin) counts all members, lest the
 * month before March be January.
 */
final class MemberWalk {
    private static final int[] NO_HIERARCHY = {};

    private MemberWalk() {}

    static Member orNull(Member member, Hierarchy hierarchy) {
        return member == null ? hierarchy.nullMember() : member;
    }

    static Member parent(Evaluator e, Member member) {
        if (member.isNull()) {
            return member;
        }
        Member parent = member.isCalculated() ? member.parent() : e.access().parent(member);
        return orNull(parent, member.hierarchy());
    }

    static List<Member> children(Evaluator e, Member member) {
        if (member.isNull() || member.isCalculated() || member.isMeasure()) {
            return List.of();
        }
        return e.access().children(member);
    }

    /** The member itself and those beside it, below the same parent. */
    static List<Member> siblings(Evaluator e, Member member) {
        if (member.isNull()) {
            return List.of();
        }
        Member parent = parent(e, member);
        return parent.isNull()
                ? e.access().roots(member.hierarchy())
                : e.access().children(parent);
    }

    /** The children of which the place counts: those that the role sees, whatever subselects keep. */
    static List<Member> places(Evaluator e, Member parent) {
        boolean stored = !parent.isNull() && !parent.isCalculated();
        return stored ? e.subcube().role().children(parent) : List.of();
    }

    /** The member {@code distance} places before, on the same level; behind when negative. */
    static Member lag(Evaluator e, Member member, int distance) {
        if (member.isNull() || distance == 0) {
            return member;
        }
        LevelOrder order = order(e, member);
        Integer position = order.positions.get(member);
        long wanted = position == null ? -1 : (long) position - distance;
        return wanted < 0 || wanted >= order.members.size()
                ? member.hierarchy().nullMember()
                : order.members.get((int) wanted);
    }

    /** The members of a level from one to the other, in the order of the level. */
    static List<Member> range(Evaluator e, Member from, Member to) {
        if (from.level() != to.level() || from.depth() != to.depth()) {
            throw Scalars.error(
                    "The ends of a range must be on one level, not " + from.uniqueName() + " and " + to.uniqueName());
        }
        LevelOrder order = order(e, from);
        Integer first = order.positions.get(from);
        Integer last = order.positions.get(to);
        if (first == null || last == null) {
            return first == null && last == null && from == to ? List.of(from) : List.of();
        }
        return order.members.subList(Math.min(first, last), Math.max(first, last) + 1);
    }

    /** The ancestor, or the member itself, on a level; the null member when the level is below. */
    static Member ancestor(Evaluator e, Member member, Level level) {
        if (!member.isNull() && member.hierarchy() != level.hierarchy()) {
            throw Scalars.error("The member '" + member.uniqueName() + "' is not in the same hierarchy as the level '"
                    + level.uniqueName() + "'");
        }
        Member m = member;
        while (!m.isNull() && m.level() != level && m.level().depth() > level.depth()) {
            m = parent(e, m);
        }
        return !m.isNull() && m.level() == level ? m : level.hierarchy().nullMember();
    }

    /** The ancestor a number of steps above; the member itself for 0. */
    static Member ancestor(Evaluator e, Member member, int distance) {
        if (distance < 0) {
            return member.hierarchy().nullMember();
        }
        Member m = member;
        for (int i = 0; i < distance && !m.isNull(); i++) {
            m = parent(e, m);
        }
        return m;
    }

    /**
     * Order of members in their hierarchy: an ancestor before its descendants, or behind them when {@code post}; siblings in the order
     * of the hierarchy, calculated ones last in order of definition.
     */
    static int compare(Member a, Member b, boolean post) {
        if (a == b) {
            return 0;
        }
        if (a.isNull() || b.isNull()) {
            return a.isNull() ? -1 : 1;
        }
        if (!post && !a.isCalculated() && !b.isCalculated()) {
            return a.compareRank(b);
        }
        if (b.isSelfOrDescendantOf(a)) {
            return post ? 1 : -1;
        }
        if (a.isSelfOrDescendantOf(b)) {
            return post ? -1 : 1;
        }
        // Steps, not depths: in a ragged hierarchy a child may stand several levels below its parent.
        int stepsA = steps(a);
        int stepsB = steps(b);
        Member x = up(a, stepsA - stepsB);
        Member y = up(b, stepsB - stepsA);
        while (x.parent() != y.parent()) {
            x = x.parent();
            y = y.parent();
        }
        int byRank = x.compareRank(y);
        return byRank == 0 ? Integer.compare(y.id(), x.id()) : byRank;
    }

    private static int steps(Member member) {
        int steps = 0;
        for (Member m = member.parent(); m != null; m = m.parent()) {
            steps++;
        }
        return steps;
    }

    private static Member up(Member member, int steps) {
        Member m = member;
        for (int i = 0; i < steps; i++) {
            m = m.parent();
        }
        return m;
    }

    /** The members of a level as the role sees them, calculated ones not among them. */
    static List<Member> members(Evaluator e, Level level) {
        return e.access().members(level);
    }

    /** Calculated members of a hierarchy that stand below a parent; below null for roots. */
    static List<CalculatedMember> calculatedChildren(Evaluator e, Hierarchy hierarchy, Member parent) {
        return e.formulas().calculatedMembers(hierarchy).stream()
                .filter(member -> member.parent() == parent)
                .toList();
    }

    private static LevelOrder order(Evaluator e, Member member) {
        Level level = member.level();
        if (!level.isParentChild()) {
            return e.sets().get(level, NO_HIERARCHY, e, any -> new LevelOrder(places(e, level)));
        }
        List<Member> sameDepth = new ArrayList<>();
        for (Member other : places(e, level)) {
            if (other.depth() == member.depth()) {
                sameDepth.add(other);
            }
        }
        return new LevelOrder(sameDepth);
    }

    private static List<Member> places(Evaluator e, Level level) {
        return e.subcube().role().members(level);
    }

    /** The members of a level with their positions. */
    private static final class LevelOrder {
        private final List<Member> members;
        private final Map<Member, Integer> positions;

        LevelOrder(List<Member> members) {
            this.members = Collections.unmodifiableList(members);
            this.positions = new IdentityHashMap<>(members.size());
            for (int i = 0; i < members.size(); i++) {
                positions.put(members.get(i), i);
            }
        }
    }
}
