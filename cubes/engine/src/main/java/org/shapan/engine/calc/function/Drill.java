package org.shapan.engine.calc.function;

import static org.shapan.engine.calc.expression.Kind.SET;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.shapan.engine.calc.eval.Calc;
import org.shapan.engine.calc.eval.Evaluator;
import org.shapan.engine.calc.eval.HierarchyCalc;
import org.shapan.engine.calc.eval.LevelCalc;
import org.shapan.engine.calc.eval.NumericCalc;
import org.shapan.engine.calc.eval.Scalars;
import org.shapan.engine.calc.eval.SetCalc;
import org.shapan.engine.calc.expression.CallExp;
import org.shapan.engine.calc.expression.ExpCompiler;
import org.shapan.engine.calc.expression.Kind;
import org.shapan.engine.calc.expression.MdxFunction;
import org.shapan.engine.cell.TupleList;
import org.shapan.engine.star.Level;
import org.shapan.engine.star.Member;

/** What a pivot does when a user opens and closes members. A member is drilled when one of its descendants follows it. */
final class Drill implements Family {
    @Override
    public void define(FunctionTable.Builder table) {
        table.define(MdxFunction.named(
                        "DrilldownLevel",
                        "A set with the children of the members of a level, or of its deepest level, behind their parents; a number says"
                                + " which member of a tuple is opened, counted from 0. With INCLUDE_CALC_MEMBERS calculated children"
                                + " come too.")
                .overload("DrilldownLevel(<Set>[, <Level>, <Numeric>, <Symbol>])", SET, Drill::level));
        table.define(MdxFunction.named(
                        "DrilldownMember",
                        "A set with the children of those of its members that are in a second set behind them; of tuples with such a"
                                + " member, the member of the hierarchy given is opened, else that member itself. What is open stays as"
                                + " it is. RECURSIVE opens children that are in the second set, too; with INCLUDE_CALC_MEMBERS"
                                + " calculated children come too.")
                .overload("DrilldownMember(<Set>, <Set>[, <Hierarchy>, <Symbol>, <Symbol>])", SET, Drill::member)
                .overload("DrilldownMember(<Set>, <Set>, <Symbol>[, <Symbol>])", SET, Drill::member));
        table.define(MdxFunction.named(
                        "DrillupLevel", "A set without the members below a level, or without its deepest level.")
                .overload("DrillupLevel(<Set>[, <Level>])", SET, Drill::upLevel));
        table.define(MdxFunction.named("DrillupMember", "A set without the descendants of the members of a second set.")
                .overload("DrillupMember(<Set>, <Set>)", SET, Drill::upMember));
        table.define(MdxFunction.named(
                        "ToggleDrillState",
                        "A set in which the members of a second set are closed when they are open, else opened as by DrilldownMember;"
                                + " with INCLUDE_CALC_MEMBERS calculated children come too.")
                .overload("ToggleDrillState(<Set>, <Set>[, <Empty>, <Symbol>])", SET, Drill::toggle)
                .overload("ToggleDrillState(<Set>, <Set>, <Symbol>)", SET, Drill::toggle));
    }

    /**
     * How members are opened.
     *
     * @param recursive whether children that are to be opened are opened, too
     * @param calculated whether calculated children come along
     */
    record Options(boolean recursive, boolean calculated) {
        private static final String RECURSIVE = "RECURSIVE";
        private static final String INCLUDE_CALC_MEMBERS = "INCLUDE_CALC_MEMBERS";

        /** The keywords behind the other arguments, wherever they stand. */
        static Options of(CallExp call, boolean mayRecurse) {
            Set<String> allowed = mayRecurse ? Set.of(RECURSIVE, INCLUDE_CALC_MEMBERS) : Set.of(INCLUDE_CALC_MEMBERS);
            Set<String> given = new HashSet<>();
            for (int i = 0; i < call.args().size(); i++) {
                if (call.argType(i).kind() == Kind.SYMBOL) {
                    given.add(call.symbol(i, "", allowed));
                }
            }
            return new Options(given.contains(RECURSIVE), given.contains(INCLUDE_CALC_MEMBERS));
        }
    }

    private static Calc level(CallExp call, ExpCompiler c) {
        Options options = Options.of(call, false);
        SetCalc set = c.set(call.arg(0));
        if (!call.has(1) && call.has(2)) {
            return byIndex(call, c, set, options);
        }
        LevelCalc level = call.has(1) ? c.level(call.arg(1)) : null;
        return (SetCalc) e -> {
            TupleList tuples = set.set(e);
            int depth = level == null ? deepest(tuples) : level.level(e).depth();
            TupleList.Builder rows = new TupleList.Builder(tuples.hierarchies(), tuples.size() * 2);
            for (int row = 0; row < tuples.size(); row++) {
                rows.add(tuples, row);
                Member member = tuples.member(row, 0);
                if (member.level().depth() == depth && !isDrilled(tuples, row, 0)) {
                    addChildren(e, tuples, row, 0, options.calculated, rows);
                }
            }
            return rows.build();
        };
    }

    private static Calc byIndex(CallExp call, ExpCompiler c, SetCalc set, Options options) {
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
                addChildren(e, tuples, row, column, options.calculated, rows);
            }
            return rows.build();
        };
    }

    private static Calc member(CallExp call, ExpCompiler c) {
        Options options = Options.of(call, true);
        SetCalc set = c.set(call.arg(0));
        SetCalc opened = c.set(call.arg(1));
        ColumnCalc target = target(call, c, 2);
        return (SetCalc) e -> {
            TupleList tuples = set.set(e);
            Opening opening = new Opening(e, members(opened.set(e)), options, tuples.size() * 2, tuples);
            int column = target.column(e, tuples);
            for (int row = 0; row < tuples.size(); row++) {
                opening.row(row, column);
            }
            return opening.rows.build();
        };
    }

    /** The member of a tuple that is to be opened. */
    @FunctionalInterface
    interface ColumnCalc {
        int ANY = -1;

        /** Position in the tuples, or {@link #ANY}. */
        int column(Evaluator evaluator, TupleList tuples);
    }

    /** The hierarchy that an argument names, if it does. */
    static ColumnCalc target(CallExp call, ExpCompiler c, int index) {
        if (!call.has(index) || call.argType(index).kind() == Kind.SYMBOL) {
            return (e, tuples) -> ColumnCalc.ANY;
        }
        HierarchyCalc hierarchy = c.hierarchy(call.arg(index));
        return (e, tuples) -> {
            int column = tuples.hierarchies().indexOf(hierarchy.hierarchy(e));
            if (column < 0 && !tuples.isEmpty()) {
                throw Scalars.error(call.overload().name() + ": the set has no hierarchy "
                        + hierarchy.hierarchy(e).uniqueName());
            }
            return column;
        };
    }

    /** Opens the members of a set row by row. */
    private static final class Opening {
        private final Evaluator e;
        private final Set<Member> open;
        private final Options options;
        private final TupleList tuples;
        private final TupleList.Builder rows;

        Opening(Evaluator e, Set<Member> open, Options options, int capacity, TupleList tuples) {
            this.e = e;
            this.open = open;
            this.options = options;
            this.tuples = tuples;
            this.rows = new TupleList.Builder(tuples.hierarchies(), capacity);
        }

        /** @param target which member to open where one of the tuple's is to be, or {@link ColumnCalc#ANY} for that one */
        void row(int row, int target) {
            Member[] members = new Member[tuples.width()];
            tuples.copyRow(row, members);
            int column = column(members, target);
            if (column < 0 || isOpen(row, column)) {
                rows.add(members);
            } else {
                open(members, column);
            }
        }

        private void open(Member[] members, int column) {
            rows.add(members);
            for (Member child : children(e, members[column], options.calculated)) {
                Member[] below = members.clone();
                below[column] = child;
                if (options.recursive && open.contains(child)) {
                    open(below, column);
                } else {
                    rows.add(below);
                }
            }
        }

        private int column(Member[] members, int target) {
            int column = openColumn(members, open);
            return column >= 0 && target != ColumnCalc.ANY ? target : column;
        }

        /** Whether the tuple that follows has the same members but for one, which is below its own. */
        private boolean isOpen(int row, int column) {
            boolean same = isDrilled(tuples, row, column);
            for (int i = 0; same && i < tuples.width(); i++) {
                same = i == column || tuples.member(row + 1, i) == tuples.member(row, i);
            }
            return same;
        }
    }

    /** The first member of a tuple that is in a set, or a negative number. */
    static int openColumn(Member[] members, Set<Member> open) {
        for (int column = 0; column < members.length; column++) {
            if (open.contains(members[column])) {
                return column;
            }
        }
        return -1;
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
        Options options = Options.of(call, false);
        SetCalc set = c.set(call.arg(0));
        SetCalc toggled = c.set(call.arg(1));
        return (SetCalc) e -> {
            TupleList tuples = set.set(e);
            Opening opening = new Opening(e, members(toggled.set(e)), options, tuples.size() * 2, tuples);
            Member[] members = new Member[tuples.width()];
            int row = 0;
            while (row < tuples.size()) {
                tuples.copyRow(row, members);
                int column = opening.column(members, ColumnCalc.ANY);
                opening.row(row, ColumnCalc.ANY);
                row++;
                while (column >= 0
                        && row < tuples.size()
                        && isStrictlyBelow(tuples.member(row, column), members[column])) {
                    row++;
                }
            }
            return opening.rows.build();
        };
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

    static Set<Member> members(TupleList tuples) {
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
