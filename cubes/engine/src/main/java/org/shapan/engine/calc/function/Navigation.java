package org.shapan.engine.calc.function;

import static org.shapan.engine.calc.expression.Kind.LEVEL;
import static org.shapan.engine.calc.expression.Kind.MEMBER;
import static org.shapan.engine.calc.expression.Kind.SET;

import java.util.ArrayList;
import java.util.List;
import org.shapan.engine.calc.eval.Calc;
import org.shapan.engine.calc.eval.Evaluator;
import org.shapan.engine.calc.eval.HierarchyCalc;
import org.shapan.engine.calc.eval.LevelCalc;
import org.shapan.engine.calc.eval.MemberCalc;
import org.shapan.engine.calc.eval.Nulls;
import org.shapan.engine.calc.eval.NumericCalc;
import org.shapan.engine.calc.eval.Scalars;
import org.shapan.engine.calc.eval.SetCalc;
import org.shapan.engine.calc.expression.CallExp;
import org.shapan.engine.calc.expression.ExpCompiler;
import org.shapan.engine.calc.expression.MdxFunction;
import org.shapan.engine.calc.expression.Overload.Scope;
import org.shapan.engine.cell.TupleList;
import org.shapan.engine.star.Level;
import org.shapan.engine.star.Member;

/** From a member to another. */
final class Navigation implements Family {
    /** One step from a member. */
    @FunctionalInterface
    private interface Step {
        Member from(Evaluator evaluator, Member member);
    }

    /** A step over a distance. */
    @FunctionalInterface
    private interface Leap {
        Member from(Evaluator evaluator, Member member, int distance);
    }

    @Override
    public void define(FunctionTable.Builder table) {
        table.define(MdxFunction.named("CurrentMember", "The member at which the context stands in a hierarchy.")
                .overload("<Hierarchy>.CurrentMember", MEMBER, Scope.CURRENT_MEMBER, null, (call, c) -> {
                    HierarchyCalc hierarchy = c.hierarchy(call.arg(0));
                    return (MemberCalc) e -> e.current(hierarchy.hierarchy(e));
                }));
        table.define(MdxFunction.named("DefaultMember", "The member a hierarchy stands at when nothing says otherwise.")
                .overload("<Hierarchy>.DefaultMember", MEMBER, (call, c) -> {
                    HierarchyCalc hierarchy = c.hierarchy(call.arg(0));
                    return (MemberCalc) e -> e.defaultMember(hierarchy.hierarchy(e));
                }));
        step(table, "Parent", "The member above.", MemberWalk::parent);
        step(table, "FirstChild", "The first member below.", (e, m) -> end(MemberWalk.children(e, m), m, true));
        step(table, "LastChild", "The last member below.", (e, m) -> end(MemberWalk.children(e, m), m, false));
        step(table, "FirstSibling", "The first member below the same parent.", (e, m) -> sibling(e, m, true));
        step(table, "LastSibling", "The last member below the same parent.", (e, m) -> sibling(e, m, false));
        step(table, "PrevMember", "The member before, on the same level.", (e, m) -> MemberWalk.lag(e, m, 1));
        step(table, "NextMember", "The member behind, on the same level.", (e, m) -> MemberWalk.lag(e, m, -1));
        step(
                table,
                "DataMember",
                "The member that holds what belongs to a member of a parent-child hierarchy itself, without its children.",
                Navigation::dataMember);
        leap(table, "Lag", "The member a number of places before, on the same level.", MemberWalk::lag);
        leap(
                table,
                "Lead",
                "The member a number of places behind, on the same level.",
                (e, m, distance) -> MemberWalk.lag(e, m, -distance));
        table.define(MdxFunction.named("Ancestor", "The member above, on a level or a number of steps up.")
                .overload("Ancestor(<Member>, <Level>)", MEMBER, (call, c) -> {
                    MemberCalc member = c.member(call.arg(0));
                    LevelCalc level = c.level(call.arg(1));
                    return (MemberCalc) e -> MemberWalk.ancestor(e, member.member(e), level.level(e));
                })
                .overload("Ancestor(<Member>, <Numeric>)", MEMBER, (call, c) -> {
                    MemberCalc member = c.member(call.arg(0));
                    NumericCalc distance = c.number(call.arg(1));
                    return (MemberCalc) e -> MemberWalk.ancestor(e, member.member(e), whole(distance.number(e)));
                }));
        table.define(
                MdxFunction.named("Ancestors", "The members above up to a level or a number of steps, nearest first.")
                        .overload("Ancestors(<Member>, <Level>)", SET, Navigation::ancestorsToLevel)
                        .overload("Ancestors(<Member>, <Numeric>)", SET, Navigation::ancestorsBySteps));
        table.define(MdxFunction.named("Ascendants", "A member and all members above it, itself first.")
                .overload("Ascendants(<Member>)", SET, (call, c) -> {
                    MemberCalc member = c.member(call.arg(0));
                    return (SetCalc) e -> {
                        Member start = member.member(e);
                        return above(e, start, start, Integer.MAX_VALUE);
                    };
                }));
        table.define(MdxFunction.named(
                        "Cousin",
                        "The member that has the same place below the second member as the first below its ancestor.")
                .overload("Cousin(<Member>, <Member>)", MEMBER, (call, c) -> {
                    MemberCalc member = c.member(call.arg(0));
                    MemberCalc ancestor = c.member(call.arg(1));
                    return (MemberCalc) e -> cousin(e, member.member(e), ancestor.member(e));
                }));
    }

    private static void step(FunctionTable.Builder table, String name, String documentation, Step step) {
        table.define(MdxFunction.named(name, documentation).overload("<Member>." + name, MEMBER, (call, c) -> {
            MemberCalc member = c.member(call.arg(0));
            return (MemberCalc) e -> step.from(e, member.member(e));
        }));
    }

    private static void leap(FunctionTable.Builder table, String name, String documentation, Leap leap) {
        table.define(MdxFunction.named(name, documentation)
                .overload("<Member>." + name + "(<Numeric>)", MEMBER, (call, c) -> {
                    MemberCalc member = c.member(call.arg(0));
                    NumericCalc distance = c.number(call.arg(1));
                    return (MemberCalc) e -> leap.from(e, member.member(e), whole(distance.number(e)));
                }));
    }

    /** A number of places: the fraction cut off, empty as 0. */
    static int whole(double number) {
        return Nulls.isNull(number) ? 0 : (int) number;
    }

    private static Member dataMember(Evaluator e, Member member) {
        if (member.isNull() || member.isCalculated() || !member.hierarchy().isParentChild()) {
            return member;
        }
        return member.isAll()
                ? member.hierarchy().nullMember()
                : member.hierarchy().dataMember(member);
    }

    private static Member end(List<Member> members, Member start, boolean first) {
        if (members.isEmpty()) {
            return start.hierarchy().nullMember();
        }
        return first ? members.getFirst() : members.getLast();
    }

    private static Member sibling(Evaluator e, Member member, boolean first) {
        return member.isNull() ? member : end(MemberWalk.siblings(e, member), member, first);
    }

    private static Calc ancestorsToLevel(CallExp call, ExpCompiler c) {
        if (call.argType(1).kind() != LEVEL) {
            throw call.error("The second argument of Ancestors is a level or a number");
        }
        MemberCalc member = c.member(call.arg(0));
        LevelCalc level = c.level(call.arg(1));
        return (SetCalc) e -> {
            Member start = member.member(e);
            Level top = level.level(e);
            if (!start.isNull() && start.hierarchy() != top.hierarchy()) {
                throw Scalars.error("The member '" + start.uniqueName() + "' is not in the hierarchy of the level '"
                        + top.uniqueName() + "'");
            }
            List<Member> members = new ArrayList<>();
            Member m = MemberWalk.parent(e, start);
            while (!m.isNull() && m.level().depth() >= top.depth()) {
                members.add(m);
                m = MemberWalk.parent(e, m);
            }
            return TupleList.ofMembers(top.hierarchy(), members);
        };
    }

    private static Calc ancestorsBySteps(CallExp call, ExpCompiler c) {
        if (!call.argType(1).kind().isScalar()) {
            throw call.error("The second argument of Ancestors is a level or a number");
        }
        if (!call.argType(1).kind().isScalar()) {
            throw call.error("The second argument of Ancestors is a level or a number");
        }
        MemberCalc member = c.member(call.arg(0));
        NumericCalc steps = c.number(call.arg(1));
        return (SetCalc) e -> {
            Member start = member.member(e);
            return above(e, start, MemberWalk.parent(e, start), whole(steps.number(e)));
        };
    }

    private static TupleList above(Evaluator e, Member start, Member first, int most) {
        List<Member> members = new ArrayList<>();
        for (Member m = first; !m.isNull() && members.size() < most; m = MemberWalk.parent(e, m)) {
            members.add(m);
        }
        return TupleList.ofMembers(start.hierarchy(), members);
    }

    static Member cousin(Evaluator e, Member member, Member ancestor) {
        if (member.isNull() || ancestor.isNull()) {
            return member.hierarchy().nullMember();
        }
        if (member.hierarchy() != ancestor.hierarchy()) {
            throw Scalars.error("The members of Cousin must be of one hierarchy, not '" + member.uniqueName()
                    + "' and '" + ancestor.uniqueName() + "'");
        }
        if (member.level().depth() < ancestor.level().depth()) {
            return member.hierarchy().nullMember();
        }
        return cousinBelow(e, member, ancestor);
    }

    private static Member cousinBelow(Evaluator e, Member member, Member ancestor) {
        if (member.level() == ancestor.level()) {
            return ancestor;
        }
        Member parent = MemberWalk.parent(e, member);
        if (parent.isNull()) {
            return parent;
        }
        Member uncle = cousinBelow(e, parent, ancestor);
        int place = MemberWalk.places(e, parent).indexOf(member);
        List<Member> cousins = MemberWalk.places(e, uncle);
        return place >= 0 && place < cousins.size()
                ? cousins.get(place)
                : member.hierarchy().nullMember();
    }
}
