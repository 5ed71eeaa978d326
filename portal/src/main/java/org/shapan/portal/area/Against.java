package org.shapan.portal.area;

import java.time.YearMonth;
import java.util.OptionalDouble;
import org.shapan.insight.Expectation;
import org.shapan.insight.MonthlySeries;

/** What a board compares with. The state of a figure does not depend on it. */
public enum Against {
    EXPECTATION("e"),
    LAST_MONTH("m"),
    LAST_YEAR("y");

    private final String code;

    Against(String code) {
        this.code = code;
    }

    /** The code in URLs. */
    public String code() {
        return code;
    }

    /** The expectation for an unknown or missing code. */
    static Against ofCode(String code) {
        for (Against against : values()) {
            if (against.code.equals(code)) {
                return against;
            }
        }
        return EXPECTATION;
    }

    OptionalDouble reference(MonthlySeries series, YearMonth month, boolean balance) {
        return switch (this) {
            case EXPECTATION -> balance ? Expectation.ofBalance(series, month) : Expectation.of(series, month);
            case LAST_MONTH -> series.value(month.minusMonths(1));
            case LAST_YEAR -> series.value(month.minusYears(1));
        };
    }
}
