package org.shapan.insight.sp;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.util.Map;
import java.util.OptionalDouble;
import org.shapan.insight.MonthlySeries;

/**
 * A business code and its past.
 *
 * @param id unique among the codes judged together
 * @param company owner of the code
 * @param line business line; medians are taken over the codes of a line
 * @param figures what is known; a figure that is not there silences the rules that need it
 */
public record SpCode(String id, String company, String line, Map<SpFigure, MonthlySeries> figures) {
    private static final MonthlySeries NOTHING = new MonthlySeries(Map.of());

    public SpCode {
        requireNonNull(id, "id is null");
        requireNonNull(company, "company is null");
        requireNonNull(line, "line is null");
        figures = Map.copyOf(figures);
    }

    /** Never null; without a value for a figure that is not known. */
    public MonthlySeries series(SpFigure figure) {
        return figures.getOrDefault(figure, NOTHING);
    }

    public OptionalDouble value(SpFigure figure, YearMonth month) {
        return series(figure).value(month);
    }

    /** One figure over another; empty where either is missing or the base is 0. */
    OptionalDouble ratio(SpFigure over, SpFigure base, YearMonth month) {
        OptionalDouble numerator = value(over, month);
        OptionalDouble denominator = value(base, month);
        return numerator.isEmpty() || denominator.isEmpty() || denominator.getAsDouble() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(numerator.getAsDouble() / denominator.getAsDouble());
    }
}
