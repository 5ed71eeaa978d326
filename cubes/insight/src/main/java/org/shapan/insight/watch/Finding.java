package org.shapan.insight.watch;

import static java.util.Objects.requireNonNull;

import org.shapan.insight.State;

/**
 * A rule that fired.
 *
 * @param rule id of the domain, such as {@code A-PA-02}
 * @param state yellow or red
 * @param value what was measured, in the unit of the rule's measure
 * @param base what it was measured against: expectation, mean, median or the yellow limit
 * @param threshold the limit that was passed, in the rule's own unit
 */
public record Finding(String rule, State state, double value, double base, double threshold) {
    public Finding {
        requireNonNull(rule, "rule is null");
        if (state != State.YELLOW && state != State.RED) {
            throw new IllegalArgumentException("a finding is yellow or red, not " + state);
        }
    }
}
