package org.shapan.engine.calc;

import java.util.List;
import org.shapan.engine.calc.eval.SetCalc;
import org.shapan.engine.calc.expression.Exp;
import org.shapan.engine.star.Hierarchy;

/**
 * An axis of a compiled query, or its slicer.
 *
 * @param factors sets whose product the axis is: one unless it is a cross join
 * @param hierarchies of the set, empty when they are not known before evaluation
 * @param properties of DIMENSION PROPERTIES, as written
 */
record AxisPlan(
        Exp set, List<SetCalc> factors, List<Hierarchy> hierarchies, boolean nonEmpty, List<String> properties) {
    AxisPlan {
        factors = List.copyOf(factors);
        hierarchies = List.copyOf(hierarchies);
        properties = List.copyOf(properties);
    }
}
