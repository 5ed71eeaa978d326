package org.shapan.engine.calc.function;

import static org.shapan.engine.calc.expression.Kind.MEMBER;
import static org.shapan.engine.calc.expression.Kind.SET;
import static org.shapan.engine.calc.expression.Kind.STRING;
import static org.shapan.engine.calc.expression.Kind.TUPLE;

import java.util.ArrayList;
import java.util.List;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;
import org.shapan.engine.calc.eval.Calc;
import org.shapan.engine.calc.eval.Evaluator;
import org.shapan.engine.calc.eval.MemberCalc;
import org.shapan.engine.calc.eval.Scalars;
import org.shapan.engine.calc.eval.SetCalc;
import org.shapan.engine.calc.eval.StringCalc;
import org.shapan.engine.calc.eval.TupleCalc;
import org.shapan.engine.calc.expression.CallExp;
import org.shapan.engine.calc.expression.Exp;
import org.shapan.engine.calc.expression.ExpCompiler;
import org.shapan.engine.calc.expression.MdxFunction;
import org.shapan.engine.calc.expression.Overload.Scope;
import org.shapan.engine.calc.expression.Type;
import org.shapan.engine.cell.TupleList;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.Member;

/** Members, tuples and sets from texts and to texts. */
final class TextForms implements Family {
    @Override
    public void define(FunctionTable.Builder table) {
        table.define(MdxFunction.named("StrToMember", "The member that a text names.")
                .overload("StrToMember(<String>)", MEMBER, Scope.VOLATILE, args -> Type.of(MEMBER), TextForms::member)
                .overload(
                        "StrToMember(<String>, <Symbol>)",
                        MEMBER,
                        Scope.VOLATILE,
                        args -> Type.of(MEMBER),
                        TextForms::member));
        table.define(MdxFunction.named(
                        "StrToTuple", "The tuple that a text describes; the hierarchies tell what it is over.")
                .overload("StrToTuple(<String>)", TUPLE, Scope.VOLATILE, args -> Type.of(TUPLE), TextForms::tuple)
                .overload(
                        "StrToTuple(<String>, <Hierarchy>...)",
                        TUPLE,
                        Scope.VOLATILE,
                        TextForms::tupleType,
                        TextForms::tuple));
        table.define(MdxFunction.named(
                        "StrToSet", "The set that a text describes; the hierarchies tell what it is over.")
                .overload("StrToSet(<String>)", SET, Scope.VOLATILE, args -> Type.UNKNOWN_SET, TextForms::set)
                .overload(
                        "StrToSet(<String>, <Hierarchy>...)", SET, Scope.VOLATILE, TextForms::setType, TextForms::set));
        table.define(MdxFunction.named("MemberToStr", "The unique name of a member.")
                .overload("MemberToStr(<Member>)", STRING, (call, c) -> {
                    MemberCalc member = c.member(call.arg(0));
                    return (StringCalc) e -> member.member(e).uniqueName();
                }));
        table.define(MdxFunction.named("TupleToStr", "A tuple as text.")
                .overload("TupleToStr(<Tuple>)", STRING, (call, c) -> {
                    TupleCalc tuple = c.tuple(call.arg(0));
                    return (StringCalc) e -> {
                        Member[] members = tuple.tuple(e);
                        for (Member member : members) {
                            if (member.isNull()) {
                                return "";
                            }
                        }
                        return text(members);
                    };
                }));
        table.define(MdxFunction.named("SetToStr", "A set as text.").overload("SetToStr(<Set>)", STRING, (call, c) -> {
            SetCalc set = c.set(call.arg(0));
            return (StringCalc) e -> text(set.set(e));
        }));
    }

    private static String text(Member[] members) {
        if (members.length == 1) {
            return members[0].uniqueName();
        }
        List<String> names = new ArrayList<>();
        for (Member member : members) {
            names.add(member.uniqueName());
        }
        return "(" + String.join(", ", names) + ")";
    }

    private static String text(TupleList tuples) {
        List<String> rows = new ArrayList<>();
        Member[] members = new Member[tuples.width()];
        for (int row = 0; row < tuples.size(); row++) {
            tuples.copyRow(row, members);
            rows.add(text(members));
        }
        return "{" + String.join(", ", rows) + "}";
    }

    private static Calc member(CallExp call, ExpCompiler c) {
        StringCalc text = c.string(call.arg(0));
        return (MemberCalc) e -> ((MemberCalc) compiled(e, text, MemberCalc.class)).member(e);
    }

    private static Calc tuple(CallExp call, ExpCompiler c) {
        StringCalc text = c.string(call.arg(0));
        return (TupleCalc) e -> ((TupleCalc) compiled(e, text, TupleCalc.class)).tuple(e);
    }

    private static Calc set(CallExp call, ExpCompiler c) {
        StringCalc text = c.string(call.arg(0));
        List<Hierarchy> hierarchies = call.type().hierarchies();
        return (SetCalc) e -> {
            TupleList tuples = ((SetCalc) compiled(e, text, SetCalc.class)).set(e);
            if (!hierarchies.isEmpty()
                    && !tuples.isEmpty()
                    && !tuples.hierarchies().equals(hierarchies)) {
                throw Scalars.error("StrToSet: the text describes a set over other hierarchies than those named");
            }
            return tuples;
        };
    }

    private static Calc compiled(Evaluator e, StringCalc text, Class<? extends Calc> as) {
        String expression = text.string(e);
        if (expression == null || expression.isBlank()) {
            throw Scalars.error("An MDX expression was expected, but the text is empty");
        }
        try {
            return e.formulas().compile(expression, as);
        } catch (EngineException failure) {
            throw new EngineException(OlapErrorCode.MDX_EVALUATION, failure.getMessage(), failure);
        }
    }

    private static Type tupleType(List<Exp> args) {
        List<Hierarchy> hierarchies = setType(args).hierarchies();
        return hierarchies.size() == 1 ? new Type(TUPLE, hierarchies, null, null) : Type.tuple(hierarchies);
    }

    private static Type setType(List<Exp> args) {
        return Crossing.type(args.subList(1, args.size()));
    }
}
