package org.shapan.engine.calc.expression;

import org.shapan.engine.calc.eval.Calc;
import org.shapan.engine.calc.eval.DimensionCalc;
import org.shapan.engine.calc.eval.HierarchyCalc;
import org.shapan.engine.calc.eval.LevelCalc;
import org.shapan.engine.calc.eval.LogicalCalc;
import org.shapan.engine.calc.eval.MemberCalc;
import org.shapan.engine.calc.eval.NumericCalc;
import org.shapan.engine.calc.eval.ScalarCalc;
import org.shapan.engine.calc.eval.SetCalc;
import org.shapan.engine.calc.eval.StringCalc;
import org.shapan.engine.calc.eval.TupleCalc;
import org.shapan.engine.star.Cube;

/** What a function asks to have its arguments compiled, converted to the kind it needs. */
public interface ExpCompiler {
    Cube cube();

    MemberCalc member(Exp exp);

    TupleCalc tuple(Exp exp);

    SetCalc set(Exp exp);

    LevelCalc level(Exp exp);

    HierarchyCalc hierarchy(Exp exp);

    DimensionCalc dimension(Exp exp);

    /** Any scalar; a member or tuple gives the value of its cell. */
    ScalarCalc scalar(Exp exp);

    NumericCalc number(Exp exp);

    StringCalc string(Exp exp);

    LogicalCalc logical(Exp exp);

    /** By the expression's own kind, without conversion. */
    Calc compile(Exp exp);

    /**
     * Hierarchies whose current member an expression looks at, by ordinal in ascending order: when none of them moves, its value stays.
     *
     * @param as what the expression stands for in its place: a member that stands for a number looks at all other hierarchies
     * @return null when the expression looks at more than that and cannot be kept
     */
    int[] dependencies(Exp exp, Kind as);
}
