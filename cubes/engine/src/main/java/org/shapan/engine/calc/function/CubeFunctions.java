package org.shapan.engine.calc.function;

import static org.shapan.engine.calc.expression.Kind.MEMBER;
import static org.shapan.engine.calc.expression.Kind.SET;
import static org.shapan.engine.calc.expression.Kind.STRING;
import static org.shapan.engine.calc.expression.Kind.VALUE;

import org.shapan.engine.calc.eval.Calc;
import org.shapan.engine.calc.expression.CallExp;
import org.shapan.engine.calc.expression.ExpCompiler;
import org.shapan.engine.calc.expression.Kind;
import org.shapan.engine.calc.expression.MdxFunction;
import org.shapan.engine.calc.expression.Overload.Scope;
import org.shapan.engine.calc.expression.Parameter;
import org.shapan.engine.calc.expression.Signature;
import org.shapan.engine.mdx.Syntax;

/**
 * Functions that are replaced when names are resolved, because what they mean is known from the cube or the statement: the elements
 * then have their types, roles and cached values as if they had been written out.
 */
final class CubeFunctions implements Family {
    private static final Parameter TEXT = new Parameter(STRING, false, false);
    private static final Parameter ANYTHING = new Parameter(Kind.ANY, false, false);
    private static final Parameter OPTIONAL_TEXT = new Parameter(STRING, true, false);

    @Override
    public void define(FunctionTable.Builder table) {
        kpi(table, "KPIValue", "The measure that holds the value of a KPI of the cube.");
        kpi(table, "KPIGoal", "The measure that holds the goal of a KPI.");
        kpi(
                table,
                "KPIStatus",
                "The measure that holds how a KPI stands to its goal, usually from -1 (bad) to 1 (good).");
        kpi(
                table,
                "KPITrend",
                "The measure that holds how a KPI moves in time, usually from -1 (worse) to 1 (better).");
        kpi(table, "KPIWeight", "The measure that holds what a KPI contributes to its parent.");
        kpi(
                table,
                "KPICurrentTimeMember",
                "The time member at which a KPI is looked at: as its formula says, else the current member of the time dimension.");
        table.define(MdxFunction.named(
                        "MeasureGroupMeasures",
                        "The visible measures that come from one fact table, named by the base cube that has it.")
                .overload("MeasureGroupMeasures(<String>)", SET, CubeFunctions::replaced));
        table.define(MdxFunction.named(
                        "Parameter",
                        "Declares a parameter of the statement and stands for its value: name, type (NUMERIC, INTEGER, STRING or the name"
                                + " of a hierarchy or level), the value when the caller gives none, a description.")
                .overload(
                        Signature.special(
                                "Parameter",
                                Syntax.FUNCTION,
                                "Parameter(<String>, type, <Value>|<Member>[, <String>])",
                                TEXT,
                                ANYTHING,
                                ANYTHING,
                                OPTIONAL_TEXT),
                        VALUE,
                        Scope.PLAIN,
                        null,
                        CubeFunctions::replaced));
        table.define(MdxFunction.named("ParamRef", "The value of a parameter that the statement declares somewhere.")
                .overload("ParamRef(<String>)", VALUE, CubeFunctions::replaced));
        table.define(MdxFunction.named(
                        "CASE",
                        "What stands behind the first condition that holds, or behind the first value that is equal; else what stands"
                                + " behind ELSE, or empty.")
                .overload(
                        choice("CASE WHEN <Logical> THEN <Value> … [ELSE <Value>] END"),
                        VALUE,
                        Scope.PLAIN,
                        null,
                        CubeFunctions::replaced)
                .overload(
                        choice("CASE <Value> WHEN <Value> THEN <Value> … [ELSE <Value>] END"),
                        VALUE,
                        Scope.PLAIN,
                        null,
                        CubeFunctions::replaced));
    }

    private static void kpi(FunctionTable.Builder table, String name, String documentation) {
        table.define(
                MdxFunction.named(name, documentation).overload(name + "(<String>)", MEMBER, CubeFunctions::replaced));
    }

    private static Signature choice(String text) {
        return Signature.special("CASE", Syntax.CASE, text, new Parameter(VALUE, true, true));
    }

    /** What is left of such a call was not written as it must be. */
    static Calc replaced(CallExp call, ExpCompiler c) {
        throw call.error(call.overload().name() + " takes a name that stands in the statement as a text: "
                + call.overload().signature().text() + ", not an expression");
    }
}
