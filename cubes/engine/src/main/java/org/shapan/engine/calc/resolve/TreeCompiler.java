package org.shapan.engine.calc.resolve;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.List;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;
import org.shapan.engine.calc.eval.Calc;
import org.shapan.engine.calc.eval.DimensionCalc;
import org.shapan.engine.calc.eval.Evaluator;
import org.shapan.engine.calc.eval.HierarchyCalc;
import org.shapan.engine.calc.eval.LevelCalc;
import org.shapan.engine.calc.eval.LogicalCalc;
import org.shapan.engine.calc.eval.MemberCalc;
import org.shapan.engine.calc.eval.NumericCalc;
import org.shapan.engine.calc.eval.ScalarCalc;
import org.shapan.engine.calc.eval.Scalars;
import org.shapan.engine.calc.eval.SetCalc;
import org.shapan.engine.calc.eval.StringCalc;
import org.shapan.engine.calc.eval.TupleCalc;
import org.shapan.engine.calc.expression.CallExp;
import org.shapan.engine.calc.expression.DimensionExp;
import org.shapan.engine.calc.expression.EmptyExp;
import org.shapan.engine.calc.expression.Exp;
import org.shapan.engine.calc.expression.ExpCompiler;
import org.shapan.engine.calc.expression.HierarchyExp;
import org.shapan.engine.calc.expression.Kind;
import org.shapan.engine.calc.expression.LevelExp;
import org.shapan.engine.calc.expression.LiteralExp;
import org.shapan.engine.calc.expression.MemberExp;
import org.shapan.engine.calc.expression.NamedSetExp;
import org.shapan.engine.calc.expression.SymbolExp;
import org.shapan.engine.calc.expression.Type;
import org.shapan.engine.cell.CellValue;
import org.shapan.engine.cell.TupleList;
import org.shapan.engine.star.Cube;
import org.shapan.engine.star.Dimension;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.Level;
import org.shapan.engine.star.Member;

/** Compiles typed expressions, putting in the conversions that the kinds allow. */
final class TreeCompiler implements ExpCompiler {
    private final Cube cube;

    TreeCompiler(Cube cube) {
        this.cube = requireNonNull(cube, "cube is null");
    }

    @Override
    public Cube cube() {
        return cube;
    }

    @Override
    public Calc compile(Exp exp) {
        return switch (exp) {
            case MemberExp(Member member, var _) -> (MemberCalc) e -> member;
            case LevelExp(Level level, var _) -> (LevelCalc) e -> level;
            case HierarchyExp(Hierarchy hierarchy, var _) -> (HierarchyCalc) e -> hierarchy;
            case DimensionExp(Dimension dimension, var _) -> (DimensionCalc) e -> dimension;
            case LiteralExp literal -> literal(literal);
            case NamedSetExp set -> namedSet(set);
            case CallExp call -> call.overload().compile().compile(call, this);
            case SymbolExp symbol -> throw mismatch(symbol, "a value");
            case EmptyExp empty -> throw mismatch(empty, "a value");
        };
    }

    @Override
    public MemberCalc member(Exp exp) {
        return switch (compileFor(exp, "a member")) {
            case MemberCalc member -> member;
            case HierarchyCalc hierarchy -> e -> e.current(hierarchy.hierarchy(e));
            case DimensionCalc dimension ->
                e -> e.current(dimension.dimension(e).hierarchies().get(0));
            case TupleCalc tuple when exp.type().hierarchies().size() == 1 -> e -> tuple.tuple(e)[0];
            case TupleCalc _, SetCalc _, LevelCalc _, ScalarCalc _ -> throw mismatch(exp, "a member");
        };
    }

    @Override
    public TupleCalc tuple(Exp exp) {
        return switch (compileFor(exp, "a tuple")) {
            case TupleCalc tuple -> tuple;
            case MemberCalc member -> e -> new Member[] {member.member(e)};
            case HierarchyCalc _, DimensionCalc _ -> {
                MemberCalc member = member(exp);
                yield e -> new Member[] {member.member(e)};
            }
            case SetCalc _, LevelCalc _, ScalarCalc _ -> throw mismatch(exp, "a tuple");
        };
    }

    @Override
    public SetCalc set(Exp exp) {
        Calc calc = compileFor(exp, "a set");
        return switch (calc) {
            case SetCalc set -> CachedSets.wrap(exp, set, this);
            case TupleCalc tuple -> {
                List<Hierarchy> hierarchies = exp.type().hierarchies();
                yield e -> {
                    TupleList.Builder builder = new TupleList.Builder(hierarchies, 1);
                    builder.add(tuple.tuple(e));
                    return builder.build();
                };
            }
            case MemberCalc _, HierarchyCalc _, DimensionCalc _ -> {
                MemberCalc member = member(exp);
                yield e -> {
                    Member single = member.member(e);
                    return TupleList.ofMembers(single.hierarchy(), List.of(single));
                };
            }
            case LevelCalc _, ScalarCalc _ -> throw mismatch(exp, "a set");
        };
    }

    @Override
    public LevelCalc level(Exp exp) {
        return switch (compileFor(exp, "a level")) {
            case LevelCalc level -> level;
            case MemberCalc _, HierarchyCalc _, DimensionCalc _ -> {
                MemberCalc member = member(exp);
                yield e -> member.member(e).level();
            }
            case TupleCalc _, SetCalc _, ScalarCalc _ -> throw mismatch(exp, "a level");
        };
    }

    @Override
    public HierarchyCalc hierarchy(Exp exp) {
        return switch (compileFor(exp, "a hierarchy")) {
            case HierarchyCalc hierarchy -> hierarchy;
            case DimensionCalc dimension ->
                e -> dimension.dimension(e).hierarchies().get(0);
            case LevelCalc level -> e -> level.level(e).hierarchy();
            case MemberCalc member -> e -> member.member(e).hierarchy();
            case TupleCalc _, SetCalc _, ScalarCalc _ -> throw mismatch(exp, "a hierarchy");
        };
    }

    @Override
    public DimensionCalc dimension(Exp exp) {
        Calc calc = compileFor(exp, "a dimension");
        if (calc instanceof DimensionCalc dimension) {
            return dimension;
        }
        HierarchyCalc hierarchy = hierarchy(exp);
        return e -> hierarchy.hierarchy(e).dimension();
    }

    @Override
    public ScalarCalc scalar(Exp exp) {
        if (TupleValues.isTuple(exp)) {
            return TupleValues.value((CallExp) exp, this);
        }
        return switch (compileFor(exp, "a value")) {
            case ScalarCalc scalar -> scalar;
            case MemberCalc _, HierarchyCalc _, DimensionCalc _ -> TupleValues.value(member(exp));
            case TupleCalc tuple -> TupleValues.value(tuple);
            case SetCalc _, LevelCalc _ -> throw mismatch(exp, "a value");
        };
    }

    @Override
    public NumericCalc number(Exp exp) {
        ScalarCalc scalar = scalar(exp);
        if (scalar instanceof NumericCalc number) {
            return number;
        }
        return e -> {
            CellValue value = e.borrow();
            scalar.value(e, value);
            double number = Scalars.toNumber(value);
            e.giveBack();
            return number;
        };
    }

    @Override
    public StringCalc string(Exp exp) {
        ScalarCalc scalar = scalar(exp);
        if (scalar instanceof StringCalc string) {
            return string;
        }
        return e -> {
            CellValue value = e.borrow();
            scalar.value(e, value);
            String text = Scalars.toText(value);
            e.giveBack();
            return text;
        };
    }

    @Override
    public LogicalCalc logical(Exp exp) {
        ScalarCalc scalar = scalar(exp);
        if (scalar instanceof LogicalCalc logical) {
            return logical;
        }
        return e -> {
            CellValue value = e.borrow();
            scalar.value(e, value);
            boolean truth = Scalars.toLogical(value);
            e.giveBack();
            return truth;
        };
    }

    @Override
    public int[] dependencies(Exp exp, Kind as) {
        return Dependencies.of(exp, as, cube);
    }

    private Calc compileFor(Exp exp, String wanted) {
        if (exp instanceof LiteralExp literal && literal.value() == null && !wanted.equals("a value")) {
            throw new EngineException(
                    OlapErrorCode.MDX_TYPE, "NULL cannot stand for " + wanted + " here", exp.region(), null);
        }
        return compile(exp);
    }

    private static Calc literal(LiteralExp literal) {
        return switch (literal.value()) {
            case null -> (ScalarCalc) (e, into) -> into.setEmpty();
            case String text -> (StringCalc) e -> text;
            case BigDecimal number -> new NumberLiteral(number.doubleValue(), number);
            default ->
                throw new IllegalStateException(
                        "a literal of " + literal.value().getClass());
        };
    }

    /** A number in the text, kept exactly for sums and as double for the rest. */
    private record NumberLiteral(double approximate, BigDecimal exact) implements NumericCalc {
        @Override
        public double number(Evaluator evaluator) {
            return approximate;
        }

        @Override
        public void value(Evaluator evaluator, CellValue into) {
            Scalars.set(exact, into);
        }
    }

    private static Calc namedSet(NamedSetExp set) {
        SetCalc definition = set.definition();
        if (definition != null) {
            return (SetCalc) e -> e.sets().named(set.key(), e, definition);
        }
        List<Hierarchy> hierarchies = set.type().hierarchies();
        return (SetCalc) e -> {
            TupleList tuples = e.sets().aliased(set.key());
            return tuples == null ? TupleList.empty(hierarchies) : tuples;
        };
    }

    private static EngineException mismatch(Exp exp, String wanted) {
        Type type = exp.type();
        return new EngineException(
                OlapErrorCode.MDX_TYPE, type.kind() + " cannot stand for " + wanted + " here", exp.region(), null);
    }
}
