package org.shapan.insight.sp;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.shapan.insight.State;

/**
 * A rule that fired.
 *
 * @param state yellow or red
 * @param value what was measured, in the rule's own unit
 * @param base what it was measured against: a median, or the yellow limit itself for rules with fixed limits
 * @param threshold the limit that was passed, in the rule's own unit
 */
public record SpFinding(SpRule rule, State state, double value, double base, double threshold) {
    /** Empty for a state that is neither yellow nor red. */
    static Optional<SpFinding> of(SpRule rule, State state, double value, double base, double threshold) {
        return state == State.YELLOW || state == State.RED
                ? Optional.of(new SpFinding(rule, state, value, base, threshold))
                : Optional.empty();
    }

    public SpFinding {
        requireNonNull(rule, "rule is null");
        if (state != State.YELLOW && state != State.RED) {
            throw new IllegalArgumentException("a finding is yellow or red, not " + state);
        }
    }

    /** Share of the weight that counts: half for yellow, all for red. */
    double points() {
        return state == State.RED ? rule.weight() : rule.weight() / 2.0;
    }
}
