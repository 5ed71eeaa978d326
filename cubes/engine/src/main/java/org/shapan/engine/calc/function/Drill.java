package org.shapan.engine.calc.function;

import static org.shapan.engine.calc.expression.Kind.SET;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.shapan.engine.calc.eval.Calc;
import org.shapan.engine.calc.eval.Evaluator;
import org.shapan.engine.calc.eval.LevelCalc;
import org.shapan.engine.calc.eval.NumericCalc;
import org.shapan.engine.calc.eval.Scalars;
import org.shapan.engine.calc.eval.SetCalc;
import org.shapan.engine.calc.expression.CallExp;
import org.shapan.engine.calc.expression.ExpCompiler;
import org.shapan.engine.calc.expression.MdxFunction;
import org.shapan.engine.cell.TupleList;
import org.shapan.engine.star.Level;
import org.shapan.engine.star.Member;

/** What a pivot does when a user opens and closes members. A member is drilled when one of its descendants follows it. */
final class Drill implements Family {
    private static final Set<String> CALCULATED = Set.of("INCLUDE_CALC_MEMBERS");

    @Override
    public void define(FunctionTable.Builder table) {
        table.define(MdxFunction.named(
                        "DrilldownLevel",
                        "A set with the children of the members of a level, or of its deepest level, behind their parents.")
                .overload("DrilldownLevel(<Set>)", SET, Drill::level)
                .overload("DrilldownLevel(<Set>, <Level>)", SET, Drill::level)
                .overload("DrilldownLevel(<Set>, <Empty>, <Numeric>)", SET, Drill::byIndex)
                .overload("DrilldownLevel(<Set>, <Empty>, <Empty>, <Symbol>)", SET, Drill::level)
                .overload("DrilldownLevel(<Set>, <Level>, <Empty>, <Symbol>)", SET, Drill::level)
                .overload("DrilldownLevel(<Set>, <Empty>, <Numeric>, <Symbol>)", SET, Drill::byIndex));
        table.define(MdxFunction.named(
                        "DrilldownMember",
                        "A set with the children of those of its members that are in a second set behind them.")
                .overload("DrilldownMember(<Set>, <Set>)", SET, Drill::member)
                .overload("DrilldownMember(<Set>, <Set>, <Symbol>)", SET, Drill::member)
                .overload("DrilldownMember(<Set>, <Set>, <Empty>, <Empty>, <Symbol>)", SET, Drill::member));
        table.define(MdxFunction.named(
                        "DrillupLevel", "A set without the members below a level, or without its deepest level.")
                .overload("DrillupLevel(<Set>)", SET, Drill::upLevel)
                .overload("DrillupLevel(<Set>, <Level>)", SET, Drill::upLevel));
        table.define(MdxFunction.named("DrillupMember", "A set without the descendants of the members of a second set.")
                .overload("DrillupMember(<Set>, <Set>)", SET, Drill::upMember));
        table.define(MdxFunction.named(
                        "ToggleDrillState",
                        "A set in which the members of a second set are closed when they are open, else opened.")
                .overload("ToggleDrillState(<Set>, <Set>)", SET, Drill::toggle)
                .overload("ToggleDrillState(<Set>, <Set>, <Symbol>)", SET, (call, c) -> {
                    throw call.error("RECURSIVE is not offered in ToggleDrillState");
                }));
    }

    private static Calc level(CallExp call, ExpCompiler c) {
        boolean calculated = call.symbol(3, "", CALCULATED).equals("INCLUDE_CALC_MEMBERS");
        SetCalc set = c.set(call.arg(0));
        LevelCalc level = call.has(1) ? c.level(call.arg(1)) : null;
        return (SetCalc) e -> {
            TupleList tuples = set.set(e);
            int depth = level == null ? deepest(tuples) : level.level(e).depth();
            TupleList.Builder rows = new TupleList.Builder(tuples.hierarchies(), tuples.size() * 2);
            for (int row = 0; row < tuples.size(); row++) {
                rows.add(tuples, row);
                Member member = tuples.member(row, 0);
                if (member.level().depth() == depth && !isDrilled(tuples, row, 0)) {
                    addChildren(e, tuples, row, 0, calculated, rows);
                }
            }
            return rows.build();
        };
    }

    private static Calc byIndex(CallExp call, ExpCompiler c) {
        boolean calculated = call.symbol(3, "", CALCULATED).equals("INCLUDE_CALC_MEMBERS");
        SetCalc set = c.set(call.arg(0));
        NumericCalc index = c.number(call.arg(2));
        return (SetCalc) e -> {
            TupleList tuples = set.set(e);
            int column = Navigation.whole(index.number(e));
            if (column < 0 || column >= tuples.width()) {
                return tuples;
            }
            TupleList.Builder rows = new TupleList.Builder(tuples.hierarchies(), tuples.size() * 2);
            for (int row = 0; row < tuples.size(); row++) {
                rows.add(tuples, row);
                addChildren(e, tuples, row, column, calculated, rows);
            }
            return rows.build();
        };
    }

    private static Calc member(CallExp call, ExpCompiler c) {
        boolean recursive = call.symbol(2, "", Set.of("RECURSIVE")).equals("RECURSIVE");
        boolean calculated = call.symbol(4, "", CALCULATED).equals("INCLUDE_CALC_MEMBERS");
        SetCalc set = c.set(call.arg(0));
        SetCalc opened = c.set(call.arg(1));
        return (SetCalc) e -> {
            TupleList tuples = set.set(e);
            Set<Member> open = members(opened.set(e));
            TupleList.Builder rows = new TupleList.Builder(tuples.hierarchies(), tuples.size() * 2);
            Member[] row = new Member[tuples.width()];
            for (int i = 0; i < tuples.size(); i++) {
                tuples.copyRow(i, row);
                open(e, row, open, recursive, calculated, rows);
            }
            return rows.build();
        };
    }

    private static void open(
            Evaluator e,
            Member[] row,
            Set<Member> open,
            boolean recursive,
            boolean calculated,
            TupleList.Builder rows) {
        rows.add(row);
        for (int column = 0; column < row.length; column++) {
            Member member = row[column];
            if (!open.contains(member)) {
                continue;
            }
            for (Member child : children(e, member, calculated)) {
                Member[] below = row.clone();
                below[column] = child;
                if (recursive) {
                    open(e, below, open, true, calculated, rows);
                } else {
                    rows.add(below);
                }
            }
            return;
        }
    }

    private static Calc upLevel(CallExp call, ExpCompiler c) {
        SetCalc set = c.set(call.arg(0));
        LevelCalc level = call.has(1) ? c.level(call.arg(1)) : null;
        return (SetCalc) e -> {
            TupleList tuples = set.set(e);
            int depth = level == null ? deepest(tuples) - 1 : level.level(e).depth();
            TupleList.Builder rows = new TupleList.Builder(tuples.hierarchies(), tuples.size());
            for (int row = 0; row < tuples.size(); row++) {
                if (tuples.member(row, 0).level().depth() <= depth) {
                    rows.add(tuples, row);
                }
            }
            return rows.build();
        };
    }

    private static Calc upMember(CallExp call, ExpCompiler c) {
        SetCalc set = c.set(call.arg(0));
        SetCalc closed = c.set(call.arg(1));
        return (SetCalc) e -> {
            TupleList tuples = set.set(e);
            Set<Member> above = members(closed.set(e));
            TupleList.Builder rows = new TupleList.Builder(tuples.hierarchies(), tuples.size());
            for (int row = 0; row < tuples.size(); row++) {
                if (!isBelow(tuples, row, above)) {
                    rows.add(tuples, row);
                }
            }
            return rows.build();
        };
    }

    private static Calc toggle(CallExp call, ExpCompiler c) {
        SetCalc set = c.set(call.arg(0));
        SetCalc toggled = c.set(call.arg(1));
        return (SetCalc) e -> {
            TupleList tuples = set.set(e);
            Set<Member> toggles = members(toggled.set(e));
            TupleList.Builder rows = new TupleList.Builder(tuples.hierarchies(), tuples.size() * 2);
            int row = 0;
            while (row < tuples.size()) {
                rows.add(tuples, row);
                int column = columnOf(tuples, row, toggles);
                int next = row + 1;
                if (column >= 0) {
                    if (isDrilled(tuples, row, column)) {
                        Member open = tuples.member(row, column);
                        while (next < tuples.size() && isStrictlyBelow(tuples.member(next, column), open)) {
                            next++;
                        }
                    } else {
                        addChildren(e, tuples, row, column, false, rows);
                    }
                }
                row = next;
            }
            return rows.build();
        };
    }

    private static int columnOf(TupleList tuples, int row, Set<Member> members) {
        for (int column = 0; column < tuples.width(); column++) {
            if (members.contains(tuples.member(row, column))) {
                return column;
            }
        }
        return -1;
    }

    private static boolean isBelow(TupleList tuples, int row, Set<Member> above) {
        for (int column = 0; column < tuples.width(); column++) {
            for (Member m = tuples.member(row, column).parent(); m != null; m = m.parent()) {
                if (above.contains(m)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isDrilled(TupleList tuples, int row, int column) {
        return row + 1 < tuples.size() && isStrictlyBelow(tuples.member(row + 1, column), tuples.member(row, column));
    }

    private static boolean isStrictlyBelow(Member member, Member above) {
        return member != above && member.isSelfOrDescendantOf(above);
    }

    private static void addChildren(
            Evaluator e, TupleList tuples, int row, int column, boolean calculated, TupleList.Builder rows) {
        Member[] members = new Member[tuples.width()];
        tuples.copyRow(row, members);
        for (Member child : children(e, tuples.member(row, column), calculated)) {
            members[column] = child;
            rows.add(members);
        }
    }

    static List<Member> children(Evaluator e, Member member, boolean calculated) {
        List<Member> children = MemberWalk.children(e, member);
        if (!calculated) {
            return children;
        }
        List<Member> all = new ArrayList<>(children);
        all.addAll(MemberWalk.calculatedChildren(e, member.hierarchy(), member));
        return all;
    }

    private static int deepest(TupleList tuples) {
        int deepest = 0;
        for (int row = 0; row < tuples.size(); row++) {
            deepest = Math.max(deepest, tuples.member(row, 0).level().depth());
        }
        return deepest;
    }

    private static Set<Member> members(TupleList tuples) {
        Set<Member> members = new HashSet<>();
        for (int row = 0; row < tuples.size(); row++) {
            members.add(tuples.member(row, 0));
        }
        return members;
    }

    static void checkLevel(TupleList tuples, Level level) {
        if (!tuples.isEmpty() && tuples.hierarchies().get(0) != level.hierarchy()) {
            throw Scalars.error("The level " + level.uniqueName() + " is not of the hierarchy "
                    + tuples.hierarchies().get(0).uniqueName());
        }
    }
}
