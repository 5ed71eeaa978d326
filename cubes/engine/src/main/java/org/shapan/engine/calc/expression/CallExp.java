package org.shapan.engine.calc.expression;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;
import org.shapan.engine.api.Region;

/** A call of one overload of a function. */
public record CallExp(Overload overload, List<Exp> args, Type type, Region region) implements Exp {
    public CallExp {
        requireNonNull(overload, "overload is null");
        args = List.copyOf(args);
        requireNonNull(type, "type is null");
    }

    public Exp arg(int index) {
        return args.get(index);
    }

    public Type argType(int index) {
        return args.get(index).type();
    }

    /** Whether an argument was given: it is there and not left out between commas. */
    public boolean has(int index) {
        return index < args.size() && !(args.get(index) instanceof EmptyExp);
    }

    /**
     * A keyword argument.
     *
     * @param otherwise when the argument was not given
     * @throws EngineException MDX_TYPE when it is none of {@code allowed}
     */
    public String symbol(int index, String otherwise, Set<String> allowed) {
        if (!has(index)) {
            return otherwise;
        }
        String name = ((SymbolExp) args.get(index)).name().toUpperCase(Locale.ROOT);
        if (!allowed.contains(name)) {
            throw error("'" + name + "' is not a flag of " + overload.name() + "; allowed are " + allowed);
        }
        return name;
    }

    /** A typed error at the place of this call. */
    public EngineException error(String message) {
        return new EngineException(OlapErrorCode.MDX_TYPE, message, region, null);
    }
}
