package org.shapan.portal.area;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.shapan.insight.State;

/**
 * A year's target of a unit and how far it is reached (REV-25).
 *
 * @param goal the target of the year, in the unit of the indicator
 * @param completion sum since January over the target
 * @param due part of the target that should be reached: {@link org.shapan.insight.TargetProgress#due}
 * @param history completion at the end of each month of the year so far
 */
public record TargetFigure(AreaKpi kpi, double goal, double completion, double due, State state, List<Double> history) {
    public TargetFigure {
        requireNonNull(kpi, "kpi is null");
        requireNonNull(state, "state is null");
        history = List.copyOf(history);
    }

    public double ratio() {
        return completion / due;
    }
}
