package org.shapan.engine.calc.resolve;

import java.util.Set;
import org.shapan.engine.calc.expression.CallExp;
import org.shapan.engine.calc.expression.Exp;
import org.shapan.engine.calc.expression.MemberExp;
import org.shapan.engine.mdx.StringLiteral;
import org.shapan.engine.star.CalculatedMember;
import org.shapan.engine.star.Member;
import org.shapan.engine.star.StoredMeasure;

/** A calculated member without a format of its own shows numbers as the first member of its formula that has one. */
public final class Formats {
    /** Numbers of a measure without a format: with as many decimals as they have, three at most. */
    public static final String GENERAL = "#,##0.###";

    private Formats() {}

    static String of(StoredMeasure measure) {
        return measure.formatString() == null ? GENERAL : measure.formatString();
    }

    /** Null when no member of the expression has a format. */
    static String find(Exp exp, CubeFormulas formulas, Set<CalculatedMember> seen) {
        return switch (exp) {
            case MemberExp(Member member, var _) -> find(member, formulas, seen);
            case CallExp call -> {
                for (Exp arg : call.args()) {
                    String format = find(arg, formulas, seen);
                    if (format != null) {
                        yield format;
                    }
                }
                yield null;
            }
            default -> null;
        };
    }

    private static String find(Member member, CubeFormulas formulas, Set<CalculatedMember> seen) {
        return switch (member) {
            case StoredMeasure measure -> of(measure);
            case CalculatedMember calculated -> {
                if (calculated.properties().get("FORMAT_STRING") instanceof StringLiteral(String format, var _)) {
                    yield format;
                }
                yield seen.add(calculated) ? find(formulas.expressionOf(calculated), formulas, seen) : null;
            }
            default -> null;
        };
    }
}
