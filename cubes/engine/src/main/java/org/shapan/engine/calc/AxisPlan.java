package org.shapan.engine.calc;

import java.util.List;
import java.util.Set;
import org.shapan.engine.calc.eval.SetCalc;
import org.shapan.engine.calc.expression.Exp;
import org.shapan.engine.calc.expression.WholeLevels;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.Level;

/**
 * An axis of a compiled query, or its slicer.
 *
 * @param factors sets whose product the axis is: one unless it is a cross join
 * @param hierarchies of the set, empty when they are not known before evaluation
 * @param wholeLevels see {@link WholeLevels}
 * @param properties of DIMENSION PROPERTIES, as written
 */
record AxisPlan(
        Exp set,
        List<SetCalc> factors,
        List<Hierarchy> hierarchies,
        boolean nonEmpty,
        Set<Level> wholeLevels,
        List<String> properties) {
    AxisPlan {
        factors = List.copyOf(factors);
        hierarchies = List.copyOf(hierarchies);
        wholeLevels = Set.copyOf(wholeLevels);
        properties = List.copyOf(properties);
    }

    /** Whether the axis need not be evaluated, nor levels be read for it, when no row lies in the slice. */
    boolean waitsForRows() {
        return nonEmpty && !wholeLevels.stream().allMatch(Level::isLoaded);
    }
}
