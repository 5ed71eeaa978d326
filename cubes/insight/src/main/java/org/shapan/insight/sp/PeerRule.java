package org.shapan.insight.sp;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.shapan.insight.Limits;
import org.shapan.insight.State;

/**
 * A-SP-15: messages per user or fee per user lie far from the line, by robust distance {@code |hz|}.
 *
 * @param perUser figures divided by users; the farthest counts
 */
record PeerRule(String id, double weight, List<SpFigure> perUser, Limits distance) implements SpRule {
    PeerRule {
        perUser = List.copyOf(perUser);
    }

    @Override
    public boolean judgesNewCodes() {
        return false;
    }

    @Override
    public Optional<SpFinding> find(SpCase subject) {
        SpFinding farthest = null;
        double most = 0;
        for (SpFigure figure : perUser) {
            OptionalDouble own = subject.ratio(figure, SpFigure.USERS);
            if (own.isEmpty()) {
                continue;
            }
            double away = Math.abs(subject.line()
                    .distance(own.getAsDouble(), figure, SpFigure.USERS)
                    .orElse(0));
            State state = distance.reached(away);
            if (state != State.GREEN && away > most) {
                most = away;
                double usual = subject.lineMedian(figure, SpFigure.USERS).orElse(0);
                farthest = new SpFinding(this, state, own.getAsDouble(), usual, distance.of(state));
            }
        }
        return Optional.ofNullable(farthest);
    }
}
