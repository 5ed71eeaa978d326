package org.shapan.engine.calc.expression;

import org.shapan.engine.api.Region;
import org.shapan.engine.calc.eval.SetCalc;

/**
 * A named set of the query or the catalog, or a set that an alias named in the expression around it.
 *
 * @param name as the expression wrote it
 * @param key identity by which the evaluator keeps the set
 * @param formula what the definition is compiled from; null for an alias
 * @param definition computes it; null for an alias, which has been computed when it is used
 */
public record NamedSetExp(String name, Object key, Exp formula, SetCalc definition, Type type, Region region)
        implements Exp {}
