package org.shapan.insight;

import java.time.YearMonth;
import java.util.OptionalDouble;
import org.shapan.insight.FluctuationRule.Verdict;

/** Judges a unit's figure among its parent's figures and customers, after the month before. */
public final class Judge {
    /** Measure whose values are the customers behind a unit's ratios and money. */
    public static final String CUSTOMERS = "Average subscribers";

    private Judge() {}

    /**
     * By the parameters of this process.
     *
     * @param own the unit's figure
     * @param parent the same figure of the unit above, null for the top
     * @param customers of the unit, null where the figure is not one of customers
     */
    public static Verdict judge(
            Indicator indicator,
            UnitLevel level,
            MonthlySeries own,
            MonthlySeries parent,
            MonthlySeries customers,
            YearMonth month) {
        return judge(indicator, level, own, parent, customers, month, Parameters.current());
    }

    /** As above, by given parameters. */
    public static Verdict judge(
            Indicator indicator,
            UnitLevel level,
            MonthlySeries own,
            MonthlySeries parent,
            MonthlySeries customers,
            YearMonth month,
            Parameters parameters) {
        State before = indicator
                .judge(subject(level, own, parent, customers, month.minusMonths(1)), parameters, State.NONE)
                .state();
        return indicator.judge(subject(level, own, parent, customers, month), parameters, before);
    }

    private static Indicator.Subject subject(
            UnitLevel level, MonthlySeries own, MonthlySeries parent, MonthlySeries customers, YearMonth month) {
        return new Indicator.Subject(
                level,
                own,
                month,
                parent == null ? OptionalDouble.empty() : Expectation.of(parent, month),
                parent == null ? OptionalDouble.empty() : parent.value(month),
                customers == null ? OptionalDouble.empty() : customers.value(month));
    }
}
