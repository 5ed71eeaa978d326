package org.shapan.insight.sp;

import java.util.Optional;
import java.util.OptionalDouble;
import org.shapan.insight.Limits;
import org.shapan.insight.State;

/**
 * A-SP-06, -12, -13: a share lies above the line's median.
 *
 * @param above differences, 0.10 for ten percentage points
 */
record AboveLineRule(String id, double weight, boolean judgesNewCodes, SpFigure figure, Limits above)
        implements SpRule {
    @Override
    public Optional<SpFinding> find(SpCase subject) {
        OptionalDouble own = subject.value(figure);
        OptionalDouble usual = subject.lineMedian(figure);
        if (own.isEmpty() || usual.isEmpty()) {
            return Optional.empty();
        }
        State state = above.reached(own.getAsDouble() - usual.getAsDouble());
        return SpFinding.of(this, state, own.getAsDouble(), usual.getAsDouble(), above.of(state));
    }
}
