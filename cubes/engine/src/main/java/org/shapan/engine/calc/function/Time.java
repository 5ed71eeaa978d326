package org.shapan.engine.calc.function;

import static org.shapan.engine.calc.expression.Kind.MEMBER;
import static org.shapan.engine.calc.expression.Kind.SET;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.calc.eval.Calc;
import org.shapan.engine.calc.eval.Evaluator;
import org.shapan.engine.calc.eval.LevelCalc;
import org.shapan.engine.calc.eval.MemberCalc;
import org.shapan.engine.calc.eval.NumericCalc;
import org.shapan.engine.calc.eval.Scalars;
import org.shapan.engine.calc.eval.SetCalc;
import org.shapan.engine.calc.eval.StringCalc;
import org.shapan.engine.calc.expression.CallExp;
import org.shapan.engine.calc.expression.ExpCompiler;
import org.shapan.engine.calc.expression.Kind;
import org.shapan.engine.calc.expression.MdxFunction;
import org.shapan.engine.calc.expression.Overload.Scope;
import org.shapan.engine.cell.TupleList;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.Level;
import org.shapan.engine.star.LevelType;
import org.shapan.engine.star.Member;
import org.shapan.engine.star.PeriodMapping;

/** Periods: to date, parallel, first and last. Without arguments they speak of the first time dimension's current member. */
final class Time implements Family {
    @Override
    public void define(FunctionTable.Builder table) {
        toDate(table, "Ytd", "The periods of the year up to a member, on its level.", LevelType.YEARS);
        toDate(table, "Qtd", "The periods of the quarter up to a member, on its level.", LevelType.QUARTERS);
        toDate(table, "Mtd", "The periods of the month up to a member, on its level.", LevelType.MONTHS);
        toDate(table, "Wtd", "The periods of the week up to a member, on its level.", LevelType.WEEKS);
        table.define(MdxFunction.named(
                        "PeriodsToDate",
                        "The periods up to a member, on its level, that have the same ancestor on a level above.")
                .overload("PeriodsToDate()", SET, Scope.VOLATILE, null, Time::periodsToDate)
                .overload("PeriodsToDate(<Level>)", SET, Scope.VOLATILE, null, Time::periodsToDate)
                .overload("PeriodsToDate(<Level>, <Member>)", SET, Time::periodsToDate));
        table.define(MdxFunction.named(
                        "ParallelPeriod",
                        "The member that has the same place in an earlier period: a number of members back on a level above.")
                .overload("ParallelPeriod()", MEMBER, Scope.VOLATILE, null, Time::parallelPeriod)
                .overload("ParallelPeriod(<Level>)", MEMBER, Scope.VOLATILE, null, Time::parallelPeriod)
                .overload("ParallelPeriod(<Level>, <Numeric>)", MEMBER, Scope.VOLATILE, null, Time::parallelPeriod)
                .overload("ParallelPeriod(<Level>, <Numeric>, <Member>)", MEMBER, Time::parallelPeriod));
        table.define(MdxFunction.named(
                        "MappedPeriod",
                        "The period that a mapping of the catalog (PeriodMapping) compares a period with; none where there is none.")
                .overload("MappedPeriod(<Member>, <String>)", MEMBER, Time::mappedPeriod));
        opening(table, "OpeningPeriod", "The first descendant of a member on a level.", true);
        opening(table, "ClosingPeriod", "The last descendant of a member on a level.", false);
        table.define(
                MdxFunction.named("LastPeriods", "A number of members up to a member, or from it on when negative.")
                        .overload("LastPeriods(<Numeric>)", SET, Scope.VOLATILE, null, Time::lastPeriods)
                        .overload("LastPeriods(<Numeric>, <Member>)", SET, Time::lastPeriods));
    }

    private static void toDate(FunctionTable.Builder table, String name, String documentation, LevelType type) {
        table.define(MdxFunction.named(name, documentation)
                .overload(name + "()", SET, Scope.VOLATILE, null, (call, c) -> toDate(call, c, type))
                .overload(name + "(<Member>)", SET, (call, c) -> toDate(call, c, type)));
    }

    private static Calc toDate(CallExp call, ExpCompiler c, LevelType type) {
        MemberCalc member = call.has(0) ? c.member(call.arg(0)) : currentTime(call, c);
        Hierarchy hierarchy = call.has(0) ? call.argType(0).hierarchy() : time(call, c);
        if (hierarchy != null && !hierarchy.dimension().isTime()) {
            throw call.error("The argument of " + call.overload().name() + " must belong to a time hierarchy, not to "
                    + hierarchy.uniqueName());
        }
        return (SetCalc) e -> {
            Member last = member.member(e);
            Level level = levelOf(last.hierarchy(), type);
            return level == null ? TupleList.empty(List.of(last.hierarchy())) : upTo(e, level, last);
        };
    }

    private static Calc periodsToDate(CallExp call, ExpCompiler c) {
        if (!call.has(0)) {
            MemberCalc member = currentTime(call, c);
            return (SetCalc) e -> {
                Member last = member.member(e);
                Member parent = MemberWalk.parent(e, last);
                return parent.isNull() ? TupleList.empty(List.of(last.hierarchy())) : upTo(e, parent.level(), last);
            };
        }
        LevelCalc level = c.level(call.arg(0));
        MemberCalc member = call.has(1)
                ? c.member(call.arg(1))
                : e -> e.current(level.level(e).hierarchy());
        sameHierarchy(call, 0, 1);
        return (SetCalc) e -> upTo(e, level.level(e), member.member(e));
    }

    /** From the first member below the same ancestor up to a member. */
    private static TupleList upTo(Evaluator e, Level level, Member last) {
        if (last.isNull()) {
            return TupleList.empty(List.of(last.hierarchy()));
        }
        Member ancestor = MemberWalk.ancestor(e, last, level);
        if (ancestor.isNull()) {
            return TupleList.empty(List.of(last.hierarchy()));
        }
        Member first = edge(ancestor, last.level(), true, m -> MemberWalk.places(e, m));
        return first.isNull()
                ? TupleList.empty(List.of(last.hierarchy()))
                : TupleList.ofMembers(last.hierarchy(), MemberWalk.range(e, first, last));
    }

    private static Calc parallelPeriod(CallExp call, ExpCompiler c) {
        NumericCalc steps = call.has(1) ? c.number(call.arg(1)) : e -> 1;
        if (!call.has(0)) {
            MemberCalc member = currentTime(call, c);
            return (MemberCalc) e -> {
                Member start = member.member(e);
                return parallel(e, MemberWalk.parent(e, start), start, 1);
            };
        }
        LevelCalc level = c.level(call.arg(0));
        sameHierarchy(call, 0, 2);
        MemberCalc member = call.has(2)
                ? c.member(call.arg(2))
                : e -> e.current(level.level(e).hierarchy());
        return (MemberCalc) e -> {
            Member start = member.member(e);
            if (start.isNull()) {
                return start;
            }
            return parallel(e, MemberWalk.ancestor(e, start, level.level(e)), start, Navigation.whole(steps.number(e)));
        };
    }

    private static Calc mappedPeriod(CallExp call, ExpCompiler c) {
        MemberCalc member = c.member(call.arg(0));
        StringCalc name = c.string(call.arg(1));
        return (MemberCalc) e -> {
            Member period = member.member(e);
            String wanted = name.string(e);
            PeriodMapping mapping = e.cube().periodMappings().stream()
                    .filter(m -> m.name().equalsIgnoreCase(wanted))
                    .findFirst()
                    .orElseThrow(() -> Scalars.error("The cube has no period mapping '" + wanted + "'"));
            if (period.level() != mapping.level() || period.isCalculated() || period.isNull()) {
                return period.hierarchy().nullMember();
            }
            Member mapped = mapping.of(period);
            if (mapped != null) {
                return e.access().canSee(mapped) ? mapped : period.hierarchy().nullMember();
            }
            Level years = levelOf(period.hierarchy(), LevelType.YEARS);
            return mapping.isOtherwiseYearAgo() && years != null
                    ? parallel(e, MemberWalk.ancestor(e, period, years), period, 1)
                    : period.hierarchy().nullMember();
        };
    }

    private static Member parallel(Evaluator e, Member ancestor, Member member, int steps) {
        if (ancestor.isNull()) {
            return member.hierarchy().nullMember();
        }
        Member earlier = MemberWalk.lag(e, ancestor, steps);
        return earlier.isNull() ? earlier : Navigation.cousin(e, member, earlier);
    }

    private static void opening(FunctionTable.Builder table, String name, String documentation, boolean first) {
        table.define(MdxFunction.named(name, documentation)
                .overload(name + "()", MEMBER, Scope.VOLATILE, null, (call, c) -> edge(call, c, first))
                .overload(name + "(<Level>)", MEMBER, Scope.VOLATILE, null, (call, c) -> edge(call, c, first))
                .overload(name + "(<Level>, <Member>)", MEMBER, (call, c) -> edge(call, c, first))
                .overload(name + "(<Member>)", MEMBER, (call, c) -> edge(call, c, first)));
    }

    private static Calc edge(CallExp call, ExpCompiler c, boolean first) {
        boolean byLevel = call.has(0) && call.argType(0).kind() == Kind.LEVEL;
        if (!byLevel) {
            time(call, c);
            MemberCalc member = call.has(0) ? c.member(call.arg(0)) : currentTime(call, c);
            return (MemberCalc) e -> {
                Member above = member.member(e);
                if (above.isNull()) {
                    return above;
                }
                List<Member> children = MemberWalk.children(e, above);
                return children.isEmpty()
                        ? above.hierarchy().nullMember()
                        : first ? children.getFirst() : children.getLast();
            };
        }
        LevelCalc level = c.level(call.arg(0));
        if (call.has(1)) {
            sameHierarchy(call, 0, 1);
        } else if (!call.argType(0).hierarchy().dimension().isTime()) {
            throw call.error("Without a member, " + call.overload().name() + " takes a level of a time hierarchy, not "
                    + call.argType(0).level());
        }
        MemberCalc member = call.has(1) ? c.member(call.arg(1)) : currentTime(call, c);
        return (MemberCalc) e -> {
            Member above = member.member(e);
            Level wanted = level.level(e);
            if (above.hierarchy() != wanted.hierarchy()) {
                throw Scalars.error("The level " + wanted.uniqueName() + " and the member " + above.uniqueName()
                        + " are not of one hierarchy");
            }
            return edge(above, wanted, first, m -> MemberWalk.children(e, m));
        };
    }

    /** The first or last descendant on a level; the member itself when it is on it. */
    private static Member edge(Member member, Level level, boolean first, Function<Member, List<Member>> below) {
        Member m = member;
        while (!m.isNull() && m.level() != level) {
            if (m.level().depth() > level.depth()) {
                return m.hierarchy().nullMember();
            }
            List<Member> children = below.apply(m);
            m = children.isEmpty() ? m.hierarchy().nullMember() : first ? children.getFirst() : children.getLast();
        }
        return m;
    }

    private static Calc lastPeriods(CallExp call, ExpCompiler c) {
        NumericCalc count = c.number(call.arg(0));
        MemberCalc member = call.has(1) ? c.member(call.arg(1)) : currentTime(call, c);
        return (SetCalc) e -> {
            Member end = member.member(e);
            int n = Navigation.whole(count.number(e));
            if (end.isNull() || n == 0) {
                return TupleList.empty(List.of(end.hierarchy()));
            }
            List<Member> members = new ArrayList<>();
            int step = n > 0 ? 1 : -1;
            Member m = end;
            for (int i = 0; i < Math.abs((long) n) && !m.isNull(); i++) {
                members.add(m);
                m = MemberWalk.lag(e, m, step);
            }
            return TupleList.ofMembers(end.hierarchy(), n > 0 ? members.reversed() : members);
        };
    }

    private static void sameHierarchy(CallExp call, int level, int member) {
        if (!call.has(member) || call.argType(member).kind() == Kind.NULL) {
            return;
        }
        Hierarchy of = call.argType(level).hierarchy();
        Hierarchy other = call.argType(member).hierarchy();
        if (of != null && other != null && of != other) {
            throw call.error("The level and the member of " + call.overload().name()
                    + " must be of one hierarchy, not of " + of.uniqueName() + " and " + other.uniqueName());
        }
    }

    private static MemberCalc currentTime(CallExp call, ExpCompiler c) {
        Hierarchy hierarchy = time(call, c);
        return e -> e.current(hierarchy);
    }

    /** The default hierarchy of the first time dimension. */
    private static Hierarchy time(CallExp call, ExpCompiler c) {
        return c.cube().dimensions().stream()
                .filter(dimension -> dimension.isTime())
                .map(dimension -> dimension.hierarchies().get(0))
                .findFirst()
                .orElseThrow(() -> noTime(call));
    }

    private static EngineException noTime(CallExp call) {
        return call.error("Cannot use " + call.overload().name() + ": the cube has no time dimension");
    }

    private static Level levelOf(Hierarchy hierarchy, LevelType type) {
        return hierarchy.levels().stream()
                .filter(level -> level.type() == type)
                .findFirst()
                .orElse(null);
    }
}
