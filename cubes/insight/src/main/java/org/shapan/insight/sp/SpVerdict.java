package org.shapan.insight.sp;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.shapan.insight.Limits;
import org.shapan.insight.State;

/**
 * What the rules say of a code, or of a company through its worst code.
 *
 * @param code the code that was judged
 * @param score 异动得分 (SPM-25): points of the findings, at most 100
 * @param state {@code NONE} where the code was not billed in the month
 * @param findings in the order of the rules
 */
public record SpVerdict(String code, double score, State state, List<SpFinding> findings) {
    private static final double MOST = 100;

    public SpVerdict {
        requireNonNull(code, "code is null");
        requireNonNull(state, "state is null");
        findings = List.copyOf(findings);
    }

    static SpVerdict of(String code, List<SpFinding> findings, Limits scores) {
        double score =
                Math.min(MOST, findings.stream().mapToDouble(SpFinding::points).sum());
        boolean decided = findings.stream()
                .anyMatch(finding -> finding.state() == State.RED
                        && SpRules.DECISIVE.contains(finding.rule().id()));
        boolean notable = findings.stream()
                .anyMatch(finding -> SpRules.NOTABLE.contains(finding.rule().id()));
        State reached = scores.reached(score);
        State state = decided ? State.RED : notable && reached == State.GREEN ? State.YELLOW : reached;
        return new SpVerdict(code, score, state, findings);
    }
}
