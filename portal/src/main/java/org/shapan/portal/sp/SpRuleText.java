package org.shapan.portal.sp;

import org.shapan.insight.State;
import org.shapan.insight.sp.SpFinding;
import org.shapan.portal.board.Words;
import org.shapan.portal.explain.NumberQuestion.Fact;
import org.shapan.portal.text.Figures;

/** Writes what a rule measured in the rule's own unit (domain §6.2.5). */
final class SpRuleText {
    private SpRuleText() {}

    /**
     * A value or limit.
     *
     * @param rule two digits
     */
    static String write(String rule, double value, Figures figures) {
        return switch (rule) {
            case "01", "02", "03", "05", "06", "07", "08", "11", "12", "13", "14" -> figures.ratio(value, 1);
            case "16" -> figures.number(value, 0);
            default -> figures.number(value, 1);
        };
    }

    /** What a value was measured against: for changes a median in the figure's own unit. */
    static String base(String rule, double base, Figures figures) {
        return switch (rule) {
            case "01", "02", "03", "05" -> figures.number(base, 0);
            default -> write(rule, base, figures);
        };
    }

    /** What a rule found: value, base, limit and points. */
    static Fact fact(SpFinding finding, Words words, Figures figures) {
        String number = finding.rule().number();
        double points = finding.state() == State.RED
                ? finding.rule().weight()
                : finding.rule().weight() / 2;
        return new Fact(
                words.get("sp.rule." + number),
                words.get(
                        "sp.explain.finding",
                        finding.rule().id(),
                        write(number, finding.value(), figures),
                        base(number, finding.base(), figures),
                        write(number, finding.threshold(), figures),
                        words.get("sp.state." + finding.state()),
                        figures.number(points, points % 1 == 0 ? 0 : 1)));
    }

    /** The indicator that a rule looks at; null where it is no column of the board. */
    static SpKpi kpi(String rule) {
        return switch (rule) {
            case "01" -> SpKpi.FEE;
            case "02" -> SpKpi.USERS;
            case "03" -> SpKpi.MO;
            case "04" -> SpKpi.MT_PER_MO;
            case "05" -> SpKpi.MT;
            case "10" -> SpKpi.COMPLAINTS;
            default -> null;
        };
    }
}
