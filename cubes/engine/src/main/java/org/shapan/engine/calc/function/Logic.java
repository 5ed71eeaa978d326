package org.shapan.engine.calc.function;

import static org.shapan.engine.calc.expression.Kind.DIMENSION;
import static org.shapan.engine.calc.expression.Kind.HIERARCHY;
import static org.shapan.engine.calc.expression.Kind.LEVEL;
import static org.shapan.engine.calc.expression.Kind.LOGICAL;
import static org.shapan.engine.calc.expression.Kind.MEMBER;
import static org.shapan.engine.calc.expression.Kind.NUMERIC;
import static org.shapan.engine.calc.expression.Kind.SET;
import static org.shapan.engine.calc.expression.Kind.STRING;
import static org.shapan.engine.calc.expression.Kind.TUPLE;
import static org.shapan.engine.calc.expression.Kind.VALUE;

import java.util.Arrays;
import java.util.List;
import org.shapan.engine.calc.eval.Calc;
import org.shapan.engine.calc.eval.DimensionCalc;
import org.shapan.engine.calc.eval.HierarchyCalc;
import org.shapan.engine.calc.eval.LevelCalc;
import org.shapan.engine.calc.eval.LogicalCalc;
import org.shapan.engine.calc.eval.MemberCalc;
import org.shapan.engine.calc.eval.ScalarCalc;
import org.shapan.engine.calc.eval.SetCalc;
import org.shapan.engine.calc.eval.TupleCalc;
import org.shapan.engine.calc.expression.CallExp;
import org.shapan.engine.calc.expression.Exp;
import org.shapan.engine.calc.expression.ExpCompiler;
import org.shapan.engine.calc.expression.Kind;
import org.shapan.engine.calc.expression.MdxFunction;
import org.shapan.engine.calc.expression.Overload.Scope;
import org.shapan.engine.calc.expression.Type;
import org.shapan.engine.cell.CellValue;
import org.shapan.engine.cell.TupleList;
import org.shapan.engine.star.Member;

/** Conditions, and values chosen by them. */
final class Logic implements Family {
    @Override
    public void define(FunctionTable.Builder table) {
        table.define(MdxFunction.named("AND", "Whether both conditions hold.")
                .overload("<Logical> AND <Logical>", LOGICAL, (call, c) -> {
                    LogicalCalc left = c.logical(call.arg(0));
                    LogicalCalc right = c.logical(call.arg(1));
                    return (LogicalCalc) e -> left.logical(e) && right.logical(e);
                }));
        table.define(MdxFunction.named("OR", "Whether one of the conditions holds.")
                .overload("<Logical> OR <Logical>", LOGICAL, (call, c) -> {
                    LogicalCalc left = c.logical(call.arg(0));
                    LogicalCalc right = c.logical(call.arg(1));
                    return (LogicalCalc) e -> left.logical(e) || right.logical(e);
                }));
        table.define(MdxFunction.named("XOR", "Whether exactly one of the conditions holds.")
                .overload("<Logical> XOR <Logical>", LOGICAL, (call, c) -> {
                    LogicalCalc left = c.logical(call.arg(0));
                    LogicalCalc right = c.logical(call.arg(1));
                    return (LogicalCalc) e -> left.logical(e) != right.logical(e);
                }));
        table.define(MdxFunction.named("NOT", "Whether a condition does not hold.")
                .overload("NOT <Logical>", LOGICAL, (call, c) -> {
                    LogicalCalc condition = c.logical(call.arg(0));
                    return (LogicalCalc) e -> !condition.logical(e);
                }));
        table.define(iif());
        table.define(is());
        table.define(MdxFunction.named("IsEmpty", "Whether a value is empty.")
                .overload("IsEmpty(<Value>)", LOGICAL, Logic::isEmpty));
        table.define(MdxFunction.named("IS EMPTY", "Whether a value is empty.")
                .overload("<Value> IS EMPTY", LOGICAL, Logic::isEmpty));
        table.define(MdxFunction.named("IS NULL", "Whether a member, tuple, level or value is none.")
                .overload("<Member> IS NULL", LOGICAL, Logic::isNullMember)
                .overload("<Level> IS NULL", LOGICAL, (call, c) -> (LogicalCalc) e -> false)
                .overload("<Hierarchy> IS NULL", LOGICAL, (call, c) -> (LogicalCalc) e -> false)
                .overload("<Dimension> IS NULL", LOGICAL, (call, c) -> (LogicalCalc) e -> false)
                .overload("<Tuple> IS NULL", LOGICAL, Logic::isNullMember)
                .overload("<Value> IS NULL", LOGICAL, Logic::isEmpty));
        table.define(MdxFunction.named("CoalesceEmpty", "The first value that is not empty.")
                .overload("CoalesceEmpty(<Numeric>...)", NUMERIC, Logic::coalesce)
                .overload("CoalesceEmpty(<String>...)", STRING, Logic::coalesce)
                .overload("CoalesceEmpty(<Value>...)", VALUE, Logic::coalesce));
        table.define(MdxFunction.named("IN", "Whether a member or tuple is in a set.")
                .overload("<Member> IN <Set>", LOGICAL, (call, c) -> in(call, c, true))
                .overload("<Tuple> IN <Set>", LOGICAL, (call, c) -> in(call, c, true)));
        table.define(MdxFunction.named("NOT IN", "Whether a member or tuple is not in a set.")
                .overload("<Member> NOT IN <Set>", LOGICAL, (call, c) -> in(call, c, false))
                .overload("<Tuple> NOT IN <Set>", LOGICAL, (call, c) -> in(call, c, false)));
    }

    private static MdxFunction iif() {
        MdxFunction iif = MdxFunction.named("IIf", "The second argument when the condition holds, else the third.");
        for (Kind kind : List.of(NUMERIC, STRING, LOGICAL, MEMBER, TUPLE, SET, LEVEL, HIERARCHY, DIMENSION, VALUE)) {
            String argument = "<" + kind.label() + ">";
            iif.overload(
                    "IIf(<Logical>, " + argument + ", " + argument + ")",
                    kind,
                    Scope.PLAIN,
                    args -> branchType(kind, args),
                    (call, c) -> choose(call, c, kind));
        }
        return iif;
    }

    private static Type branchType(Kind kind, List<Exp> args) {
        if (kind.isScalar()) {
            return Type.of(kind);
        }
        Type first = args.get(1).type();
        Type second = args.get(2).type();
        Type type = first.tupleHierarchies().isEmpty() ? second : first;
        boolean same = first.tupleHierarchies().equals(second.tupleHierarchies());
        return kind == DIMENSION
                ? Type.of(kind)
                : new Type(kind, same || kind == SET ? type.tupleHierarchies() : List.of(), null, null);
    }

    private static Calc choose(CallExp call, ExpCompiler c, Kind kind) {
        LogicalCalc condition = c.logical(call.arg(0));
        Exp yes = call.arg(1);
        Exp no = call.arg(2);
        return switch (kind) {
            case MEMBER -> {
                MemberCalc then = c.member(yes);
                MemberCalc otherwise = c.member(no);
                yield (MemberCalc) e -> (condition.logical(e) ? then : otherwise).member(e);
            }
            case TUPLE -> {
                TupleCalc then = c.tuple(yes);
                TupleCalc otherwise = c.tuple(no);
                yield (TupleCalc) e -> (condition.logical(e) ? then : otherwise).tuple(e);
            }
            case SET -> {
                SetCalc then = c.set(yes);
                SetCalc otherwise = c.set(no);
                yield (SetCalc) e -> (condition.logical(e) ? then : otherwise).set(e);
            }
            case LEVEL -> {
                LevelCalc then = c.level(yes);
                LevelCalc otherwise = c.level(no);
                yield (LevelCalc) e -> (condition.logical(e) ? then : otherwise).level(e);
            }
            case HIERARCHY -> {
                HierarchyCalc then = c.hierarchy(yes);
                HierarchyCalc otherwise = c.hierarchy(no);
                yield (HierarchyCalc) e -> (condition.logical(e) ? then : otherwise).hierarchy(e);
            }
            case DIMENSION -> {
                DimensionCalc then = c.dimension(yes);
                DimensionCalc otherwise = c.dimension(no);
                yield (DimensionCalc) e -> (condition.logical(e) ? then : otherwise).dimension(e);
            }
            case LOGICAL -> {
                LogicalCalc then = c.logical(yes);
                LogicalCalc otherwise = c.logical(no);
                yield (LogicalCalc) e -> (condition.logical(e) ? then : otherwise).logical(e);
            }
            default -> {
                ScalarCalc then = c.scalar(yes);
                ScalarCalc otherwise = c.scalar(no);
                yield (ScalarCalc) (e, into) -> (condition.logical(e) ? then : otherwise).value(e, into);
            }
        };
    }

    private static MdxFunction is() {
        return MdxFunction.named("IS", "Whether two elements of the cube are the same.")
                .overload("<Member> IS <Member>", LOGICAL, (call, c) -> {
                    MemberCalc left = c.member(call.arg(0));
                    MemberCalc right = c.member(call.arg(1));
                    return (LogicalCalc) e -> left.member(e) == right.member(e);
                })
                .overload("<Member> IS <Null>", LOGICAL, Logic::isNullMember)
                .overload("<Level> IS <Level>", LOGICAL, (call, c) -> {
                    LevelCalc left = c.level(call.arg(0));
                    LevelCalc right = c.level(call.arg(1));
                    return (LogicalCalc) e -> left.level(e) == right.level(e);
                })
                .overload("<Hierarchy> IS <Hierarchy>", LOGICAL, (call, c) -> {
                    HierarchyCalc left = c.hierarchy(call.arg(0));
                    HierarchyCalc right = c.hierarchy(call.arg(1));
                    return (LogicalCalc) e -> left.hierarchy(e) == right.hierarchy(e);
                })
                .overload("<Dimension> IS <Dimension>", LOGICAL, (call, c) -> {
                    DimensionCalc left = c.dimension(call.arg(0));
                    DimensionCalc right = c.dimension(call.arg(1));
                    return (LogicalCalc) e -> left.dimension(e) == right.dimension(e);
                })
                .overload("<Tuple> IS <Tuple>", LOGICAL, (call, c) -> {
                    TupleCalc left = c.tuple(call.arg(0));
                    TupleCalc right = c.tuple(call.arg(1));
                    return (LogicalCalc) e -> sameMembers(left.tuple(e), right.tuple(e));
                });
    }

    /** Whether two tuples have the same members, in whatever order. */
    private static boolean sameMembers(Member[] left, Member[] right) {
        return left.length == right.length && List.of(left).containsAll(List.of(right));
    }

    private static Calc isNullMember(CallExp call, ExpCompiler c) {
        TupleCalc tuple = c.tuple(call.arg(0));
        return (LogicalCalc) e -> Arrays.stream(tuple.tuple(e)).anyMatch(Member::isNull);
    }

    private static Calc isEmpty(CallExp call, ExpCompiler c) {
        ScalarCalc value = c.scalar(call.arg(0));
        return (LogicalCalc) e -> {
            CellValue scratch = e.borrow();
            value.value(e, scratch);
            boolean empty = scratch.isEmpty();
            e.giveBack();
            return empty;
        };
    }

    private static Calc coalesce(CallExp call, ExpCompiler c) {
        List<ScalarCalc> values = call.args().stream().map(c::scalar).toList();
        return (ScalarCalc) (e, into) -> {
            into.setEmpty();
            for (int i = 0; i < values.size() && into.isEmpty(); i++) {
                values.get(i).value(e, into);
            }
        };
    }

    private static Calc in(CallExp call, ExpCompiler c, boolean wanted) {
        TupleCalc tuple = c.tuple(call.arg(0));
        SetCalc set = c.set(call.arg(1));
        return (LogicalCalc) e -> {
            Member[] sought = tuple.tuple(e);
            TupleList tuples = set.set(e);
            for (int row = 0; row < tuples.size(); row++) {
                boolean same = tuples.width() == sought.length;
                for (int column = 0; same && column < sought.length; column++) {
                    same = tuples.member(row, column) == sought[column];
                }
                if (same) {
                    return wanted;
                }
            }
            return !wanted;
        };
    }
}
