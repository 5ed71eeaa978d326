package org.shapan.engine.calc.eval;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Function;

/** Values of a query's parameters, each computed once in the context of the query. */
final class ParameterValues {
    private static final Object COMPUTING = new Object();

    private final Map<Object, Object> values = new IdentityHashMap<>();

    /**
     * @param key identity of the parameter
     * @throws org.shapan.engine.api.EngineException MDX_EVALUATION when the value needs itself
     */
    Object get(Object key, String name, Function<Evaluator, Object> value, Evaluator evaluator) {
        if (values.containsKey(key)) {
            Object known = values.get(key);
            if (known == COMPUTING) {
                throw Scalars.error("The value of parameter '" + name + "' needs itself");
            }
            return known;
        }
        values.put(key, COMPUTING);
        long misses = evaluator.misses();
        int mark = evaluator.mark();
        evaluator.enterQueryContext();
        Object computed = value.apply(evaluator);
        evaluator.reset(mark);
        if (misses == evaluator.misses()) {
            values.put(key, computed);
        } else {
            values.remove(key);
        }
        return computed;
    }

    /** To be called after a pass that ended in the middle of a value. */
    void recover() {
        values.values().removeIf(value -> value == COMPUTING);
    }
}
