package org.shapan.portal.area;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.util.OptionalDouble;
import org.shapan.insight.FluctuationRule.Verdict;
import org.shapan.insight.Judge;
import org.shapan.insight.MonthlySeries;
import org.shapan.insight.State;
import org.shapan.portal.board.Form;
import org.shapan.portal.board.JudgedFigure;

/**
 * An indicator of a unit in a month.
 *
 * @param reference what it is compared with
 */
public record KpiFigure(
        AreaKpi kpi,
        YearMonth month,
        MonthlySeries series,
        State state,
        OptionalDouble expected,
        OptionalDouble reference) {
    public KpiFigure {
        requireNonNull(kpi, "kpi is null");
        requireNonNull(state, "state is null");
    }

    /** @param parent null for the top */
    static KpiFigure of(AreaKpi kpi, Unit unit, Unit parent, YearMonth month, Against against) {
        MonthlySeries series = unit.series(kpi);
        Verdict verdict = Judge.judge(
                kpi.indicator(),
                unit.level(),
                series,
                parent == null ? null : parent.series(kpi),
                kpi.isOfCustomers() ? unit.figures().apply(Judge.CUSTOMERS) : null,
                month);
        return new KpiFigure(
                kpi,
                month,
                series,
                verdict.state(),
                verdict.expected(),
                against.reference(series, month, kpi.form() == Form.BALANCE));
    }

    public OptionalDouble value() {
        return series.value(month);
    }

    /** The same figure compared with its expectation, by which its state was judged. */
    public KpiFigure againstExpectation() {
        return new KpiFigure(kpi, month, series, state, expected, expected);
    }

    /** The figure as boards write it. */
    JudgedFigure judged() {
        return new JudgedFigure(
                kpi.form(), month, series, state, kpi.indicator().band(), expected, reference);
    }

    /** Value less what it is compared with. */
    public OptionalDouble difference() {
        return judged().difference();
    }

    /** Relative difference; empty where the reference is not above 0. */
    public OptionalDouble change() {
        return judged().change();
    }
}
