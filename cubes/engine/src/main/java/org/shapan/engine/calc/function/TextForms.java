package org.shapan.engine.calc.function;

import static org.shapan.engine.calc.expression.Kind.MEMBER;
import static org.shapan.engine.calc.expression.Kind.SET;
import static org.shapan.engine.calc.expression.Kind.STRING;
import static org.shapan.engine.calc.expression.Kind.TUPLE;
import static org.shapan.engine.calc.expression.Kind.VALUE;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;
import org.shapan.engine.calc.eval.Calc;
import org.shapan.engine.calc.eval.Evaluator;
import org.shapan.engine.calc.eval.Formulas;
import org.shapan.engine.calc.eval.MemberCalc;
import org.shapan.engine.calc.eval.ScalarCalc;
import org.shapan.engine.calc.eval.Scalars;
import org.shapan.engine.calc.eval.SetCalc;
import org.shapan.engine.calc.eval.StringCalc;
import org.shapan.engine.calc.eval.TupleCalc;
import org.shapan.engine.calc.expression.CallExp;
import org.shapan.engine.calc.expression.Exp;
import org.shapan.engine.calc.expression.ExpCompiler;
import org.shapan.engine.calc.expression.Kind;
import org.shapan.engine.calc.expression.LiteralExp;
import org.shapan.engine.calc.expression.MdxFunction;
import org.shapan.engine.calc.expression.Overload.Scope;
import org.shapan.engine.calc.expression.Type;
import org.shapan.engine.cell.TupleList;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.Member;

/** Members, tuples and sets from texts and to texts. */
final class TextForms implements Family {
    private static final String CONSTRAINED = "CONSTRAINED";

    @Override
    public void define(FunctionTable.Builder table) {
        table.define(MdxFunction.named(
                        "StrToMember",
                        "The member that a text names. With CONSTRAINED, here and in the functions below, the text may hold"
                                + " nothing but names, braces and parentheses.")
                .overload(
                        "StrToMember(<String>[, <Symbol>])",
                        MEMBER,
                        Scope.VOLATILE,
                        args -> Type.of(MEMBER),
                        TextForms::member));
        table.define(MdxFunction.named(
                        "StrToTuple", "The tuple that a text describes; the hierarchies tell what it is over.")
                .overload(
                        "StrToTuple(<String>[, <Symbol>])",
                        TUPLE,
                        Scope.VOLATILE,
                        args -> Type.of(TUPLE),
                        TextForms::tuple)
                .overload(
                        "StrToTuple(<String>, <Hierarchy>...)",
                        TUPLE,
                        Scope.VOLATILE,
                        TextForms::tupleType,
                        TextForms::tuple));
        table.define(MdxFunction.named(
                        "StrToSet", "The set that a text describes; the hierarchies tell what it is over.")
                .overload(
                        "StrToSet(<String>[, <Symbol>])", SET, Scope.VOLATILE, args -> Type.UNKNOWN_SET, TextForms::set)
                .overload(
                        "StrToSet(<String>, <Hierarchy>...)", SET, Scope.VOLATILE, TextForms::setType, TextForms::set));
        table.define(MdxFunction.named("StrToValue", "The value of an expression that is given as text.")
                .overload("StrToValue(<String>[, <Symbol>])", VALUE, Scope.VOLATILE, null, (call, c) -> {
                    Meaning<ScalarCalc> meaning = new Meaning<>(call, c, ScalarCalc.class);
                    return (ScalarCalc) (e, into) -> meaning.of(e).value(e, into);
                }));
        table.define(MdxFunction.named(
                        "NameToSet",
                        "The set of the member that a text names; without elements when there is none of the name.")
                .overload("NameToSet(<String>)", SET, Scope.VOLATILE, args -> Type.UNKNOWN_SET, TextForms::named));
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

    static Calc member(CallExp call, ExpCompiler c) {
        Meaning<MemberCalc> meaning = new Meaning<>(call, c, MemberCalc.class);
        return (MemberCalc) e -> meaning.of(e).member(e);
    }

    private static Calc named(CallExp call, ExpCompiler c) {
        StringCalc text = c.string(call.arg(0));
        return (SetCalc) e -> {
            MemberCalc member;
            try {
                member = (MemberCalc) e.formulas().compile(text.string(e), MemberCalc.class, true);
            } catch (EngineException failure) {
                if (failure.code() != OlapErrorCode.MDX_UNKNOWN_NAME) {
                    throw failure;
                }
                return TupleList.empty(List.of());
            }
            Member found = member.member(e);
            return TupleList.ofMembers(found.hierarchy(), List.of(found));
        };
    }

    private static Calc tuple(CallExp call, ExpCompiler c) {
        Meaning<TupleCalc> meaning = new Meaning<>(call, c, TupleCalc.class);
        TupleCalc tuple = e -> meaning.of(e).tuple(e);
        return call.type().kind() == MEMBER ? (MemberCalc) e -> tuple.tuple(e)[0] : tuple;
    }

    private static Calc set(CallExp call, ExpCompiler c) {
        Meaning<SetCalc> meaning = new Meaning<>(call, c, SetCalc.class);
        List<Hierarchy> hierarchies = call.type().hierarchies();
        return (SetCalc) e -> {
            TupleList tuples = meaning.of(e).set(e);
            if (!hierarchies.isEmpty()
                    && !tuples.isEmpty()
                    && !tuples.hierarchies().equals(hierarchies)) {
                throw Scalars.error("StrToSet: the text describes a set over other hierarchies than those named");
            }
            return tuples;
        };
    }

    /** What the text of a call means; the meaning of the last text is kept, for most calls have only one. */
    private static final class Meaning<T extends Calc> {
        private final StringCalc text;
        private final boolean written;
        private final Class<T> as;
        private final boolean namesOnly;
        private volatile Known<T> last;

        private record Known<T>(String text, Formulas formulas, T calc) {}

        Meaning(CallExp call, ExpCompiler compiler, Class<T> as) {
            this.text = compiler.string(call.arg(0));
            this.written = call.arg(0) instanceof LiteralExp;
            this.as = as;
            this.namesOnly = call.has(1)
                    && call.argType(1).kind() == Kind.SYMBOL
                    && call.symbol(1, "", Set.of(CONSTRAINED)).equals(CONSTRAINED);
        }

        T of(Evaluator e) {
            String wanted = text.string(e);
            if (wanted == null || wanted.isBlank()) {
                throw Scalars.error("An MDX expression was expected, but the text is empty");
            }
            Known<T> known = last;
            if (known == null || known.formulas != e.formulas() || !known.text.equals(wanted)) {
                known = new Known<>(wanted, e.formulas(), compile(e, wanted));
                last = known;
            }
            return known.calc;
        }

        /** A text that stands in the query is as wrong as any unknown name in it; a computed one spoils only its cell. */
        private T compile(Evaluator e, String wanted) {
            try {
                return as.cast(e.formulas().compile(wanted, as, namesOnly));
            } catch (EngineException failure) {
                throw new EngineException(
                        written ? OlapErrorCode.MDX_UNKNOWN_NAME : OlapErrorCode.MDX_EVALUATION,
                        "The text '" + wanted + "': " + failure.getMessage(),
                        failure);
            }
        }
    }

    private static Type tupleType(List<Exp> args) {
        List<Hierarchy> hierarchies = setType(args).hierarchies();
        return hierarchies.size() == 1 ? Type.member(hierarchies.get(0)) : Type.tuple(hierarchies);
    }

    private static Type setType(List<Exp> args) {
        return Crossing.type(args.subList(1, args.size()));
    }
}
