package org.shapan.insight.sp;

import java.util.Optional;
import java.util.OptionalDouble;
import org.shapan.insight.Limits;
import org.shapan.insight.State;

/**
 * A-SP-10: complaints per 10,000 users, against a fixed limit or a multiple of the line's median, whichever is passed first.
 *
 * @param leastCases fewer complaints are chance
 */
record ComplaintRule(String id, double weight, double leastCases, Limits per10k, Limits timesLine) implements SpRule {
    private static final double PER = 10_000;

    @Override
    public boolean judgesNewCodes() {
        return true;
    }

    @Override
    public Optional<SpFinding> find(SpCase subject) {
        OptionalDouble ratio = subject.ratio(SpFigure.COMPLAINTS, SpFigure.USERS);
        if (ratio.isEmpty() || subject.value(SpFigure.COMPLAINTS).orElse(0) < leastCases) {
            return Optional.empty();
        }
        double own = ratio.getAsDouble() * PER;
        double usual = subject.lineMedian(SpFigure.COMPLAINTS, SpFigure.USERS).orElse(0) * PER;
        Limits from = usual > 0
                ? new Limits(
                        Math.min(per10k.yellow(), timesLine.yellow() * usual),
                        Math.min(per10k.red(), timesLine.red() * usual))
                : per10k;
        State state = from.reached(own);
        return SpFinding.of(this, state, own, usual, from.of(state));
    }
}
