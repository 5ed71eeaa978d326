package org.shapan.engine.calc.function;

import static org.shapan.engine.calc.expression.Kind.SET;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.shapan.engine.calc.eval.Calc;
import org.shapan.engine.calc.eval.Evaluator;
import org.shapan.engine.calc.eval.LevelCalc;
import org.shapan.engine.calc.eval.NumericCalc;
import org.shapan.engine.calc.eval.ScalarCalc;
import org.shapan.engine.calc.eval.SetCalc;
import org.shapan.engine.calc.expression.CallExp;
import org.shapan.engine.calc.expression.ExpCompiler;
import org.shapan.engine.calc.expression.MdxFunction;
import org.shapan.engine.calc.expression.Overload.Scope;
import org.shapan.engine.cell.CellValue;
import org.shapan.engine.cell.TupleList;
import org.shapan.engine.star.Level;
import org.shapan.engine.star.Member;

/** Opening members with only their largest or smallest children. */
final class DrillRanked implements Family {
    @Override
    public void define(FunctionTable.Builder table) {
        level(table, "DrilldownLevelTop", "largest", true);
        level(table, "DrilldownLevelBottom", "smallest", false);
        member(table, "DrilldownMemberTop", "largest", true);
        member(table, "DrilldownMemberBottom", "smallest", false);
    }

    private static void level(FunctionTable.Builder table, String name, String which, boolean top) {
        MdxFunction function = MdxFunction.named(
                name,
                "A set with the " + which
                        + " children of the members of a level behind them; without a level, of all members.");
        for (String rest : List.of("", ", <Level>", ", <Level>, <Value>", ", <Empty>, <Value>")) {
            function.overload(
                    name + "(<Set>, <Numeric>" + rest + ")",
                    SET,
                    Scope.ITERATES_CELL,
                    null,
                    (call, c) -> byLevel(call, c, top));
        }
        table.define(function);
    }

    private static void member(FunctionTable.Builder table, String name, String which, boolean top) {
        table.define(MdxFunction.named(
                        name,
                        "A set with the " + which
                                + " children of those of its members that are in a second set behind them.")
                .overload(
                        name + "(<Set>, <Set>, <Numeric>[, <Value>])",
                        SET,
                        Scope.ITERATES_CELL,
                        null,
                        (call, c) -> byMember(call, c, top)));
    }

    private static Calc byLevel(CallExp call, ExpCompiler c, boolean top) {
        SetCalc set = c.set(call.arg(0));
        NumericCalc count = c.number(call.arg(1));
        LevelCalc level = call.has(2) ? c.level(call.arg(2)) : null;
        ScalarCalc value = call.has(3) ? c.scalar(call.arg(3)) : Evaluator::value;
        return (SetCalc) e -> {
            TupleList tuples = set.set(e);
            int n = Navigation.whole(count.number(e));
            Level wanted = level == null ? null : level.level(e);
            if (wanted != null) {
                Drill.checkLevel(tuples, wanted);
            }
            TupleList.Builder rows = new TupleList.Builder(tuples.hierarchies(), tuples.size() * 2);
            for (int row = 0; row < tuples.size(); row++) {
                rows.add(tuples, row);
                Member member = tuples.member(row, 0);
                if (wanted == null || member.level() == wanted) {
                    add(e, tuples, row, 0, n, value, top, rows);
                }
            }
            return rows.build();
        };
    }

    private static Calc byMember(CallExp call, ExpCompiler c, boolean top) {
        SetCalc set = c.set(call.arg(0));
        SetCalc opened = c.set(call.arg(1));
        NumericCalc count = c.number(call.arg(2));
        ScalarCalc value = call.has(3) ? c.scalar(call.arg(3)) : Evaluator::value;
        return (SetCalc) e -> {
            TupleList tuples = set.set(e);
            TupleList openings = opened.set(e);
            Set<Member> open = new HashSet<>();
            for (int row = 0; row < openings.size(); row++) {
                open.add(openings.member(row, 0));
            }
            int n = Navigation.whole(count.number(e));
            TupleList.Builder rows = new TupleList.Builder(tuples.hierarchies(), tuples.size() * 2);
            for (int row = 0; row < tuples.size(); row++) {
                rows.add(tuples, row);
                for (int column = 0; column < tuples.width(); column++) {
                    if (open.contains(tuples.member(row, column))) {
                        add(e, tuples, row, column, n, value, top, rows);
                        break;
                    }
                }
            }
            return rows.build();
        };
    }

    private static void add(
            Evaluator e,
            TupleList tuples,
            int row,
            int column,
            int count,
            ScalarCalc value,
            boolean top,
            TupleList.Builder rows) {
        if (count <= 0) {
            return;
        }
        List<Member> children = MemberWalk.children(e, tuples.member(row, column));
        Object[] values = new Object[children.size()];
        CellValue scratch = e.borrow();
        for (int i = 0; i < values.length; i++) {
            int mark = e.mark();
            e.set(tuples, row);
            e.set(children.get(i));
            value.value(e, scratch);
            e.reset(mark);
            values[i] = scratch.boxed();
        }
        e.giveBack();
        Integer[] order = new Integer[values.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Ordering.byValue(values[a], values[b], top));
        Member[] members = new Member[tuples.width()];
        tuples.copyRow(row, members);
        for (int i = 0; i < Math.min(count, order.length); i++) {
            members[column] = children.get(order[i]);
            rows.add(members);
        }
    }
}
