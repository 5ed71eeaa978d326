package org.shapan.engine.calc.function;

import static org.shapan.engine.calc.expression.Kind.SET;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.shapan.engine.calc.eval.Calc;
import org.shapan.engine.calc.eval.Evaluator;
import org.shapan.engine.calc.eval.LevelCalc;
import org.shapan.engine.calc.eval.NumericCalc;
import org.shapan.engine.calc.eval.SetCalc;
import org.shapan.engine.calc.expression.CallExp;
import org.shapan.engine.calc.expression.ExpCompiler;
import org.shapan.engine.calc.expression.Kind;
import org.shapan.engine.calc.expression.MdxFunction;
import org.shapan.engine.calc.expression.Overload.Scope;
import org.shapan.engine.cell.TupleList;
import org.shapan.engine.star.Level;
import org.shapan.engine.star.Member;

/** Descendants of members, in the order of the hierarchy. */
final class Descent implements Family {
    private static final Set<String> FLAGS = Set.of(
            "SELF",
            "AFTER",
            "BEFORE",
            "BEFORE_AND_AFTER",
            "SELF_AND_AFTER",
            "SELF_AND_BEFORE",
            "SELF_BEFORE_AFTER",
            "LEAVES");

    @Override
    public void define(FunctionTable.Builder table) {
        MdxFunction function = MdxFunction.named(
                "Descendants",
                "The members below one member or each of a set: on a level or a number of steps down (SELF), above it"
                        + " (BEFORE), below it (AFTER), in any combination, or the LEAVES. Without a level all, the member"
                        + " itself included.");
        for (String of : List.of("<Member>", "<Set>")) {
            function.overload("Descendants(" + of + ")", SET, Scope.PLAIN, null, Descent::all)
                    .overload("Descendants(" + of + ", <Level>[, <Symbol>])", SET, Descent::toLevel)
                    .overload("Descendants(" + of + ", <Numeric>[, <Symbol>])", SET, Descent::bySteps)
                    .overload("Descendants(" + of + ", <Empty>, <Symbol>)", SET, Descent::leaves);
        }
        table.define(function);
    }

    /** Descendants of one member. */
    @FunctionalInterface
    private interface Below {
        void collect(Evaluator evaluator, Member member, List<Member> into);
    }

    private static Calc all(CallExp call, ExpCompiler c) {
        return each(call, c, e -> (evaluator, member, into) -> walk(evaluator, member, into, m -> true, m -> true));
    }

    private static Calc toLevel(CallExp call, ExpCompiler c) {
        Flags flags = Flags.of(call.symbol(2, "SELF", FLAGS));
        LevelCalc level = c.level(call.arg(1));
        return each(call, c, e -> {
            Level wanted = level.level(e);
            int depth = wanted.depth();
            if (flags.leaves) {
                return (evaluator, member, into) -> walk(
                        evaluator,
                        member,
                        into,
                        m -> m.level().depth() == depth
                                && MemberWalk.children(evaluator, m).isEmpty(),
                        m -> m.level().depth() < depth || m.level().isParentChild());
            }
            return (evaluator, member, into) -> walk(
                    evaluator,
                    member,
                    into,
                    m -> flags.admits(Integer.compare(m.level().depth(), depth)),
                    m -> flags.after || m.level().depth() < depth || m.level().isParentChild());
        });
    }

    private static Calc bySteps(CallExp call, ExpCompiler c) {
        Flags flags = Flags.of(call.symbol(2, "SELF", FLAGS));
        NumericCalc steps = c.number(call.arg(1));
        return each(call, c, e -> {
            int wanted = Navigation.whole(steps.number(e));
            return (evaluator, member, into) -> {
                if (flags.leaves) {
                    leaves(evaluator, member, wanted < 0 ? Integer.MAX_VALUE : wanted, into);
                } else {
                    steps(evaluator, member, wanted, flags, into);
                }
            };
        });
    }

    private static Calc leaves(CallExp call, ExpCompiler c) {
        if (!Flags.of(call.symbol(2, "SELF", FLAGS)).leaves) {
            throw call.error("Descendants takes a level or a number unless the flag is LEAVES");
        }
        return each(
                call,
                c,
                e -> (evaluator, member, into) -> walk(
                        evaluator,
                        member,
                        into,
                        m -> MemberWalk.children(evaluator, m).isEmpty(),
                        m -> true));
    }

    /** What to collect, made once per evaluation. */
    @FunctionalInterface
    private interface Plan {
        Below make(Evaluator evaluator);
    }

    private static Calc each(CallExp call, ExpCompiler c, Plan plan) {
        if (call.argType(0).kind() == Kind.SET && call.argType(0).hierarchies().isEmpty()) {
            throw call.error("The hierarchy of the set is not known");
        }
        if (call.argType(0).hierarchies().size() > 1) {
            throw call.error("Descendants takes a member or a set of members, not of tuples");
        }
        SetCalc set = c.set(call.arg(0));
        return (SetCalc) e -> {
            TupleList start = set.set(e);
            Below below = plan.make(e);
            List<Member> members = new ArrayList<>();
            for (int row = 0; row < start.size(); row++) {
                e.check();
                below.collect(e, start.member(row, 0), members);
                e.limits().checkTuples(members.size());
            }
            return TupleList.ofMembers(start.hierarchies().get(0), members);
        };
    }

    /** Asks about one member. */
    @FunctionalInterface
    private interface Test {
        boolean holds(Member member);
    }

    private static void walk(Evaluator e, Member member, List<Member> into, Test wanted, Test further) {
        if (wanted.holds(member)) {
            into.add(member);
        }
        if (further.holds(member)) {
            for (Member child : MemberWalk.children(e, member)) {
                walk(e, child, into, wanted, further);
            }
        }
    }

    private static void steps(Evaluator e, Member member, int left, Flags flags, List<Member> into) {
        if (flags.admits(Integer.compare(0, left))) {
            into.add(member);
        }
        if (left > 0 || flags.after) {
            for (Member child : MemberWalk.children(e, member)) {
                steps(e, child, left - 1, flags, into);
            }
        }
    }

    private static void leaves(Evaluator e, Member member, int left, List<Member> into) {
        List<Member> children = MemberWalk.children(e, member);
        if (children.isEmpty()) {
            into.add(member);
        }
        if (left == -1) {
            return;
        }
        for (Member child : children) {
            leaves(e, child, left - 1, into);
        }
    }

    private record Flags(boolean self, boolean before, boolean after, boolean leaves) {
        static Flags of(String name) {
            return switch (name) {
                case "AFTER" -> new Flags(false, false, true, false);
                case "BEFORE" -> new Flags(false, true, false, false);
                case "BEFORE_AND_AFTER" -> new Flags(false, true, true, false);
                case "SELF_AND_AFTER" -> new Flags(true, false, true, false);
                case "SELF_AND_BEFORE" -> new Flags(true, true, false, false);
                case "SELF_BEFORE_AFTER" -> new Flags(true, true, true, false);
                case "LEAVES" -> new Flags(false, false, false, true);
                default -> new Flags(true, false, false, false);
            };
        }

        /** @param side negative above the wanted depth, 0 on it, positive below */
        boolean admits(int side) {
            return side < 0 ? before : side == 0 ? self : after;
        }
    }
}
