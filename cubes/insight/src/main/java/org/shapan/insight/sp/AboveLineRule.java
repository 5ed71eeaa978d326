package org.shapan.insight.sp;

import java.util.Optional;
import java.util.OptionalDouble;
import org.shapan.insight.State;

/**
 * A-SP-06, -12: a share lies above the line's median.
 *
 * @param yellow least difference, 0.10 for ten percentage points
 * @param red as {@code yellow}
 */
record AboveLineRule(String id, int weight, boolean judgesNewCodes, SpFigure figure, double yellow, double red)
        implements SpRule {
    @Override
    public Optional<SpFinding> find(SpCase subject) {
        OptionalDouble own = subject.value(figure);
        OptionalDouble usual = subject.lineMedian(figure);
        if (own.isEmpty() || usual.isEmpty() || own.getAsDouble() - usual.getAsDouble() < yellow) {
            return Optional.empty();
        }
        boolean isRed = own.getAsDouble() - usual.getAsDouble() >= red;
        return Optional.of(new SpFinding(
                this, isRed ? State.RED : State.YELLOW, own.getAsDouble(), usual.getAsDouble(), isRed ? red : yellow));
    }
}
