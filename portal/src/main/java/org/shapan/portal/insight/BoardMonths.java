package org.shapan.portal.insight;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.olap4j.OlapException;
import org.olap4j.metadata.Cube;
import org.shapan.insight.cube.CalendarMonths;

/**
 * The months of a cube and the one that a board shows.
 *
 * @param asked the period as it was asked for
 */
public record BoardMonths(CalendarMonths months, YearMonth month, String asked) {
    /** @param period {@code 201003}, which may come from a URL; null for the last month with data */
    public static BoardMonths of(Cube cube, LocalDate asOf, String period) throws OlapException {
        YearMonth last = YearMonth.from(asOf);
        CalendarMonths months = CalendarMonths.of(cube, last);
        Optional<YearMonth> month = period == null ? Optional.of(last) : CalendarMonths.parse(period);
        return new BoardMonths(
                months, month.orElse(YearMonth.of(1, 1)), period == null ? CalendarMonths.name(last) : period);
    }

    /** Whether the cube has the month. */
    public boolean isThere() {
        return months.contains(month);
    }

    /** To choose from, latest first. */
    public List<YearMonth> choices() {
        return months.latestFirst();
    }
}
