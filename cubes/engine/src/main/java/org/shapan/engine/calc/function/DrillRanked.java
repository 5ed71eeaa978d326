package org.shapan.engine.calc.function;

import static org.shapan.engine.calc.expression.Kind.SET;

import java.util.Arrays;
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
        table.define(MdxFunction.named(
                        name,
                        "A set with the " + which
                                + " children of the members of a level behind them; without a level, of all members.")
                .overload(
                        name + "(<Set>, <Numeric>[, <Level>, <Value>, <Symbol>])",
                        SET,
                        Scope.ITERATES_CELL,
                        null,
                        (call, c) -> byLevel(call, c, top)));
    }

    private static void member(FunctionTable.Builder table, String name, String which, boolean top) {
        table.define(MdxFunction.named(
                        name,
                        "A set with the " + which
                                + " children of those of its members that are in a second set behind them; RECURSIVE opens children"
                                + " that are in the second set, too.")
                .overload(
                        name + "(<Set>, <Set>, <Numeric>[, <Value>, <Hierarchy>, <Symbol>, <Symbol>])",
                        SET,
                        Scope.ITERATES_CELL,
                        null,
                        (call, c) -> byMember(call, c, top)));
    }

    private static Calc byLevel(CallExp call, ExpCompiler c, boolean top) {
        Drill.Options options = Drill.Options.of(call, false);
        SetCalc set = c.set(call.arg(0));
        NumericCalc count = c.number(call.arg(1));
        LevelCalc level = call.has(2) ? c.level(call.arg(2)) : null;
        ScalarCalc value = call.has(3) ? c.scalar(call.arg(3)) : Evaluator::value;
        return (SetCalc) e -> {
            TupleList tuples = set.set(e);
            Level wanted = level == null ? null : level.level(e);
            if (wanted != null) {
                Drill.checkLevel(tuples, wanted);
            }
            Ranked ranked = new Ranked(e, Navigation.whole(count.number(e)), value, top, options, Set.of(), tuples);
            for (int row = 0; row < tuples.size(); row++) {
                boolean open = wanted == null || tuples.member(row, 0).level() == wanted;
                ranked.row(row, open ? 0 : -1);
            }
            return ranked.rows.build();
        };
    }

    private static Calc byMember(CallExp call, ExpCompiler c, boolean top) {
        Drill.Options options = Drill.Options.of(call, true);
        SetCalc set = c.set(call.arg(0));
        SetCalc opened = c.set(call.arg(1));
        NumericCalc count = c.number(call.arg(2));
        ScalarCalc value = call.has(3) ? c.scalar(call.arg(3)) : Evaluator::value;
        Drill.ColumnCalc target = Drill.target(call, c, 4);
        return (SetCalc) e -> {
            TupleList tuples = set.set(e);
            Set<Member> open = Drill.members(opened.set(e));
            Ranked ranked = new Ranked(e, Navigation.whole(count.number(e)), value, top, options, open, tuples);
            int wanted = target.column(e, tuples);
            Member[] members = new Member[tuples.width()];
            for (int row = 0; row < tuples.size(); row++) {
                tuples.copyRow(row, members);
                int column = Drill.openColumn(members, open);
                ranked.row(row, column >= 0 && wanted != Drill.ColumnCalc.ANY ? wanted : column);
            }
            return ranked.rows.build();
        };
    }

    /** Opens members with only so many of their children. */
    private static final class Ranked {
        private final Evaluator e;
        private final int count;
        private final ScalarCalc value;
        private final boolean top;
        private final Drill.Options options;
        private final Set<Member> open;
        private final TupleList tuples;
        private final TupleList.Builder rows;

        Ranked(
                Evaluator e,
                int count,
                ScalarCalc value,
                boolean top,
                Drill.Options options,
                Set<Member> open,
                TupleList tuples) {
            this.e = e;
            this.count = count;
            this.value = value;
            this.top = top;
            this.options = options;
            this.open = open;
            this.tuples = tuples;
            this.rows = new TupleList.Builder(tuples.hierarchies(), tuples.size() * 2);
        }

        /** @param column which member to open, negative for none */
        void row(int row, int column) {
            Member[] members = new Member[tuples.width()];
            tuples.copyRow(row, members);
            rows.add(members);
            if (column >= 0 && count > 0) {
                addChildren(members, column);
            }
        }

        private void addChildren(Member[] members, int column) {
            List<Member> children = Drill.children(e, members[column], options.calculated());
            Object[] values = values(members, children);
            Integer[] order = new Integer[values.length];
            Arrays.setAll(order, i -> i);
            Arrays.sort(order, (a, b) -> Ordering.byValue(values[a], values[b], top));
            for (int i = 0; i < Math.min(count, order.length); i++) {
                Member[] below = members.clone();
                below[column] = children.get(order[i]);
                rows.add(below);
                if (options.recursive() && open.contains(below[column])) {
                    addChildren(below, column);
                }
            }
        }

        private Object[] values(Member[] members, List<Member> children) {
            Object[] values = new Object[children.size()];
            CellValue scratch = e.borrow();
            for (int i = 0; i < values.length; i++) {
                int mark = e.mark();
                e.set(members);
                e.set(children.get(i));
                value.value(e, scratch);
                e.reset(mark);
                values[i] = scratch.boxed();
            }
            e.giveBack();
            return values;
        }
    }
}
