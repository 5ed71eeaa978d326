package org.shapan.engine.calc.resolve;

import static java.util.Objects.requireNonNull;

import java.util.function.Supplier;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;
import org.shapan.engine.api.Region;
import org.shapan.engine.calc.expression.Exp;
import org.shapan.engine.calc.expression.ExpCompiler;
import org.shapan.engine.calc.expression.Kind;
import org.shapan.engine.calc.expression.NamedSetExp;
import org.shapan.engine.mdx.Expression;

/** A named set that is resolved and compiled when it is first used; notices a set that is defined by itself. Thread-safe. */
final class LazySet implements Supplier<NamedSetExp> {
    private final String name;
    private final Expression formula;
    private final Supplier<Resolver> resolver;
    private final ExpCompiler compiler;
    private NamedSetExp resolved;
    private boolean resolving;

    LazySet(String name, Expression formula, Supplier<Resolver> resolver, ExpCompiler compiler) {
        this.name = requireNonNull(name, "name is null");
        this.formula = requireNonNull(formula, "formula is null");
        this.resolver = requireNonNull(resolver, "resolver is null");
        this.compiler = requireNonNull(compiler, "compiler is null");
    }

    @Override
    public synchronized NamedSetExp get() {
        if (resolved != null) {
            return resolved;
        }
        Region region = formula.region();
        if (resolving) {
            throw new EngineException(
                    OlapErrorCode.MDX_TYPE, "The set [" + name + "] is defined by itself", region, null);
        }
        resolving = true;
        try {
            Exp set = resolver.get().resolveSet(formula);
            if (set.type().kind() != Kind.SET) {
                throw new EngineException(
                        OlapErrorCode.MDX_TYPE,
                        "The named set [" + name + "] must be a set, but it is a "
                                + set.type().kind(),
                        region,
                        null);
            }
            resolved = new NamedSetExp(name, this, set, compiler.set(set), set.type(), region);
        } finally {
            resolving = false;
        }
        return resolved;
    }
}
