package org.shapan.engine.calc.function;

import static org.shapan.engine.calc.expression.Kind.LOGICAL;
import static org.shapan.engine.calc.expression.Kind.MEMBER;
import static org.shapan.engine.calc.expression.Kind.SET;
import static org.shapan.engine.calc.expression.Kind.TUPLE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.shapan.engine.calc.eval.Calc;
import org.shapan.engine.calc.eval.Evaluator;
import org.shapan.engine.calc.eval.HierarchyCalc;
import org.shapan.engine.calc.eval.LogicalCalc;
import org.shapan.engine.calc.eval.MemberCalc;
import org.shapan.engine.calc.eval.NumericCalc;
import org.shapan.engine.calc.eval.SetCalc;
import org.shapan.engine.calc.eval.TupleCalc;
import org.shapan.engine.calc.expression.CallExp;
import org.shapan.engine.calc.expression.Exp;
import org.shapan.engine.calc.expression.ExpCompiler;
import org.shapan.engine.calc.expression.MdxFunction;
import org.shapan.engine.calc.expression.Overload.Scope;
import org.shapan.engine.calc.expression.Type;
import org.shapan.engine.cell.TupleList;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.Level;
import org.shapan.engine.star.Member;

/** How members stand to each other, and the members at the ends of hierarchies. */
final class Kinship implements Family {
    @Override
    public void define(FunctionTable.Builder table) {
        table.define(MdxFunction.named("IsAncestor", "Whether the first member is above the second.")
                .overload(
                        "IsAncestor(<Member>, <Member>)",
                        LOGICAL,
                        (call, c) -> both(call, c, (a, b) -> a != b && b.isSelfOrDescendantOf(a))));
        table.define(MdxFunction.named("IsSibling", "Whether two members stand below the same parent.")
                .overload("IsSibling(<Member>, <Member>)", LOGICAL, (call, c) -> both(call, c, Kinship::areSiblings)));
        table.define(MdxFunction.named("IsLeaf", "Whether a member has no members below it.")
                .overload("IsLeaf(<Member>)", LOGICAL, (call, c) -> {
                    MemberCalc member = c.member(call.arg(0));
                    return (LogicalCalc) e -> isLeaf(e, member.member(e));
                }));
        table.define(MdxFunction.named(
                        "IsGeneration",
                        "Whether a member is of a generation: leaves are generation 0, every other member is one above the highest of"
                                + " its children.")
                .overload("IsGeneration(<Member>, <Numeric>)", LOGICAL, (call, c) -> {
                    MemberCalc member = c.member(call.arg(0));
                    NumericCalc generation = c.number(call.arg(1));
                    return (LogicalCalc) e -> {
                        Member m = member.member(e);
                        return !m.isNull() && generation(e, m) == Navigation.whole(generation.number(e));
                    };
                }));
        table.define(MdxFunction.named("Leaves", "The members of a hierarchy that have no members below them.")
                .overload("Leaves(<Hierarchy>)", SET, (call, c) -> {
                    HierarchyCalc hierarchy = c.hierarchy(call.arg(0));
                    return (SetCalc) e -> leaves(e, hierarchy.hierarchy(e));
                }));
        table.define(MdxFunction.named(
                        "LinkMember",
                        "The member of another hierarchy that has the same keys as a member: of the other use of a shared dimension, for"
                                + " instance; none when there is none.")
                .overload("LinkMember(<Member>, <Hierarchy>)", MEMBER, Scope.PLAIN, Kinship::linkType, (call, c) -> {
                    MemberCalc member = c.member(call.arg(0));
                    HierarchyCalc hierarchy = c.hierarchy(call.arg(1));
                    return (MemberCalc) e -> link(e, member.member(e), hierarchy.hierarchy(e));
                }));
        table.define(MdxFunction.named(
                        "Root",
                        "The tuple of the all members (where there is none, the default members) of a dimension, or of the whole cube"
                                + " without an argument; a tuple with the all members of the other hierarchies of its dimensions.")
                .overload("Root()", TUPLE, CubeFunctions::replaced)
                .overload("Root(<Dimension>)", TUPLE, Scope.PLAIN, args -> tuple(rooted(args)), Kinship::root)
                .overload("Root(<Tuple>)", TUPLE, Scope.PLAIN, args -> tuple(rooted(args)), Kinship::root));
    }

    /** A question about two members. */
    @FunctionalInterface
    private interface Question {
        boolean holds(Member first, Member second);
    }

    private static Calc both(CallExp call, ExpCompiler c, Question question) {
        MemberCalc first = c.member(call.arg(0));
        MemberCalc second = c.member(call.arg(1));
        return (LogicalCalc) e -> {
            Member a = first.member(e);
            Member b = second.member(e);
            return !a.isNull() && !b.isNull() && question.holds(a, b);
        };
    }

    private static boolean areSiblings(Member a, Member b) {
        return a.hierarchy() == b.hierarchy() && a.parent() == b.parent();
    }

    private static boolean isLeaf(Evaluator e, Member member) {
        return !member.isNull() && MemberWalk.children(e, member).isEmpty();
    }

    private static int generation(Evaluator e, Member member) {
        if (isBalanced(member.hierarchy()) && !member.isCalculated()) {
            return lastDepth(e, member.hierarchy()) - member.depth();
        }
        int highest = -1;
        for (Member child : MemberWalk.children(e, member)) {
            e.check();
            highest = Math.max(highest, generation(e, child));
        }
        return highest + 1;
    }

    /** Whether all leaves are on the last level. */
    private static boolean isBalanced(Hierarchy hierarchy) {
        return !hierarchy.isParentChild() && !hierarchy.isRagged();
    }

    private static int lastDepth(Evaluator e, Hierarchy hierarchy) {
        List<Level> levels = e.access().levels(hierarchy);
        return levels.isEmpty() ? 0 : levels.getLast().depth();
    }

    private static TupleList leaves(Evaluator e, Hierarchy hierarchy) {
        List<Level> levels = e.access().levels(hierarchy);
        if (levels.isEmpty()) {
            return TupleList.empty(List.of(hierarchy));
        }
        if (isBalanced(hierarchy)) {
            return TupleList.ofMembers(hierarchy, MemberWalk.members(e, levels.getLast()));
        }
        List<Member> leaves = new ArrayList<>();
        e.access().roots(hierarchy).forEach(root -> addLeaves(e, root, leaves));
        return TupleList.ofMembers(hierarchy, leaves);
    }

    private static void addLeaves(Evaluator e, Member member, List<Member> into) {
        e.check();
        List<Member> children = MemberWalk.children(e, member);
        if (children.isEmpty()) {
            into.add(member);
        }
        children.forEach(child -> addLeaves(e, child, into));
    }

    private static Type linkType(List<Exp> args) {
        Hierarchy hierarchy = args.get(1).type().hierarchy();
        return hierarchy == null ? Type.of(MEMBER) : Type.member(hierarchy);
    }

    /** By the keys from the top down, or by the member's own key where the hierarchies have different levels above it. */
    private static Member link(Evaluator e, Member member, Hierarchy hierarchy) {
        if (member.hierarchy() == hierarchy) {
            return member;
        }
        if (member.isNull()
                || member.isCalculated()
                || member.isMeasure()
                || !e.access().canSee(hierarchy)) {
            return hierarchy.nullMember();
        }
        if (member.isAll()) {
            return hierarchy.hasAll() && e.access().canSee(hierarchy.allMember())
                    ? hierarchy.allMember()
                    : hierarchy.nullMember();
        }
        String key = String.valueOf(member.key());
        Member parent = member.parent();
        Member above = parent == null || parent.isAll() && !hierarchy.hasAll() ? null : link(e, parent, hierarchy);
        Member found = above != null && above.isNull() ? null : e.access().childByKey(hierarchy, above, key);
        return MemberWalk.orNull(found == null ? e.access().childByKey(hierarchy, null, key) : found, hierarchy);
    }

    private static Type tuple(List<Hierarchy> hierarchies) {
        return hierarchies.size() == 1 ? Type.member(hierarchies.get(0)) : Type.tuple(hierarchies);
    }

    /** All hierarchies of the dimensions of an argument. */
    private static List<Hierarchy> rooted(List<Exp> args) {
        return args.get(0).type().tupleHierarchies().stream()
                .flatMap(hierarchy -> hierarchy.dimension().hierarchies().stream())
                .distinct()
                .toList();
    }

    private static Calc root(CallExp call, ExpCompiler c) {
        List<Hierarchy> hierarchies = rooted(call.args());
        TupleCalc given = call.argType(0).kind() == MEMBER || call.argType(0).kind() == TUPLE
                ? c.tuple(call.arg(0))
                : e -> new Member[0];
        TupleCalc tuple = e -> {
            Member[] fixed = given.tuple(e);
            return hierarchies.stream()
                    .map(hierarchy -> Arrays.stream(fixed)
                            .filter(member -> member.hierarchy() == hierarchy)
                            .findFirst()
                            .orElseGet(() -> top(e, hierarchy)))
                    .toArray(Member[]::new);
        };
        return hierarchies.size() == 1 ? (MemberCalc) e -> tuple.tuple(e)[0] : tuple;
    }

    private static Member top(Evaluator e, Hierarchy hierarchy) {
        return hierarchy.hasAll() && e.access().canSee(hierarchy.allMember())
                ? hierarchy.allMember()
                : e.defaultMember(hierarchy);
    }
}
