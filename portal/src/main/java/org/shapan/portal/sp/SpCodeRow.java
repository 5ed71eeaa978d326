package org.shapan.portal.sp;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.util.OptionalDouble;
import org.shapan.insight.sp.SpCode;
import org.shapan.insight.sp.SpFigure;
import org.shapan.insight.sp.SpVerdict;
import org.shapan.insight.sp.Vertical;

/**
 * A business code of a company.
 *
 * @param share of the fee of the company; empty where it has none
 */
public record SpCodeRow(SpUnit unit, SpCode code, YearMonth month, OptionalDouble share, SpVerdict verdict) {
    public SpCodeRow {
        requireNonNull(unit, "unit is null");
        requireNonNull(code, "code is null");
        requireNonNull(verdict, "verdict is null");
    }

    public OptionalDouble fee() {
        return code.value(SpFigure.FEE, month);
    }

    /** Against the median of six months; empty where there is none. */
    public OptionalDouble change() {
        return Vertical.of(code.series(SpFigure.FEE), month)
                .map(vertical -> OptionalDouble.of(vertical.change()))
                .orElse(OptionalDouble.empty());
    }
}
