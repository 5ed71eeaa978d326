package org.shapan.portal.sp;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.shapan.insight.MonthlySeries;

/**
 * All service providers, a line, or a company, with its past.
 *
 * @param member unique name; empty for several companies together
 * @param code of the line or company; empty for all
 * @param name caption in the reader's language
 * @param figures series by name of a measure; never gives null
 */
public record SpUnit(String member, String code, String name, Function<String, MonthlySeries> figures) {
    public SpUnit {
        requireNonNull(member, "member is null");
        requireNonNull(code, "code is null");
        requireNonNull(name, "name is null");
    }

    public MonthlySeries series(SpKpi kpi) {
        return figures.apply(kpi.measure());
    }

    public OptionalDouble value(SpKpi kpi, YearMonth month) {
        return series(kpi).value(month);
    }
}
