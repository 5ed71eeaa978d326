package org.shapan.engine.calc.function;

import static org.shapan.engine.calc.expression.Kind.DATETIME;
import static org.shapan.engine.calc.expression.Kind.MEMBER;
import static org.shapan.engine.calc.expression.Kind.NUMERIC;
import static org.shapan.engine.calc.expression.Kind.STRING;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.shapan.engine.calc.eval.Calc;
import org.shapan.engine.calc.eval.Evaluator;
import org.shapan.engine.calc.eval.HierarchyCalc;
import org.shapan.engine.calc.eval.MemberCalc;
import org.shapan.engine.calc.eval.Scalars;
import org.shapan.engine.calc.eval.StringCalc;
import org.shapan.engine.calc.expression.CallExp;
import org.shapan.engine.calc.expression.ExpCompiler;
import org.shapan.engine.calc.expression.MdxFunction;
import org.shapan.engine.format.FormatString;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.Member;

/** The date and time at which the query began, by the clock and zone of the server, and the member for it. */
final class CurrentDate implements Family {
    private static final String EXACT = "EXACT";
    private static final Set<String> MATCHES = Set.of(EXACT, "BEFORE", "AFTER");
    private static final double NANOS = 1e9;

    @Override
    public void define(FunctionTable.Builder table) {
        ValueFunctions.strict(table, "Now()", DATETIME, "Date and time at which the query began.", Arguments::now);
        ValueFunctions.strict(
                table,
                "Date()",
                DATETIME,
                "The day on which the query began.",
                a -> a.now().toLocalDate());
        ValueFunctions.strict(
                table,
                "Time()",
                DATETIME,
                "The time of day at which the query began.",
                a -> a.now().toLocalTime().withNano(0).atDate(Dates.NO_DAY));
        ValueFunctions.strict(
                table,
                "Timer()",
                NUMERIC,
                "The seconds between midnight and the time at which the query began.",
                a -> a.now().toLocalTime().toNanoOfDay() / NANOS);
        ValueFunctions.strict(
                table,
                "CurrentDateString(<String>)",
                STRING,
                "The day on which the query began in a date format.",
                a -> FormatString.compile(a.text(0), a.locale()).format(a.now()));
        table.define(MdxFunction.named(
                        "CurrentDateMember",
                        "The member for the day on which the query began, named by a date format such as"
                                + " \"[Ti\\me]\\.[yyyy]\\.[m]\"; none when there is none, or the last one BEFORE or the first one"
                                + " AFTER it.")
                .overload("CurrentDateMember(<Hierarchy>, <String>[, <Symbol>])", MEMBER, CurrentDate::currentDate));
    }

    private static Calc currentDate(CallExp call, ExpCompiler c) {
        String match = call.symbol(2, EXACT, MATCHES);
        HierarchyCalc hierarchy = c.hierarchy(call.arg(0));
        StringCalc format = c.string(call.arg(1));
        return (MemberCalc) e -> {
            Hierarchy h = hierarchy.hierarchy(e);
            LocalDateTime now = e.now();
            String name = FormatString.compile(format.string(e), e.locale()).format(now);
            return new Search(e, h, names(h, name), match).member();
        };
    }

    /** The names behind that of the hierarchy: {@code [Time].[2024].[3]} has 2024 and 3. */
    private static List<String> names(Hierarchy hierarchy, String name) {
        String prefix = Stream.of(hierarchy.uniqueName(), hierarchy.dimension().uniqueName())
                .filter(start -> name.regionMatches(true, 0, start + ".[", 0, start.length() + 2))
                .findFirst()
                .orElseThrow(() -> Scalars.error("CurrentDateMember needs a name that begins with "
                        + hierarchy.uniqueName() + ".[ and not " + name));
        if (!name.endsWith("]")) {
            throw Scalars.error("CurrentDateMember needs a name in brackets, not " + name);
        }
        return List.of(name.substring(prefix.length() + 2, name.length() - 1).split("]\\.\\["));
    }

    /** Looks for a member by the names on the way to it. */
    private record Search(Evaluator e, Hierarchy hierarchy, List<String> names, String match) {
        Member member() {
            boolean all = hierarchy.hasAll() && e.access().canSee(hierarchy.allMember());
            Member found = below(all ? hierarchy.allMember() : null, 0);
            return MemberWalk.orNull(found, hierarchy);
        }

        /** The member that the names from an index on lead to, or the nearest one on its level; null when there is none. */
        private Member below(Member parent, int index) {
            if (index == names.size()) {
                return parent;
            }
            Member child = e.access().childByName(hierarchy, parent, names.get(index));
            Member found = child == null ? null : below(child, index + 1);
            return found != null || match.equals(EXACT) ? found : beside(parent, index);
        }

        /** The nearest sibling before or behind the name that has members deep enough, and of those the one nearest. */
        private Member beside(Member parent, int index) {
            boolean before = match.equals("BEFORE");
            List<Member> siblings = new ArrayList<>();
            for (Member sibling :
                    parent == null ? e.access().roots(hierarchy) : e.access().children(parent)) {
                int place = compare(sibling.name(), names.get(index));
                if (before ? place < 0 : place > 0) {
                    siblings.add(sibling);
                }
            }
            for (Member sibling : before ? siblings.reversed() : siblings) {
                Member found = edge(sibling, names.size() - index - 1, before);
                if (found != null) {
                    return found;
                }
            }
            return null;
        }

        private Member edge(Member member, int steps, boolean last) {
            if (steps == 0) {
                return member;
            }
            List<Member> children = e.access().children(member);
            for (Member child : last ? children.reversed() : children) {
                Member found = edge(child, steps - 1, last);
                if (found != null) {
                    return found;
                }
            }
            return null;
        }
    }

    /** Numbers by value, other names as texts. */
    private static int compare(String a, String b) {
        boolean numbers = a.matches("\\d{1,9}") && b.matches("\\d{1,9}");
        return numbers ? Integer.compare(Integer.parseInt(a), Integer.parseInt(b)) : a.compareToIgnoreCase(b);
    }
}
