package org.shapan.reports.chart;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.YearMonth;
import org.shapan.reports.insight.ReportState;

/**
 * One month of a trend; figures are in the unit of the chart and null where there is no data.
 *
 * @param previousYear the same month a year earlier
 * @param expected expectation, with {@code low} and {@code high} as the edges of its band
 */
record TrendPoint(
        YearMonth month,
        BigDecimal value,
        BigDecimal previousYear,
        BigDecimal expected,
        BigDecimal low,
        BigDecimal high,
        ReportState state) {
    TrendPoint {
        requireNonNull(month, "month is null");
        requireNonNull(state, "state is null");
    }
}
