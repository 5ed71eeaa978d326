package org.shapan.engine.calc.function;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.shapan.engine.calc.expression.MdxFunction;
import org.shapan.engine.calc.expression.Overload;
import org.shapan.engine.mdx.Syntax;

/** All functions by name, case-insensitive. Immutable. */
public final class FunctionTable {
    private static final FunctionTable STANDARD = build(List.of(
            new Operators(),
            new Comparisons(),
            new Logic(),
            new SetConstruction(),
            new Crossing(),
            new SetBasics(),
            new SetOperations(),
            new SetShaping(),
            new Filters(),
            new Ordering(),
            new Rankings(),
            new Existence(),
            new Aggregates(),
            new Navigation(),
            new Descent(),
            new Elements(),
            new MemberAttributes(),
            new Membership(),
            new Kinship(),
            new CubeFunctions(),
            new Time(),
            new TextForms(),
            new Drill(),
            new DrillRanked(),
            new VisualTotals(),
            new CellFunctions(),
            new Choices(),
            new Statistics(),
            new Regression(),
            new Matching(),
            new Mathematics(),
            new Texts(),
            new Conversion(),
            new Dates(),
            new CurrentDate(),
            new Session(),
            new Formatting(),
            new Colours(),
            new Finance(),
            new CashFlows()));

    private final Map<String, MdxFunction> functions;

    private FunctionTable(Map<String, MdxFunction> functions) {
        this.functions = Collections.unmodifiableMap(functions);
    }

    /** Every function of the language. */
    public static FunctionTable standard() {
        return STANDARD;
    }

    /** In order of their names. */
    public Collection<MdxFunction> functions() {
        return functions.values();
    }

    /** Overloads of a name that are written in one of the ways; empty when there is none. */
    public List<Overload> overloads(String name, Syntax syntax) {
        MdxFunction function = functions.get(key(name));
        if (function == null) {
            return List.of();
        }
        return function.overloads().stream()
                .filter(o -> o.signature().syntax() == syntax)
                .toList();
    }

    /** Whether a name is a property that may follow a dot, as in {@code x.Children}. */
    public boolean isProperty(String name) {
        return !overloads(name, Syntax.PROPERTY).isEmpty();
    }

    private static FunctionTable build(List<Family> families) {
        Builder builder = new Builder();
        families.forEach(family -> family.define(builder));
        return new FunctionTable(builder.functions);
    }

    private static String key(String name) {
        return name.toUpperCase(Locale.ROOT);
    }

    /** Collects what the families define. */
    static final class Builder {
        private final Map<String, MdxFunction> functions = new TreeMap<>();

        /**
         * @throws IllegalStateException when the name is taken: one name is one function with all its overloads
         */
        void define(MdxFunction function) {
            if (functions.putIfAbsent(key(function.name()), function) != null) {
                throw new IllegalStateException("defined twice: " + function.name());
            }
        }
    }
}
