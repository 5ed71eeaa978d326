package org.shapan.engine.calc.function;

import static org.shapan.engine.calc.expression.Kind.SET;
import static org.shapan.engine.calc.expression.Kind.STRING;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;
import org.shapan.engine.calc.eval.Calc;
import org.shapan.engine.calc.eval.SetCalc;
import org.shapan.engine.calc.eval.StringCalc;
import org.shapan.engine.calc.expression.CallExp;
import org.shapan.engine.calc.expression.DimensionExp;
import org.shapan.engine.calc.expression.Exp;
import org.shapan.engine.calc.expression.ExpCompiler;
import org.shapan.engine.calc.expression.HierarchyExp;
import org.shapan.engine.calc.expression.LevelExp;
import org.shapan.engine.calc.expression.MdxFunction;
import org.shapan.engine.calc.expression.Overload.Scope;
import org.shapan.engine.calc.expression.Type;
import org.shapan.engine.cell.TupleList;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.Member;

/** Sets made of other sets: generated tuple by tuple, or of some of their hierarchies. */
final class SetShaping implements Family {
    private static final Set<String> ALL = Set.of("ALL");

    @Override
    public void define(FunctionTable.Builder table) {
        table.define(MdxFunction.named(
                        "Generate",
                        "The second set evaluated at each tuple of the first, all together without duplicates, or with them by ALL;"
                                + " a text evaluated at each tuple, joined by a delimiter.")
                .overload(
                        "Generate(<Set>, <Set>)",
                        SET,
                        Scope.ITERATES,
                        args -> args.get(1).type().as(SET),
                        SetShaping::sets)
                .overload(
                        "Generate(<Set>, <Set>, <Symbol>)",
                        SET,
                        Scope.ITERATES,
                        args -> args.get(1).type().as(SET),
                        SetShaping::sets)
                .iterates("Generate(<Set>, <String>)", STRING, SetShaping::texts)
                .iterates("Generate(<Set>, <String>, <String>)", STRING, SetShaping::texts));
        table.define(MdxFunction.named("Extract", "The distinct tuples of some hierarchies of a set.")
                .overload(
                        "Extract(<Set>, <Hierarchy>...)",
                        SET,
                        Scope.PLAIN,
                        SetShaping::extractType,
                        SetShaping::extract));
    }

    private static Calc sets(CallExp call, ExpCompiler c) {
        boolean all = call.symbol(2, "", ALL).equals("ALL");
        SetCalc outer = c.set(call.arg(0));
        SetCalc inner = c.set(call.arg(1));
        List<Hierarchy> hierarchies = call.type().hierarchies();
        return (SetCalc) e -> {
            TupleList tuples = outer.set(e);
            List<TupleList> parts = new ArrayList<>();
            parts.add(TupleList.empty(hierarchies));
            long size = 0;
            for (int row = 0; row < tuples.size(); row++) {
                e.check();
                int mark = e.mark();
                e.set(tuples, row);
                TupleList part = inner.set(e);
                e.reset(mark);
                size += part.size();
                e.limits().checkTuples(size);
                parts.add(part);
            }
            TupleList joined = SetOperations.concatenate(parts);
            return all ? joined : SetOperations.distinct(joined);
        };
    }

    private static Calc texts(CallExp call, ExpCompiler c) {
        SetCalc set = c.set(call.arg(0));
        StringCalc text = c.string(call.arg(1));
        StringCalc delimiter = call.has(2) ? c.string(call.arg(2)) : e -> "";
        return (StringCalc) e -> {
            TupleList tuples = set.set(e);
            StringBuilder joined = new StringBuilder();
            for (int row = 0; row < tuples.size(); row++) {
                e.check();
                int mark = e.mark();
                e.set(tuples, row);
                joined.append(row == 0 ? "" : delimiter.string(e)).append(text.string(e));
                e.reset(mark);
            }
            return joined.toString();
        };
    }

    private static Type extractType(List<Exp> args) {
        List<Hierarchy> of = args.get(0).type().tupleHierarchies();
        List<Hierarchy> extracted = new ArrayList<>();
        for (Exp arg : args.subList(1, args.size())) {
            Hierarchy hierarchy =
                    switch (arg) {
                        case HierarchyExp(Hierarchy h, var _) -> h;
                        case DimensionExp(var dimension, var _) ->
                            dimension.hierarchies().stream()
                                    .filter(of::contains)
                                    .findFirst()
                                    .orElse(dimension.hierarchies().get(0));
                        case LevelExp(var level, var _) -> level.hierarchy();
                        default -> throw error("Extract takes hierarchies by name");
                    };
            if (!of.contains(hierarchy)) {
                throw error("The hierarchy " + hierarchy.uniqueName() + " is none of the set's");
            }
            if (extracted.contains(hierarchy)) {
                throw error("The hierarchy " + hierarchy.uniqueName() + " is extracted more than once");
            }
            extracted.add(hierarchy);
        }
        return Type.set(extracted);
    }

    private static Calc extract(CallExp call, ExpCompiler c) {
        SetCalc set = c.set(call.arg(0));
        List<Hierarchy> of = call.argType(0).tupleHierarchies();
        List<Hierarchy> hierarchies = call.type().hierarchies();
        int[] columns = hierarchies.stream().mapToInt(of::indexOf).toArray();
        return (SetCalc) e -> {
            TupleList tuples = set.set(e);
            TupleList.Builder rows = new TupleList.Builder(hierarchies, tuples.size());
            Member[] members = new Member[columns.length];
            for (int row = 0; row < tuples.size(); row++) {
                for (int i = 0; i < columns.length; i++) {
                    members[i] = tuples.member(row, columns[i]);
                }
                rows.add(members);
            }
            return SetOperations.distinct(rows.build());
        };
    }

    private static EngineException error(String message) {
        return new EngineException(OlapErrorCode.MDX_TYPE, message);
    }
}
