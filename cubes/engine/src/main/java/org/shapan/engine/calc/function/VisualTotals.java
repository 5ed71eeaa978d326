package org.shapan.engine.calc.function;

import static org.shapan.engine.calc.expression.Kind.SET;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.shapan.engine.api.Region;
import org.shapan.engine.calc.eval.Calc;
import org.shapan.engine.calc.eval.Calculation;
import org.shapan.engine.calc.eval.Evaluator;
import org.shapan.engine.calc.eval.SetCalc;
import org.shapan.engine.calc.eval.StringCalc;
import org.shapan.engine.calc.expression.CallExp;
import org.shapan.engine.calc.expression.ExpCompiler;
import org.shapan.engine.calc.expression.MdxFunction;
import org.shapan.engine.calc.expression.Overload.Scope;
import org.shapan.engine.cell.CellValue;
import org.shapan.engine.cell.TupleList;
import org.shapan.engine.mdx.NullLiteral;
import org.shapan.engine.star.CalculatedMember;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.Labels;
import org.shapan.engine.star.Member;

/** Totals over what a set shows of a member's descendants instead of over all of them. */
final class VisualTotals implements Family {
    /** Visual totals are combined after all formulas. */
    private static final int SOLVE_ORDER = Integer.MIN_VALUE + 1;

    private static final Region NOWHERE = new Region(0, 0, 0, 0);

    @Override
    public void define(FunctionTable.Builder table) {
        table.define(MdxFunction.named(
                        "VisualTotals",
                        "A set in which a member that is followed by descendants stands for those; a pattern names it, * being its own"
                                + " name.")
                .overload("VisualTotals(<Set>)", SET, Scope.VOLATILE, null, VisualTotals::totals)
                .overload("VisualTotals(<Set>, <String>)", SET, Scope.VOLATILE, null, VisualTotals::totals));
    }

    private static Calc totals(CallExp call, ExpCompiler c) {
        if (call.argType(0).hierarchies().size() > 1) {
            throw call.error("VisualTotals takes a set of members, not of tuples");
        }
        SetCalc set = c.set(call.arg(0));
        StringCalc pattern = call.has(1) ? c.string(call.arg(1)) : e -> null;
        return (SetCalc) e -> {
            TupleList tuples = set.set(e);
            String named = pattern.string(e);
            return totals(e, tuples, named);
        };
    }

    private static TupleList totals(Evaluator e, TupleList tuples, String pattern) {
        if (tuples.isEmpty()) {
            return tuples;
        }
        Hierarchy hierarchy = tuples.hierarchies().get(0);
        List<Member> members = new ArrayList<>();
        for (int row = 0; row < tuples.size(); row++) {
            members.add(tuples.member(row, 0));
        }
        // From the end, so that the descendants that a total shows are totals themselves.
        for (int row = members.size() - 2; row >= 0; row--) {
            Member member = members.get(row);
            List<Member> shown = shown(e, members, row);
            if (!member.isCalculated() && !shown.isEmpty()) {
                members.set(row, total(e, member, shown, pattern));
            }
        }
        return TupleList.ofMembers(hierarchy, members);
    }

    /** The descendants that follow a member right behind it, without those that follow a descendant as its own. */
    private static List<Member> shown(Evaluator e, List<Member> members, int row) {
        Member member = e.original(members.get(row));
        List<Member> shown = new ArrayList<>();
        int next = row + 1;
        while (next < members.size() && isBelow(e, members.get(next), member)) {
            Member candidate = members.get(next++);
            shown.add(candidate);
            while (next < members.size() && isBelow(e, members.get(next), e.original(candidate))) {
                next++;
            }
        }
        return shown;
    }

    private static boolean isBelow(Evaluator e, Member member, Member top) {
        Member original = e.original(member);
        return original != top && original.isSelfOrDescendantOf(top);
    }

    private static Member total(Evaluator e, Member member, List<Member> shown, String pattern) {
        Member parent = member.parent();
        String name = pattern == null ? member.name() : name(pattern, member.name());
        String uniqueName = pattern == null
                ? member.uniqueName()
                : (parent == null || parent.isAll() ? member.hierarchy().uniqueName() : parent.uniqueName()) + ".["
                        + name.replace("]", "]]") + "]";
        CalculatedMember total = new CalculatedMember(
                member.id(),
                member.level(),
                parent,
                name,
                uniqueName,
                Labels.NONE,
                new NullLiteral(NOWHERE),
                Map.of(),
                SOLVE_ORDER,
                true);
        TupleList parts = TupleList.ofMembers(member.hierarchy(), shown);
        e.define(total, new Total(parts), e.original(member));
        return total;
    }

    /** {@code **} is an asterisk, {@code *} the name. */
    private static String name(String pattern, String name) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            if (pattern.charAt(i) != '*') {
                text.append(pattern.charAt(i));
            } else if (i + 1 < pattern.length() && pattern.charAt(i + 1) == '*') {
                text.append('*');
                i++;
            } else {
                text.append(name);
            }
        }
        return text.toString();
    }

    private record Total(TupleList parts) implements Calculation {
        @Override
        public void evaluate(Evaluator evaluator, CalculatedMember self, CellValue into) {
            evaluator.aggregate(parts, into);
        }

        @Override
        public TupleList region(Evaluator evaluator, CalculatedMember self) {
            return parts;
        }
    }
}
