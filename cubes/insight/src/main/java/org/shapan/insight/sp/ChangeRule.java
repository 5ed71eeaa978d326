package org.shapan.insight.sp;

import java.util.Optional;
import org.shapan.insight.State;

/**
 * A-SP-01, -02, -03, -05: a figure has moved away from the median of the six months before.
 *
 * @param yellow least relative change in either direction
 * @param redRise least rise for red
 * @param redFall least fall for red, as a positive number
 * @param yellowDistance least robust distance for yellow; 0 for none
 * @param redDistance least robust distance for red; 0 for none
 */
record ChangeRule(
        String id,
        int weight,
        SpFigure figure,
        double yellow,
        double redRise,
        double redFall,
        double yellowDistance,
        double redDistance)
        implements SpRule {
    /** For a rule in which no fall is red. */
    static final double NEVER = Double.POSITIVE_INFINITY;

    @Override
    public boolean judgesNewCodes() {
        return false;
    }

    @Override
    public Optional<SpFinding> find(SpCase subject) {
        return Vertical.of(subject.code().series(figure), subject.month()).flatMap(this::judge);
    }

    private Optional<SpFinding> judge(Vertical vertical) {
        double change = vertical.change();
        double distance = Math.abs(vertical.distance());
        if ((change >= redRise || -change >= redFall) && distance >= redDistance) {
            return finding(State.RED, vertical, change > 0 ? redRise : -redFall);
        }
        return Math.abs(change) >= yellow && distance >= yellowDistance
                ? finding(State.YELLOW, vertical, change > 0 ? yellow : -yellow)
                : Optional.empty();
    }

    private Optional<SpFinding> finding(State state, Vertical vertical, double threshold) {
        return Optional.of(new SpFinding(this, state, vertical.change(), vertical.median(), threshold));
    }
}
