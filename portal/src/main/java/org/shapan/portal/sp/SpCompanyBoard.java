package org.shapan.portal.sp;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.shapan.insight.State;
import org.shapan.insight.sp.SpFinding;
import org.shapan.insight.sp.SpVerdict;

/**
 * Everything on the page of a company.
 *
 * @param months to choose from, latest first
 * @param lines codes of the business lines to choose from
 * @param choices companies, those that stand out most first, then business codes in the same order
 * @param company code of the company
 * @param unit the company, or the code that was chosen
 * @param verdict of the code that was chosen, or of the company through its worst code
 * @param rules ids of all rules, in order
 * @param codes of the company, by score
 * @param shown the code that was chosen; empty for the company
 * @param judged the code that the verdict is about
 * @param lineMedians medians of MO and MT over the codes of the judged code's line; empty with fewer than three
 */
public record SpCompanyBoard(
        YearMonth month,
        List<YearMonth> months,
        List<String> lines,
        List<SpChoice> choices,
        String company,
        String companyName,
        SpUnit unit,
        SpVerdict verdict,
        List<String> rules,
        List<SpCodeRow> codes,
        Optional<SpCodeRow> shown,
        Optional<SpCodeRow> judged,
        Map<SpKpi, OptionalDouble> lineMedians) {
    public SpCompanyBoard {
        requireNonNull(month, "month is null");
        requireNonNull(unit, "unit is null");
        requireNonNull(verdict, "verdict is null");
        months = List.copyOf(months);
        lines = List.copyOf(lines);
        choices = List.copyOf(choices);
        rules = List.copyOf(rules);
        codes = List.copyOf(codes);
    }

    /** What a rule found in the judged code; empty where it found nothing. */
    public Optional<SpFinding> finding(String rule) {
        return verdict.findings().stream()
                .filter(finding -> finding.rule().id().equals(rule))
                .findFirst();
    }

    /** Colour of a rule: green where it found nothing, none where nothing was judged. */
    public State state(String rule) {
        return finding(rule).map(SpFinding::state).orElse(verdict.state() == State.NONE ? State.NONE : State.GREEN);
    }

    /** Points of a rule in the score: all of its weight in red, half in yellow. */
    public double points(String rule) {
        return finding(rule)
                .map(found -> found.state() == State.RED
                        ? found.rule().weight()
                        : found.rule().weight() / 2)
                .orElse(0.0);
    }
}
