package org.shapan.engine.calc.resolve;

import java.util.List;
import org.shapan.engine.calc.eval.SetCalc;
import org.shapan.engine.calc.expression.CallExp;
import org.shapan.engine.calc.expression.Exp;
import org.shapan.engine.calc.expression.Kind;
import org.shapan.engine.calc.expression.NamedSetExp;
import org.shapan.engine.calc.expression.Overload;
import org.shapan.engine.calc.expression.Parameter;
import org.shapan.engine.calc.expression.Signature;
import org.shapan.engine.cell.TupleList;
import org.shapan.engine.mdx.Syntax;

/** {@code set AS name}: computes the set and keeps it under the name. */
final class Aliases {
    private static final Signature SIGNATURE =
            Signature.special("AS", Syntax.INTERNAL, "<Set> AS name", new Parameter(Kind.SET, false, false));

    private Aliases() {}

    static Exp call(Exp set, NamedSetExp alias) {
        Overload overload = new Overload(
                SIGNATURE,
                Kind.SET,
                args -> alias.type(),
                (call, compiler) -> {
                    SetCalc definition = compiler.set(call.arg(0));
                    return (SetCalc) e -> {
                        TupleList tuples = definition.set(e);
                        e.sets().alias(alias.key(), tuples);
                        return tuples;
                    };
                },
                Overload.Scope.VOLATILE);
        return new CallExp(overload, List.of(set), alias.type(), alias.region());
    }
}
