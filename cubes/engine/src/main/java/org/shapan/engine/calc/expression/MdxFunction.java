package org.shapan.engine.calc.expression;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.shapan.engine.mdx.Syntax;

/**
 * A function, operator or property: its name, what it does, and its overloads. Built by the families:
 *
 * <pre>
 * MdxFunction.named("Filter", "The tuples of a set for which a condition holds, in their order.")
 *         .iterates("Filter(&lt;Set&gt;, &lt;Logical&gt;)", SET, (call, c) -&gt; …)
 * </pre>
 */
public final class MdxFunction {
    private final String name;
    private final String documentation;
    private final List<Overload> overloads = new ArrayList<>();

    private MdxFunction(String name, String documentation) {
        this.name = requireNonNull(name, "name is null");
        this.documentation = requireNonNull(documentation, "documentation is null");
    }

    /**
     * @param documentation what it returns, in one sentence or two; goes into the reference as it is
     */
    public static MdxFunction named(String name, String documentation) {
        return new MdxFunction(name, documentation);
    }

    /** An overload that looks at nothing but its arguments. */
    public MdxFunction overload(String signature, Kind result, Compile compile) {
        return overload(signature, result, Overload.Scope.PLAIN, null, compile);
    }

    /** An overload whose later arguments are evaluated at each tuple of its first. */
    public MdxFunction iterates(String signature, Kind result, Compile compile) {
        return overload(signature, result, Overload.Scope.ITERATES, null, compile);
    }

    /**
     * @param typeRule null for {@link Overload#defaultType}
     */
    public MdxFunction overload(
            String signature, Kind result, Overload.Scope scope, TypeRule typeRule, Compile compile) {
        return overload(Signature.parse(signature), result, scope, typeRule, compile);
    }

    public MdxFunction overload(
            Signature signature, Kind result, Overload.Scope scope, TypeRule typeRule, Compile compile) {
        TypeRule rule = typeRule == null ? args -> Overload.defaultType(result, args) : typeRule;
        overloads.add(new Overload(signature, result, rule, compile, scope));
        return this;
    }

    public String name() {
        return name;
    }

    public String documentation() {
        return documentation;
    }

    public List<Overload> overloads() {
        return List.copyOf(overloads);
    }

    public boolean has(Syntax syntax) {
        return overloads.stream().anyMatch(o -> o.signature().syntax() == syntax);
    }
}
