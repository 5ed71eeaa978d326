package org.shapan.insight.sp;

import java.util.List;
import java.util.Set;
import org.shapan.insight.Limits;
import org.shapan.insight.Parameters;

/** The rules of domain §6.2.5 in their order, with the numbers of a file of parameters. */
final class SpRules {
    /** A red finding of one of these makes the code red whatever its score. */
    static final Set<String> DECISIVE = Set.of("A-SP-08", "A-SP-09", "A-SP-10");

    /** A finding of one of these makes the code yellow at least: its weight alone never reaches the limit of the score. */
    static final Set<String> NOTABLE = Set.of("A-SP-16");

    private final Parameters parameters;

    private SpRules(Parameters parameters) {
        this.parameters = parameters;
    }

    static List<SpRule> of(Parameters parameters) {
        return new SpRules(parameters).all();
    }

    private List<SpRule> all() {
        return List.of(
                new ChangeRule(
                        "A-SP-01",
                        weight("A-SP-01"),
                        SpFigure.FEE,
                        limits("A-SP-01.rise"),
                        limits("A-SP-01.fall"),
                        limits("A-SP-01.distance")),
                new ChangeRule(
                        "A-SP-02",
                        weight("A-SP-02"),
                        SpFigure.USERS,
                        limits("A-SP-02.rise"),
                        limits("A-SP-02.fall"),
                        ChangeRule.ANY),
                traffic("A-SP-03", SpFigure.MO),
                new BalanceRule("A-SP-04", weight("A-SP-04"), limits("A-SP-04.factor")),
                traffic("A-SP-05", SpFigure.MT),
                new AboveLineRule(
                        "A-SP-06", weight("A-SP-06"), false, SpFigure.NIGHT_SHARE, limits("A-SP-06.above-line")),
                new LimitRule(
                        "A-SP-07",
                        weight("A-SP-07"),
                        false,
                        List.of(
                                new LimitRule.Limit(SpFigure.PEAK_HOUR_SHARE, limits("A-SP-07.peak-hour")),
                                new LimitRule.Limit(SpFigure.THREE_DAY_SHARE, limits("A-SP-07.three-days"))),
                        null,
                        0),
                limit("A-SP-08", true, SpFigure.MALICIOUS_SHARE, "A-SP-08.ratio", null, 0),
                limit(
                        "A-SP-09",
                        true,
                        SpFigure.CONVERGENCE,
                        "A-SP-09.index",
                        SpFigure.USERS,
                        parameters.number("sp.least-users")),
                new ComplaintRule(
                        "A-SP-10",
                        weight("A-SP-10"),
                        parameters.number("A-SP-10.least-cases"),
                        limits("A-SP-10.per-10k"),
                        limits("A-SP-10.times-line")),
                limit(
                        "A-SP-11",
                        true,
                        SpFigure.QUICK_CANCEL_SHARE,
                        "A-SP-11.share",
                        SpFigure.NEW_SUBSCRIPTIONS,
                        parameters.number("A-SP-11.least-new")),
                new AboveLineRule(
                        "A-SP-12", weight("A-SP-12"), true, SpFigure.SILENT_SHARE, limits("A-SP-12.above-line")),
                new AboveLineRule(
                        "A-SP-13",
                        weight("A-SP-13"),
                        false,
                        SpFigure.NEW_ACTIVATION_SHARE,
                        limits("A-SP-13.above-line")),
                limit("A-SP-14", false, SpFigure.CEILING_SHARE, "A-SP-14.share", null, 0),
                new PeerRule(
                        "A-SP-15", weight("A-SP-15"), List.of(SpFigure.MO, SpFigure.FEE), limits("A-SP-15.distance")),
                limit("A-SP-16", true, SpFigure.COPY_PAIRS, "A-SP-16.pairs", null, 0));
    }

    private ChangeRule traffic(String id, SpFigure figure) {
        return new ChangeRule(id, weight(id), figure, limits(id + ".change"), limits(id + ".change"), ChangeRule.ANY);
    }

    private LimitRule limit(
            String id, boolean judgesNewCodes, SpFigure figure, String name, SpFigure base, double leastBase) {
        return new LimitRule(
                id, weight(id), judgesNewCodes, List.of(new LimitRule.Limit(figure, limits(name))), base, leastBase);
    }

    private double weight(String id) {
        return parameters.number(id + ".weight");
    }

    private Limits limits(String name) {
        return parameters.limits(name);
    }
}
