package org.shapan.engine.calc.function;

import static org.shapan.engine.calc.expression.Kind.DIMENSION;
import static org.shapan.engine.calc.expression.Kind.HIERARCHY;
import static org.shapan.engine.calc.expression.Kind.INTEGER;
import static org.shapan.engine.calc.expression.Kind.LEVEL;
import static org.shapan.engine.calc.expression.Kind.STRING;
import static org.shapan.engine.calc.expression.Kind.VALUE;

import java.util.List;
import java.util.function.BiFunction;
import org.shapan.engine.calc.eval.Calc;
import org.shapan.engine.calc.eval.DimensionCalc;
import org.shapan.engine.calc.eval.Evaluator;
import org.shapan.engine.calc.eval.HierarchyCalc;
import org.shapan.engine.calc.eval.IntegerCalc;
import org.shapan.engine.calc.eval.LevelCalc;
import org.shapan.engine.calc.eval.MemberCalc;
import org.shapan.engine.calc.eval.NumericCalc;
import org.shapan.engine.calc.eval.ScalarCalc;
import org.shapan.engine.calc.eval.Scalars;
import org.shapan.engine.calc.eval.StringCalc;
import org.shapan.engine.calc.expression.CallExp;
import org.shapan.engine.calc.expression.ExpCompiler;
import org.shapan.engine.calc.expression.MdxFunction;
import org.shapan.engine.star.Element;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.Level;
import org.shapan.engine.star.Member;

/** Dimensions, hierarchies, levels and members as things with names. */
final class Elements implements Family {
    @Override
    public void define(FunctionTable.Builder table) {
        text(table, "Name", "The name of an element of the cube.", (e, element) -> element.name());
        text(
                table,
                "UniqueName",
                "The name that means an element of the cube and no other.",
                (e, element) -> element.uniqueName());
        text(
                table,
                "Unique_Name",
                "The name that means an element of the cube and no other.",
                (e, element) -> element.uniqueName());
        text(
                table,
                "Caption",
                "What people call an element of the cube, in the language of the connection.",
                (e, element) -> element.caption(e.locale()));
        table.define(MdxFunction.named("Dimension", "The dimension of a hierarchy, level or member.")
                .overload("<Dimension>.Dimension", DIMENSION, Elements::dimension)
                .overload("<Hierarchy>.Dimension", DIMENSION, Elements::dimension)
                .overload("<Level>.Dimension", DIMENSION, Elements::dimension)
                .overload("<Member>.Dimension", DIMENSION, Elements::dimension));
        table.define(MdxFunction.named("Hierarchy", "The hierarchy of a level or member.")
                .overload("<Level>.Hierarchy", HIERARCHY, (call, c) -> c.hierarchy(call.arg(0)))
                .overload("<Member>.Hierarchy", HIERARCHY, (call, c) -> {
                    MemberCalc member = c.member(call.arg(0));
                    return (HierarchyCalc) e -> member.member(e).hierarchy();
                }));
        table.define(MdxFunction.named("Level", "The level of a member.")
                .overload("<Member>.Level", LEVEL, (call, c) -> {
                    MemberCalc member = c.member(call.arg(0));
                    return (LevelCalc) e -> member.member(e).level();
                }));
        table.define(
                MdxFunction.named("Levels", "A level of a hierarchy by its depth, or a level of the cube by its name.")
                        .overload("<Hierarchy>.Levels(<Numeric>)", LEVEL, Elements::levelByDepth)
                        .overload("<Hierarchy>.Levels(<String>)", LEVEL, Elements::levelByName)
                        .overload("Levels(<String>)", LEVEL, Elements::levelOfCube));
        table.define(MdxFunction.named(
                        "Dimensions", "A hierarchy of the cube by its position, measures being 0, or by its name.")
                .overload("Dimensions(<Numeric>)", HIERARCHY, Elements::hierarchyByPosition)
                .overload("Dimensions(<String>)", HIERARCHY, Elements::hierarchyByName));
        table.define(MdxFunction.named("Ordinal", "The depth of a level, or of a member's level.")
                .overload("<Level>.Ordinal", INTEGER, (call, c) -> {
                    LevelCalc level = c.level(call.arg(0));
                    return (IntegerCalc) e -> level.level(e).depth();
                })
                .overload("<Member>.Ordinal", INTEGER, (call, c) -> {
                    MemberCalc member = c.member(call.arg(0));
                    return (IntegerCalc) e -> member.member(e).level().depth();
                }));
        table.define(MdxFunction.named(
                        "OrderKey",
                        "The key of a member, for sorting by it; of a measure its position. The order of a level itself, by its ordinal"
                                + " column where it has one, is that of Hierarchize.")
                .overload("<Member>.OrderKey", VALUE, (call, c) -> {
                    MemberCalc member = c.member(call.arg(0));
                    return (ScalarCalc) (e, into) -> {
                        Member m = member.member(e);
                        Scalars.set(m.isMeasure() ? Integer.valueOf(m.rank()) : m.key(), into);
                    };
                }));
        table.define(MdxFunction.named("Value", "The cell at a member or tuple.")
                .overload("<Member>.Value", VALUE, (call, c) -> c.scalar(call.arg(0)))
                .overload("<Tuple>.Value", VALUE, (call, c) -> c.scalar(call.arg(0))));
    }

    private static void text(
            FunctionTable.Builder table,
            String name,
            String documentation,
            BiFunction<Evaluator, Element, String> text) {
        table.define(MdxFunction.named(name, documentation)
                .overload("<Dimension>." + name, STRING, (call, c) -> {
                    DimensionCalc dimension = c.dimension(call.arg(0));
                    return (StringCalc) e -> text.apply(e, dimension.dimension(e));
                })
                .overload("<Hierarchy>." + name, STRING, (call, c) -> {
                    HierarchyCalc hierarchy = c.hierarchy(call.arg(0));
                    return (StringCalc) e -> text.apply(e, hierarchy.hierarchy(e));
                })
                .overload("<Level>." + name, STRING, (call, c) -> {
                    LevelCalc level = c.level(call.arg(0));
                    return (StringCalc) e -> text.apply(e, level.level(e));
                })
                .overload("<Member>." + name, STRING, (call, c) -> {
                    MemberCalc member = c.member(call.arg(0));
                    return (StringCalc) e -> text.apply(e, member.member(e));
                }));
    }

    private static Calc dimension(CallExp call, ExpCompiler c) {
        HierarchyCalc hierarchy = c.hierarchy(call.arg(0));
        return (DimensionCalc) e -> hierarchy.hierarchy(e).dimension();
    }

    private static Calc levelByDepth(CallExp call, ExpCompiler c) {
        HierarchyCalc hierarchy = c.hierarchy(call.arg(0));
        NumericCalc depth = c.number(call.arg(1));
        return (LevelCalc) e -> {
            List<Level> levels = hierarchy.hierarchy(e).levels();
            int wanted = Navigation.whole(depth.number(e));
            if (wanted < 0 || wanted >= levels.size()) {
                throw Scalars.error("The hierarchy " + hierarchy.hierarchy(e).uniqueName() + " has levels 0 to "
                        + (levels.size() - 1) + ", not " + wanted);
            }
            return levels.get(wanted);
        };
    }

    private static Calc levelByName(CallExp call, ExpCompiler c) {
        HierarchyCalc hierarchy = c.hierarchy(call.arg(0));
        StringCalc name = c.string(call.arg(1));
        return (LevelCalc) e -> {
            String wanted = name.string(e);
            return hierarchy.hierarchy(e).levels().stream()
                    .filter(level -> level.name().equalsIgnoreCase(wanted)
                            || level.uniqueName().equalsIgnoreCase(wanted))
                    .findFirst()
                    .orElseThrow(() -> Scalars.error(
                            "The hierarchy " + hierarchy.hierarchy(e).uniqueName() + " has no level '" + wanted + "'"));
        };
    }

    private static Calc levelOfCube(CallExp call, ExpCompiler c) {
        StringCalc name = c.string(call.arg(0));
        return (LevelCalc) e -> {
            String wanted = name.string(e);
            return e.cube().hierarchies().stream()
                    .flatMap(hierarchy -> e.access().levels(hierarchy).stream())
                    .filter(level -> level.uniqueName().equalsIgnoreCase(wanted)
                            || level.name().equalsIgnoreCase(wanted))
                    .findFirst()
                    .orElseThrow(() -> Scalars.error("The cube has no level '" + wanted + "'"));
        };
    }

    private static Calc hierarchyByPosition(CallExp call, ExpCompiler c) {
        NumericCalc position = c.number(call.arg(0));
        return (HierarchyCalc) e -> {
            List<Hierarchy> hierarchies = e.cube().hierarchies();
            int wanted = Navigation.whole(position.number(e));
            if (wanted < 0 || wanted >= hierarchies.size()) {
                throw Scalars.error("The cube has hierarchies 0 to " + (hierarchies.size() - 1) + ", not " + wanted);
            }
            return hierarchies.get(wanted);
        };
    }

    private static Calc hierarchyByName(CallExp call, ExpCompiler c) {
        StringCalc name = c.string(call.arg(0));
        return (HierarchyCalc) e -> {
            String wanted = name.string(e);
            return e.cube().hierarchies().stream()
                    .filter(h -> e.access().canSee(h))
                    .filter(h -> h.uniqueName().equalsIgnoreCase(wanted)
                            || h.name().equalsIgnoreCase(wanted)
                            || h.dimension().uniqueName().equalsIgnoreCase(wanted))
                    .findFirst()
                    .orElseThrow(() -> Scalars.error("The cube has no hierarchy '" + wanted + "'"));
        };
    }
}
