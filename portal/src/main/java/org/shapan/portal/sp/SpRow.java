package org.shapan.portal.sp;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.util.List;
import java.util.OptionalDouble;
import org.shapan.insight.State;
import org.shapan.insight.sp.SpVerdict;

/**
 * A line of the table: a company, the others together, or the total.
 *
 * @param lines codes of the business lines in which it earns, by fee
 * @param share of the fee of all rows
 * @param verdict null where none is given: for the others, the total, and a company that was not billed
 * @param kind of the line
 */
public record SpRow(
        SpUnit unit, List<String> lines, YearMonth month, OptionalDouble share, SpVerdict verdict, Kind kind) {
    /** What a row stands for. */
    public enum Kind {
        COMPANY,
        /** Companies that are not shown: additive figures only, since distinct users do not add up. */
        OTHERS,
        TOTAL
    }

    public SpRow {
        requireNonNull(unit, "unit is null");
        requireNonNull(kind, "kind is null");
        lines = List.copyOf(lines);
    }

    public OptionalDouble value(SpKpi kpi) {
        return unit.value(kpi, month);
    }

    public OptionalDouble monthOnMonth() {
        return unit.series(SpKpi.FEE).monthOnMonth(month);
    }

    public OptionalDouble yearOnYear() {
        return unit.series(SpKpi.FEE).yearOnYear(month);
    }

    public State state() {
        return verdict == null ? State.NONE : verdict.state();
    }

    /** NaN where there is none, so that such rows stand last. */
    double score() {
        return verdict == null ? Double.NaN : verdict.score();
    }
}
