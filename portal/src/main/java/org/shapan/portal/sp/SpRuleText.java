package org.shapan.portal.sp;

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
}
