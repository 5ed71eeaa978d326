package org.shapan.insight.sp;

import java.util.Optional;
import java.util.OptionalDouble;
import org.shapan.insight.State;

/**
 * A-SP-10: complaints per 10,000 users, against a fixed limit or a multiple of the line's median, whichever is passed first.
 *
 * @param leastCases fewer complaints are chance
 */
record ComplaintRule(
        String id, int weight, double leastCases, double yellow, double red, double yellowTimes, double redTimes)
        implements SpRule {
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
        double yellowFrom = usual > 0 ? Math.min(yellow, yellowTimes * usual) : yellow;
        double redFrom = usual > 0 ? Math.min(red, redTimes * usual) : red;
        if (own < yellowFrom) {
            return Optional.empty();
        }
        boolean isRed = own >= redFrom;
        return Optional.of(
                new SpFinding(this, isRed ? State.RED : State.YELLOW, own, usual, isRed ? redFrom : yellowFrom));
    }
}
