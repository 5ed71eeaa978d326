package org.shapan.engine.calc.function;

import static org.shapan.engine.calc.expression.Kind.VALUE;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.shapan.engine.calc.eval.Calc;
import org.shapan.engine.calc.eval.IntrinsicProperties;
import org.shapan.engine.calc.eval.MemberCalc;
import org.shapan.engine.calc.eval.ScalarCalc;
import org.shapan.engine.calc.eval.Scalars;
import org.shapan.engine.calc.eval.StringCalc;
import org.shapan.engine.calc.expression.CallExp;
import org.shapan.engine.calc.expression.ExpCompiler;
import org.shapan.engine.calc.expression.MdxFunction;
import org.shapan.engine.star.CalculatedMember;
import org.shapan.engine.star.Member;

/** Properties of members by name. */
final class MemberAttributes implements Family {
    /** Properties that a member has even where they are empty. */
    private static final Set<String> OPTIONAL = Set.of("DESCRIPTION", "PARENT_UNIQUE_NAME", "MEMBER_KEY", "KEY");

    @Override
    public void define(FunctionTable.Builder table) {
        table.define(MdxFunction.named(
                        "Properties", "A property of a member by its name; empty where the member has none of it.")
                .overload("<Member>.Properties(<String>)", VALUE, MemberAttributes::properties));
        for (String name : List.of("MemberValue", "Member_Value")) {
            table.define(
                    MdxFunction.named(name, "The key of a member, as the database has it; its name when it has none.")
                            .overload("<Member>." + name, VALUE, MemberAttributes::value));
        }
    }

    private static Calc value(CallExp call, ExpCompiler c) {
        MemberCalc member = c.member(call.arg(0));
        return (ScalarCalc) (e, into) -> {
            Member m = member.member(e);
            Scalars.set(m.key() == null ? m.name() : m.key(), into);
        };
    }

    private static Calc properties(CallExp call, ExpCompiler c) {
        MemberCalc member = c.member(call.arg(0));
        StringCalc name = c.string(call.arg(1));
        return (ScalarCalc) (e, into) -> {
            Member m = member.member(e);
            String wanted = name.string(e);
            if (wanted == null) {
                throw Scalars.error("Properties needs the name of a property");
            }
            if (wanted.equalsIgnoreCase("VALUE")) {
                int mark = e.mark();
                e.set(m);
                e.value(into);
                e.reset(mark);
                return;
            }
            if (m instanceof CalculatedMember calculated) {
                ScalarCalc defined = e.formulas().property(calculated, wanted.toUpperCase(Locale.ROOT));
                if (defined != null) {
                    defined.value(e, into);
                    return;
                }
            }
            Object value = m.property(wanted);
            if (value == null) {
                value = IntrinsicProperties.value(m, wanted, e.access(), e.locale());
            }
            if (value == null && !isKnown(m, wanted)) {
                throw Scalars.error("Property '" + wanted + "' is not valid for member '" + m.uniqueName() + "'");
            }
            Scalars.set(value, into);
        };
    }

    private static boolean isKnown(Member member, String name) {
        return OPTIONAL.contains(name.toUpperCase(Locale.ROOT))
                || member.level().properties().stream()
                        .anyMatch(property -> property.name().equalsIgnoreCase(name));
    }
}
