package org.shapan.engine.calc.resolve;

import java.util.Locale;
import org.shapan.engine.calc.eval.Calc;
import org.shapan.engine.calc.eval.Evaluator;
import org.shapan.engine.calc.eval.MemberCalc;
import org.shapan.engine.calc.eval.ScalarCalc;
import org.shapan.engine.calc.eval.Scalars;
import org.shapan.engine.calc.eval.SetCalc;
import org.shapan.engine.calc.expression.Exp;
import org.shapan.engine.calc.expression.ExpCompiler;
import org.shapan.engine.calc.expression.Kind;
import org.shapan.engine.calc.expression.Type;
import org.shapan.engine.cell.CellValue;
import org.shapan.engine.cell.TupleList;
import org.shapan.engine.star.Member;

/** The value of a parameter: the caller's, or what its default expression gives. */
final class ParameterValue {
    private final String name;
    private final Type type;
    private final boolean modifiable;
    private volatile Calc calc;

    ParameterValue(String name, Type type, boolean modifiable) {
        this.name = name;
        this.type = type;
        this.modifiable = modifiable;
    }

    String name() {
        return name;
    }

    Type type() {
        return type;
    }

    void define(Exp exp, ExpCompiler compiler) {
        if (type.kind() == Kind.MEMBER) {
            check(exp);
            calc = exp.type().kind() == Kind.SET ? compiler.set(exp) : compiler.member(exp);
        } else {
            calc = compiler.scalar(exp);
        }
    }

    private void check(Exp exp) {
        Type given = exp.type();
        boolean sameDimension = given.hierarchy() == null
                || given.hierarchy().dimension() == type.hierarchy().dimension();
        boolean sameLevel = type.level() == null || given.level() == null || type.level() == given.level();
        if (!sameDimension || !sameLevel || given.hierarchy() != null && given.hierarchy() != type.hierarchy()) {
            throw QueryParameters.error(
                    "The default value of parameter '" + name + "' is not of its type", exp.region());
        }
    }

    Calc calc() {
        if (type.kind() == Kind.MEMBER) {
            return (MemberCalc) e -> (Member) value(e);
        }
        return (ScalarCalc) (e, into) -> Scalars.set(value(e), into);
    }

    private Object value(Evaluator e) {
        Object given = e.parameters().get(name.toUpperCase(Locale.ROOT));
        if (given != null && !modifiable) {
            throw Scalars.error("Parameter '" + name + "' keeps the value that the catalog gives it");
        }
        return e.parameter(this, name, any -> given == null ? otherwise(e) : converted(e, given));
    }

    private Object converted(Evaluator e, Object given) {
        if (type.kind() == Kind.MEMBER && !(given instanceof Member)) {
            return ((MemberCalc) e.formulas().compile(given.toString(), MemberCalc.class, false)).member(e);
        }
        return given;
    }

    private Object otherwise(Evaluator e) {
        return switch (calc) {
            case MemberCalc member -> member.member(e);
            case SetCalc set -> {
                TupleList tuples = set.set(e);
                yield tuples.isEmpty() ? type.hierarchy().nullMember() : tuples.member(0, 0);
            }
            case ScalarCalc scalar -> {
                CellValue value = new CellValue();
                scalar.value(e, value);
                yield value.boxed();
            }
            default -> throw new IllegalStateException("a parameter of " + type.kind());
        };
    }
}
