package org.shapan.insight.watch;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.util.List;
import org.shapan.insight.State;

/**
 * An entity that is yellow or red in a month.
 *
 * @param state of the entity: of an area or channel that of its one finding, of an SP code that of its score
 * @param findings why, at least one
 */
public record Alert(Entity entity, YearMonth month, State state, List<Finding> findings) {
    public Alert {
        requireNonNull(entity, "entity is null");
        requireNonNull(month, "month is null");
        requireNonNull(state, "state is null");
        findings = List.copyOf(findings);
    }

    static Alert of(Entity entity, YearMonth month, Finding finding) {
        return new Alert(entity, month, finding.state(), List.of(finding));
    }

    /** Whether a rule is among the findings. */
    public boolean has(String rule) {
        return findings.stream().anyMatch(finding -> finding.rule().equals(rule));
    }
}
