package org.shapan.engine.calc.function;

import static org.shapan.engine.calc.expression.Kind.INTEGER;
import static org.shapan.engine.calc.expression.Kind.MEMBER;
import static org.shapan.engine.calc.expression.Kind.SET;
import static org.shapan.engine.calc.expression.Kind.TUPLE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.shapan.engine.calc.eval.Calc;
import org.shapan.engine.calc.eval.Evaluator;
import org.shapan.engine.calc.eval.HierarchyCalc;
import org.shapan.engine.calc.eval.IntegerCalc;
import org.shapan.engine.calc.eval.LevelCalc;
import org.shapan.engine.calc.eval.MemberCalc;
import org.shapan.engine.calc.eval.NumericCalc;
import org.shapan.engine.calc.eval.SetCalc;
import org.shapan.engine.calc.eval.StringCalc;
import org.shapan.engine.calc.eval.TupleCalc;
import org.shapan.engine.calc.expression.CallExp;
import org.shapan.engine.calc.expression.Exp;
import org.shapan.engine.calc.expression.ExpCompiler;
import org.shapan.engine.calc.expression.MdxFunction;
import org.shapan.engine.calc.expression.NamedSetExp;
import org.shapan.engine.calc.expression.Overload.Scope;
import org.shapan.engine.calc.expression.Type;
import org.shapan.engine.cell.TupleList;
import org.shapan.engine.mdx.NumericLiteral;
import org.shapan.engine.mdx.StringLiteral;
import org.shapan.engine.star.CalculatedMember;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.Level;
import org.shapan.engine.star.Member;

/** Members of hierarchies and levels as sets, and parts of sets by position. */
final class SetBasics implements Family {
    @Override
    public void define(FunctionTable.Builder table) {
        table.define(MdxFunction.named(
                        "Members",
                        "All members of a hierarchy or level, calculated ones left out; of a text, the member that it names.")
                .overload("Members(<String>)", MEMBER, Scope.VOLATILE, args -> Type.of(MEMBER), TextForms::member)
                .overload("<Hierarchy>.Members", SET, (call, c) -> hierarchyMembers(call, c, false))
                .overload(
                        "<Level>.Members",
                        SET,
                        Scope.PLAIN,
                        SetBasics::levelType,
                        (call, c) -> levelMembers(call, c, false)));
        table.define(MdxFunction.named("AllMembers", "All members of a hierarchy or level, calculated ones included.")
                .overload("<Hierarchy>.AllMembers", SET, (call, c) -> hierarchyMembers(call, c, true))
                .overload(
                        "<Level>.AllMembers",
                        SET,
                        Scope.PLAIN,
                        SetBasics::levelType,
                        (call, c) -> levelMembers(call, c, true)));
        table.define(MdxFunction.named("Children", "The members right below a member.")
                .overload("<Member>.Children", SET, (call, c) -> members(call, c, MemberWalk::children)));
        table.define(MdxFunction.named("Siblings", "A member and those beside it below the same parent.")
                .overload("<Member>.Siblings", SET, (call, c) -> members(call, c, MemberWalk::siblings)));
        table.define(MdxFunction.named(
                        "AddCalculatedMembers",
                        "A set of members with the calculated members beside them added at the end.")
                .overload("AddCalculatedMembers(<Set>)", SET, SetBasics::addCalculated));
        table.define(MdxFunction.named("StripCalculatedMembers", "A set without its calculated members.")
                .overload("StripCalculatedMembers(<Set>)", SET, SetBasics::stripCalculated));
        table.define(MdxFunction.named("Head", "The first tuples of a set; one when no number is given.")
                .overload("Head(<Set>[, <Numeric>])", SET, (call, c) -> headOrTail(call, c, true)));
        table.define(MdxFunction.named("Tail", "The last tuples of a set; one when no number is given.")
                .overload("Tail(<Set>[, <Numeric>])", SET, (call, c) -> headOrTail(call, c, false)));
        table.define(MdxFunction.named("Subset", "The tuples of a set from a position on, counted from 0.")
                .overload("Subset(<Set>, <Numeric>[, <Numeric>])", SET, SetBasics::subset));
        table.define(MdxFunction.named(
                        "Item", "The tuple of a set, or the member of a tuple, at a position counted from 0.")
                .overload(
                        "<Tuple>.Item(<Numeric>)", MEMBER, Scope.PLAIN, args -> Type.of(MEMBER), SetBasics::itemOfTuple)
                .overload("<Set>.Item(<Numeric>)", TUPLE, Scope.PLAIN, SetBasics::itemType, SetBasics::itemOfSet)
                .overload("<Set>.Item(<String>...)", TUPLE, Scope.PLAIN, SetBasics::itemType, SetBasics::itemByName));
        table.define(MdxFunction.named(
                        "CurrentOrdinal", "Position, counted from 0, at which something runs over a named set.")
                .overload("<Set>.CurrentOrdinal", INTEGER, Scope.VOLATILE, null, (call, c) -> {
                    SetCalc set = namedSet(call, c);
                    return (IntegerCalc) e -> e.sets().row(set.set(e));
                }));
        table.define(MdxFunction.named("Current", "Tuple at which something runs over a named set.")
                .overload("<Set>.Current", TUPLE, Scope.VOLATILE, SetBasics::itemType, (call, c) -> {
                    SetCalc set = namedSet(call, c);
                    List<Hierarchy> hierarchies = call.argType(0).hierarchies();
                    return item(hierarchies, e -> {
                        TupleList tuples = set.set(e);
                        return row(e, tuples, e.sets().row(tuples), hierarchies);
                    });
                }));
    }

    /** Members found from a member. */
    @FunctionalInterface
    private interface Walk {
        List<Member> from(Evaluator evaluator, Member member);
    }

    private static Type levelType(List<Exp> args) {
        Type type = args.get(0).type();
        return type.level() == null ? new Type(SET, type.hierarchies(), null, null) : Type.setOf(type.level());
    }

    private static Calc members(CallExp call, ExpCompiler c, Walk walk) {
        MemberCalc member = c.member(call.arg(0));
        return (SetCalc) e -> {
            Member start = member.member(e);
            return TupleList.ofMembers(start.hierarchy(), walk.from(e, start));
        };
    }

    private static Calc hierarchyMembers(CallExp call, ExpCompiler c, boolean calculated) {
        HierarchyCalc hierarchy = c.hierarchy(call.arg(0));
        return (SetCalc) e -> {
            Hierarchy h = hierarchy.hierarchy(e);
            List<Member> members = new ArrayList<>();
            if (h.isMeasures()) {
                members.addAll(e.access().roots(h));
                if (calculated) {
                    members.addAll(inOrder(e.formulas().calculatedMembers(h)));
                }
                return TupleList.ofMembers(h, members);
            }
            for (Member root : e.access().roots(h)) {
                addTree(e, root, calculated, members);
            }
            if (calculated) {
                members.addAll(MemberWalk.calculatedChildren(e, h, null));
            }
            return TupleList.ofMembers(h, members);
        };
    }

    private static List<CalculatedMember> inOrder(List<CalculatedMember> members) {
        return members.stream()
                .sorted(Comparator.comparingInt(SetBasics::ordinal))
                .toList();
    }

    /** Where the catalog wants a calculated member; those it says nothing of come first, those of a query last. */
    private static int ordinal(CalculatedMember member) {
        if (member.inQuery()) {
            return Integer.MAX_VALUE;
        }
        return switch (member.properties().get("MEMBER_ORDINAL")) {
            case NumericLiteral(var value, var _) -> value.intValue();
            case StringLiteral(var text, var _) when text.matches("\\d{1,9}") -> Integer.parseInt(text);
            case null, default -> -1;
        };
    }

    private static void addTree(Evaluator e, Member member, boolean calculated, List<Member> into) {
        into.add(member);
        for (Member child : MemberWalk.children(e, member)) {
            addTree(e, child, calculated, into);
        }
        if (calculated) {
            into.addAll(MemberWalk.calculatedChildren(e, member.hierarchy(), member));
        }
    }

    private static Calc levelMembers(CallExp call, ExpCompiler c, boolean calculated) {
        LevelCalc level = c.level(call.arg(0));
        return (SetCalc) e -> {
            Level l = level.level(e);
            List<Member> members = new ArrayList<>(MemberWalk.members(e, l));
            if (calculated) {
                inOrder(e.formulas().calculatedMembers(l.hierarchy())).stream()
                        .filter(m -> m.level() == l)
                        .forEach(members::add);
            }
            return TupleList.ofMembers(l.hierarchy(), members);
        };
    }

    private static Calc addCalculated(CallExp call, ExpCompiler c) {
        if (call.argType(0).hierarchies().size() > 1) {
            throw call.error("AddCalculatedMembers takes a set of members, not of tuples");
        }
        SetCalc set = c.set(call.arg(0));
        return (SetCalc) e -> {
            TupleList tuples = set.set(e);
            List<Member> members = new ArrayList<>();
            List<Level> levels = new ArrayList<>();
            for (int row = 0; row < tuples.size(); row++) {
                Member member = tuples.member(row, 0);
                members.add(member);
                if (!levels.contains(member.level())) {
                    levels.add(member.level());
                }
            }
            if (tuples.isEmpty()) {
                return tuples;
            }
            Hierarchy hierarchy = tuples.hierarchies().get(0);
            for (Member calculated : e.formulas().calculatedMembers(hierarchy)) {
                if (levels.contains(calculated.level()) && !members.contains(calculated)) {
                    members.add(calculated);
                }
            }
            return TupleList.ofMembers(hierarchy, members);
        };
    }

    private static Calc stripCalculated(CallExp call, ExpCompiler c) {
        SetCalc set = c.set(call.arg(0));
        return (SetCalc) e -> {
            TupleList tuples = set.set(e);
            TupleList.Builder rows = new TupleList.Builder(tuples.hierarchies(), tuples.size());
            for (int row = 0; row < tuples.size(); row++) {
                boolean stored = true;
                for (int column = 0; column < tuples.width(); column++) {
                    stored &= !tuples.member(row, column).isCalculated();
                }
                if (stored) {
                    rows.add(tuples, row);
                }
            }
            return rows.build();
        };
    }

    private static Calc headOrTail(CallExp call, ExpCompiler c, boolean head) {
        SetCalc set = c.set(call.arg(0));
        NumericCalc count = call.has(1) ? c.number(call.arg(1)) : e -> 1;
        return (SetCalc) e -> {
            TupleList tuples = set.set(e);
            int n = Math.clamp(Navigation.whole(count.number(e)), 0, tuples.size());
            return head ? tuples.slice(0, n) : tuples.slice(tuples.size() - n, tuples.size());
        };
    }

    private static Calc subset(CallExp call, ExpCompiler c) {
        SetCalc set = c.set(call.arg(0));
        NumericCalc start = c.number(call.arg(1));
        NumericCalc count = call.has(2) ? c.number(call.arg(2)) : e -> Integer.MAX_VALUE;
        return (SetCalc) e -> {
            TupleList tuples = set.set(e);
            int from = Navigation.whole(start.number(e));
            int n = Navigation.whole(count.number(e));
            if (from < 0 || n < 0 || from >= tuples.size()) {
                return TupleList.empty(tuples.hierarchies());
            }
            return tuples.slice(from, (int) Math.min(tuples.size(), (long) from + n));
        };
    }

    // --- items
    // -------------------------------------------------------------------------------------------------------------

    private static Type itemType(List<Exp> args) {
        List<Hierarchy> hierarchies = args.get(0).type().tupleHierarchies();
        return hierarchies.size() == 1 ? Type.member(hierarchies.get(0)) : Type.tuple(hierarchies);
    }

    private static Calc itemOfTuple(CallExp call, ExpCompiler c) {
        TupleCalc tuple = c.tuple(call.arg(0));
        NumericCalc index = c.number(call.arg(1));
        return (MemberCalc) e -> {
            Member[] members = tuple.tuple(e);
            int i = Navigation.whole(index.number(e));
            if (i < 0 || i >= members.length) {
                return members[0].hierarchy().nullMember();
            }
            boolean none = Arrays.stream(members).anyMatch(Member::isNull);
            return none ? members[i].hierarchy().nullMember() : members[i];
        };
    }

    private static Calc itemOfSet(CallExp call, ExpCompiler c) {
        SetCalc set = c.set(call.arg(0));
        NumericCalc index = c.number(call.arg(1));
        List<Hierarchy> hierarchies = call.argType(0).tupleHierarchies();
        return item(hierarchies, e -> row(e, set.set(e), Navigation.whole(index.number(e)), hierarchies));
    }

    private static Calc itemByName(CallExp call, ExpCompiler c) {
        SetCalc set = c.set(call.arg(0));
        List<Hierarchy> hierarchies = call.argType(0).tupleHierarchies();
        List<StringCalc> names = call.args().subList(1, call.args().size()).stream()
                .map(c::string)
                .toList();
        if (names.size() != hierarchies.size()) {
            throw call.error("Item takes one name for each of the " + hierarchies.size() + " members of a tuple");
        }
        return item(hierarchies, e -> {
            TupleList tuples = set.set(e);
            for (int row = 0; row < tuples.size(); row++) {
                boolean same = true;
                for (int column = 0; same && column < names.size(); column++) {
                    String name = names.get(column).string(e);
                    Member member = tuples.member(row, column);
                    same = member.uniqueName().equalsIgnoreCase(name)
                            || member.name().equalsIgnoreCase(name);
                }
                if (same) {
                    return row(e, tuples, row, hierarchies);
                }
            }
            return row(e, tuples, -1, hierarchies);
        });
    }

    /** A tuple calculator, or a member calculator when the set is one of members. */
    private static Calc item(List<Hierarchy> hierarchies, TupleCalc tuple) {
        return hierarchies.size() == 1 ? (MemberCalc) e -> tuple.tuple(e)[0] : tuple;
    }

    private static Member[] row(Evaluator e, TupleList tuples, int row, List<Hierarchy> hierarchies) {
        if (row < 0 || row >= tuples.size()) {
            List<Hierarchy> known = tuples.hierarchies().isEmpty() ? hierarchies : tuples.hierarchies();
            if (known.isEmpty()) {
                return new Member[] {e.cube().measures().nullMember()};
            }
            return known.stream().map(Hierarchy::nullMember).toArray(Member[]::new);
        }
        Member[] members = new Member[tuples.width()];
        tuples.copyRow(row, members);
        return members;
    }

    private static SetCalc namedSet(CallExp call, ExpCompiler c) {
        if (!(call.arg(0) instanceof NamedSetExp)) {
            throw call.error("Not a named set");
        }
        return c.set(call.arg(0));
    }
}
