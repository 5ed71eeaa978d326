package org.shapan.insight.sp;

import java.util.Optional;
import java.util.OptionalDouble;
import org.shapan.insight.Limits;
import org.shapan.insight.State;

/**
 * A-SP-04: messages to customers per message from them differ from the line's median, {@code |ln(ρ ÷ median)|}.
 *
 * @param factor between the two, in either direction
 */
record BalanceRule(String id, double weight, Limits factor) implements SpRule {
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
        double away = Math.exp(Math.abs(Math.log(own.getAsDouble() / usual.getAsDouble())));
        State state = factor.reached(away);
        return SpFinding.of(this, state, own.getAsDouble(), usual.getAsDouble(), factor.of(state));
    }
}
