package org.shapan.insight.sp;

import static org.shapan.insight.sp.ChangeRule.NEVER;

import java.util.List;
import java.util.Set;

/**
 * The table of domain §6.2.5 with its default limits. Rules 08 (malicious arrears), 09 (convergence), 13 (new activations) and 16
 * (homogeneity) need figures of users that the SP cube does not hold yet; they are absent.
 */
final class SpRules {
    static final List<SpRule> ALL = List.of(
            new ChangeRule("A-SP-01", 12, SpFigure.FEE, 0.50, 1.00, 0.60, 3, 4),
            new ChangeRule("A-SP-02", 8, SpFigure.USERS, 0.40, 0.80, 0.50, 0, 0),
            new ChangeRule("A-SP-03", 6, SpFigure.MO, 0.60, 1.20, NEVER, 0, 0),
            new BalanceRule("A-SP-04", 10, 3, 6),
            new ChangeRule("A-SP-05", 6, SpFigure.MT, 0.60, 1.20, NEVER, 0, 0),
            new AboveLineRule("A-SP-06", 8, false, SpFigure.NIGHT_SHARE, 0.10, 0.20),
            new LimitRule(
                    "A-SP-07",
                    6,
                    false,
                    List.of(
                            new LimitRule.Limit(SpFigure.PEAK_HOUR_SHARE, 0.25, 0.40),
                            new LimitRule.Limit(SpFigure.THREE_DAY_SHARE, 0.35, 0.50)),
                    null,
                    0),
            new ComplaintRule("A-SP-10", 10, 3, 50, 100, 3, 6),
            new LimitRule(
                    "A-SP-11",
                    8,
                    true,
                    List.of(new LimitRule.Limit(SpFigure.QUICK_CANCEL_SHARE, 0.25, 0.40)),
                    SpFigure.NEW_SUBSCRIPTIONS,
                    20),
            new AboveLineRule("A-SP-12", 8, true, SpFigure.SILENT_SHARE, 0.20, 0.35),
            new LimitRule(
                    "A-SP-14", 6, false, List.of(new LimitRule.Limit(SpFigure.CEILING_SHARE, 0.15, 0.30)), null, 0),
            new PeerRule("A-SP-15", 4, List.of(SpFigure.MO, SpFigure.FEE), 3.5, 5));

    /** A red finding of one of these makes the code red whatever its score. */
    static final Set<String> DECISIVE = Set.of("A-SP-08", "A-SP-09", "A-SP-10");

    private SpRules() {}
}
