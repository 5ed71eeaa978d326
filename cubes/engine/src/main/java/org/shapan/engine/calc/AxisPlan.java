package org.shapan.engine.calc;

import java.util.List;
import org.shapan.engine.calc.eval.SetCalc;
import org.shapan.engine.calc.expression.Exp;
import org.shapan.engine.star.Hierarchy;

/**
 * An axis of a compiled query, or its slicer.
 *
 * @param hierarchies of the set, empty when they are not known before evaluation
 * @param properties of DIMENSION PROPERTIES, as written
 */
record AxisPlan(Exp set, SetCalc calc, List<Hierarchy> hierarchies, boolean nonEmpty, List<String> properties) {
    AxisPlan {
        hierarchies = List.copyOf(hierarchies);
        properties = List.copyOf(properties);
    }
}
