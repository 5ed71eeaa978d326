package org.shapan.engine.calc.function;

import static org.shapan.engine.calc.expression.Kind.ANY;
import static org.shapan.engine.calc.expression.Kind.SET;
import static org.shapan.engine.calc.expression.Kind.TUPLE;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;
import org.shapan.engine.calc.eval.Calc;
import org.shapan.engine.calc.eval.Evaluator;
import org.shapan.engine.calc.eval.MemberCalc;
import org.shapan.engine.calc.eval.SetCalc;
import org.shapan.engine.calc.eval.TupleCalc;
import org.shapan.engine.calc.expression.CallExp;
import org.shapan.engine.calc.expression.Conversions;
import org.shapan.engine.calc.expression.Exp;
import org.shapan.engine.calc.expression.ExpCompiler;
import org.shapan.engine.calc.expression.Kind;
import org.shapan.engine.calc.expression.MdxFunction;
import org.shapan.engine.calc.expression.Overload.Scope;
import org.shapan.engine.calc.expression.Parameter;
import org.shapan.engine.calc.expression.Signature;
import org.shapan.engine.calc.expression.Type;
import org.shapan.engine.cell.TupleList;
import org.shapan.engine.mdx.Syntax;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.Member;

/** Braces, parentheses and ranges. */
final class SetConstruction implements Family {
    private static final Parameter ANYTHING = new Parameter(ANY, true, true);

    @Override
    public void define(FunctionTable.Builder table) {
        table.define(MdxFunction.named("{}", "A set of members, tuples and sets over the same hierarchies.")
                .overload(
                        Signature.special("{}", Syntax.BRACES, "{<Member>|<Tuple>|<Set>, …}", ANYTHING),
                        SET,
                        Scope.PLAIN,
                        SetConstruction::bracesType,
                        SetConstruction::braces));
        table.define(MdxFunction.named("()", "A tuple: one member per hierarchy. With sets in it, their cross join.")
                .overload(
                        Signature.special("()", Syntax.PARENTHESES, "(<Member>, <Member>, …)", ANYTHING),
                        TUPLE,
                        Scope.PLAIN,
                        SetConstruction::tupleType,
                        SetConstruction::tuple));
        table.define(MdxFunction.named(
                        ":", "The members of a level from the first to the second, whichever comes first.")
                .overload("<Member> : <Member>", SET, Scope.PLAIN, SetConstruction::rangeType, SetConstruction::range));
    }

    private static Type bracesType(List<Exp> args) {
        Type type = Type.UNKNOWN_SET;
        for (Exp arg : args) {
            if (arg.type().kind() == Kind.NULL) {
                continue;
            }
            if (Conversions.cost(arg.type(), SET) == Conversions.NONE) {
                throw new EngineException(
                        OlapErrorCode.MDX_TYPE,
                        arg.type().kind() + " cannot be an element of a set",
                        arg.region(),
                        null);
            }
            List<Hierarchy> hierarchies = arg.type().tupleHierarchies();
            if (type.hierarchies().isEmpty()) {
                type = Type.set(hierarchies);
            } else if (!hierarchies.isEmpty() && !hierarchies.equals(type.hierarchies())) {
                throw new EngineException(
                        OlapErrorCode.MDX_TYPE,
                        "All elements of a set must have the same hierarchies",
                        arg.region(),
                        null);
            }
        }
        return type;
    }

    private static Calc braces(CallExp call, ExpCompiler c) {
        List<Exp> elements = call.args().stream()
                .filter(arg -> arg.type().kind() != Kind.NULL)
                .toList();
        if (elements.size() == 1) {
            return c.set(elements.get(0));
        }
        List<Hierarchy> hierarchies = call.type().hierarchies();
        List<Part> parts = new ArrayList<>();
        for (Exp element : elements) {
            parts.add(part(element, c));
        }
        return (SetCalc) e -> {
            TupleList.Builder rows = new TupleList.Builder(hierarchies, parts.size());
            for (Part part : parts) {
                part.addTo(rows, e);
            }
            return rows.build();
        };
    }

    /** One element of a set in braces. */
    @FunctionalInterface
    private interface Part {
        void addTo(TupleList.Builder rows, Evaluator evaluator);
    }

    private static Part part(Exp element, ExpCompiler c) {
        return switch (element.type().kind()) {
            case SET -> {
                SetCalc set = c.set(element);
                yield (rows, e) -> rows.addAll(set.set(e));
            }
            case TUPLE -> {
                TupleCalc tuple = c.tuple(element);
                yield (rows, e) -> rows.add(tuple.tuple(e));
            }
            default -> {
                MemberCalc member = c.member(element);
                yield (rows, e) -> rows.add(member.member(e));
            }
        };
    }

    private static Type tupleType(List<Exp> args) {
        if (args.isEmpty()) {
            throw new EngineException(OlapErrorCode.MDX_TYPE, "A tuple has at least one member");
        }
        boolean sets = false;
        List<Hierarchy> hierarchies = new ArrayList<>();
        Set<Hierarchy> seen = new HashSet<>();
        for (Exp arg : args) {
            sets |= arg.type().kind() == SET;
            if (Conversions.cost(arg.type(), SET) == Conversions.NONE
                    || arg.type().kind() == Kind.NULL) {
                throw new EngineException(
                        OlapErrorCode.MDX_TYPE,
                        arg.type().kind() + " cannot be a member of a tuple",
                        arg.region(),
                        null);
            }
            for (Hierarchy hierarchy : arg.type().tupleHierarchies()) {
                if (!seen.add(hierarchy)) {
                    throw new EngineException(
                            OlapErrorCode.MDX_TYPE,
                            "Tuple contains more than one member of hierarchy '" + hierarchy.uniqueName() + "'",
                            arg.region(),
                            null);
                }
                hierarchies.add(hierarchy);
            }
        }
        return sets ? Type.set(hierarchies) : Type.tuple(hierarchies);
    }

    private static Calc tuple(CallExp call, ExpCompiler c) {
        if (call.type().kind() == SET) {
            return Crossing.crossJoin(call, c);
        }
        List<TupleCalc> parts = call.args().stream().map(c::tuple).toList();
        int width = Math.max(call.type().hierarchies().size(), parts.size());
        return (TupleCalc) e -> {
            Member[] row = new Member[width];
            int next = 0;
            for (TupleCalc part : parts) {
                for (Member member : part.tuple(e)) {
                    row[next++] = member;
                }
            }
            return row;
        };
    }

    private static Type rangeType(List<Exp> args) {
        Hierarchy first = args.get(0).type().hierarchy();
        Hierarchy last = args.get(1).type().hierarchy();
        if (first == null && last == null) {
            throw new EngineException(OlapErrorCode.MDX_TYPE, "The hierarchy of the range is not known");
        }
        if (first != null && last != null && first != last) {
            throw new EngineException(
                    OlapErrorCode.MDX_TYPE,
                    "The ends of a range must be of one hierarchy, not of " + first.uniqueName() + " and "
                            + last.uniqueName());
        }
        return Type.set(List.of(first == null ? last : first));
    }

    private static Calc range(CallExp call, ExpCompiler c) {
        Hierarchy hierarchy = call.type().hierarchies().get(0);
        boolean open = call.args().stream().anyMatch(arg -> arg.type().kind() == Kind.NULL);
        if (open) {
            return (SetCalc) e -> TupleList.empty(List.of(hierarchy));
        }
        MemberCalc first = c.member(call.arg(0));
        MemberCalc last = c.member(call.arg(1));
        return (SetCalc) e -> {
            Member from = first.member(e);
            Member to = last.member(e);
            if (from.isNull() || to.isNull()) {
                return TupleList.empty(List.of(hierarchy));
            }
            return TupleList.ofMembers(from.hierarchy(), MemberWalk.range(e, from, to));
        };
    }
}
