package org.shapan.insight.sp;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.shapan.insight.Parameters;
import org.shapan.insight.State;

/** Judges service providers by the rules of domain §6.2.5. */
public final class SpScore {
    /** Months before which a code counts as new. */
    static final int NEW_CODE_MONTHS = 3;

    /** Codes with a smaller share of the company's fee do not colour the company. */
    static final double LEAST_SHARE = 0.05;

    private final Parameters parameters;
    private final List<SpRule> rules;

    public SpScore(Parameters parameters) {
        this.parameters = requireNonNull(parameters, "parameters is null");
        this.rules = SpRules.of(parameters);
    }

    /** Ids of the rules. */
    public Set<String> rules() {
        return rules.stream().map(SpRule::id).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Judges codes among the codes of their line.
     *
     * @param codes all codes of the lines that are judged: medians are taken over them
     * @return a verdict per code id, in the order given
     */
    public Map<String, SpVerdict> codes(Collection<SpCode> codes, YearMonth month) {
        Map<String, SpLine> lines = codes.stream()
                .collect(Collectors.groupingBy(
                        SpCode::line,
                        Collectors.collectingAndThen(Collectors.toList(), ofLine -> new SpLine(ofLine, month))));
        Map<String, SpVerdict> verdicts = new LinkedHashMap<>();
        for (SpCode code : codes) {
            verdicts.put(code.id(), judge(new SpCase(code, month, lines.get(code.line()))));
        }
        return verdicts;
    }

    /**
     * A company is as bad as the worst of its codes that have at least 5 % of its fee; score and findings are those of that code.
     *
     * @param codes of the company
     * @param verdicts of {@link #codes(Collection, YearMonth)}
     * @return empty where no code was billed in the month
     */
    public static Optional<SpVerdict> company(
            Collection<SpCode> codes, Map<String, SpVerdict> verdicts, YearMonth month) {
        double total = codes.stream()
                .mapToDouble(code -> code.value(SpFigure.FEE, month).orElse(0))
                .sum();
        return codes.stream()
                .filter(code -> code.value(SpFigure.FEE, month).orElse(-1) >= LEAST_SHARE * total)
                .map(code -> verdicts.get(code.id()))
                .max(Comparator.comparing(SpVerdict::state).thenComparingDouble(SpVerdict::score));
    }

    /** Verdicts of {@link #company} by company; without those of which no code was billed in the month. */
    public Map<String, SpVerdict> companies(Collection<SpCode> codes, YearMonth month) {
        Map<String, SpVerdict> verdicts = codes(codes, month);
        Map<String, SpVerdict> byCompany = new LinkedHashMap<>();
        codes.stream()
                .collect(Collectors.groupingBy(SpCode::company, LinkedHashMap::new, Collectors.toList()))
                .forEach((company, own) ->
                        company(own, verdicts, month).ifPresent(verdict -> byCompany.put(company, verdict)));
        return byCompany;
    }

    private SpVerdict judge(SpCase subject) {
        if (subject.value(SpFigure.FEE).isEmpty()) {
            return new SpVerdict(subject.code().id(), 0, State.NONE, List.of());
        }
        List<SpFinding> findings = new ArrayList<>();
        if (hasVolume(subject)) {
            boolean isNew = subject.code().series(SpFigure.FEE).monthsOfHistory(subject.month()) < NEW_CODE_MONTHS;
            for (SpRule rule : rules) {
                if (!isNew || rule.judgesNewCodes()) {
                    rule.find(subject).ifPresent(findings::add);
                }
            }
        }
        return SpVerdict.of(subject.code().id(), findings, parameters.limits("sp.score"));
    }

    private boolean hasVolume(SpCase subject) {
        return subject.value(SpFigure.USERS).orElse(0) >= parameters.number("sp.least-users")
                || subject.value(SpFigure.FEE).orElse(0) >= parameters.number("sp.least-fee");
    }
}
