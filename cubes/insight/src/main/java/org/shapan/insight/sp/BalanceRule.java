package org.shapan.insight.sp;

import java.util.Optional;
import java.util.OptionalDouble;
import org.shapan.insight.State;

/**
 * A-SP-04: messages to customers per message from them differ from the line's median, {@code |ln(ρ ÷ median)|}.
 *
 * @param yellow least factor between the two, in either direction
 * @param red as {@code yellow}
 */
record BalanceRule(String id, int weight, double yellow, double red) implements SpRule {
    @Override
    public boolean judgesNewCodes() {
        return true;
    }

    @Override
    public Optional<SpFinding> find(SpCase subject) {
        OptionalDouble own = subject.ratio(SpFigure.MT, SpFigure.MO);
        OptionalDouble usual = subject.lineMedian(SpFigure.MT, SpFigure.MO);
        if (own.isEmpty() || usual.isEmpty() || own.getAsDouble() <= 0 || usual.getAsDouble() <= 0) {
            return Optional.empty();
        }
        double away = Math.abs(Math.log(own.getAsDouble() / usual.getAsDouble()));
        if (away < Math.log(yellow)) {
            return Optional.empty();
        }
        boolean isRed = away >= Math.log(red);
        return Optional.of(new SpFinding(
                this, isRed ? State.RED : State.YELLOW, own.getAsDouble(), usual.getAsDouble(), isRed ? red : yellow));
    }
}
