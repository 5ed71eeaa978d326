package org.shapan.insight.sp;

import java.util.Optional;
import org.shapan.insight.Limits;
import org.shapan.insight.State;

/**
 * A-SP-01, -02, -03, -05: a figure has moved away from the median of the six months before.
 *
 * @param rise relative changes upwards
 * @param fall relative changes downwards, as positive numbers
 * @param distance robust distances that must be reached with them
 */
record ChangeRule(String id, double weight, SpFigure figure, Limits rise, Limits fall, Limits distance)
        implements SpRule {
    /** Any distance is enough. */
    static final Limits ANY = new Limits(0, 0);

    @Override
    public boolean judgesNewCodes() {
        return false;
    }

    @Override
    public Optional<SpFinding> find(SpCase subject) {
        return Vertical.of(subject.code().series(figure), subject.month()).flatMap(this::judge);
    }

    private Optional<SpFinding> judge(Vertical vertical) {
        boolean isRise = vertical.change() > 0;
        Limits limits = isRise ? rise : fall;
        State near = limits.reached(Math.abs(vertical.change()));
        State far = distance.reached(Math.abs(vertical.distance()));
        State state = near.compareTo(far) <= 0 ? near : far;
        return SpFinding.of(
                this, state, vertical.change(), vertical.median(), isRise ? limits.of(state) : -limits.of(state));
    }
}
