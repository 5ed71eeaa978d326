package org.shapan.portal.sp;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.shapan.insight.MonthlySeries;
import org.shapan.insight.sp.Vertical;
import org.shapan.portal.board.Words;
import org.shapan.portal.explain.CubeCell;
import org.shapan.portal.explain.Formula;
import org.shapan.portal.explain.NumberQuestion;
import org.shapan.portal.explain.RuleText;
import org.shapan.portal.text.Figures;
import org.shapan.portal.widget.Chart;
import org.shapan.portal.widget.State;

/** What the points of a trend over {@link SpBoard#TREND_MONTHS} months ask: the months, and the median of the six before the last. */
final class SpTrendQuestions {
    private final SpUnit unit;
    private final YearMonth last;
    private final Function<SpKpi, String> pivot;
    private final Words words;
    private final Figures figures;
    private final SpText text;

    /**
     * @param last month of the trend
     * @param pivot link of the pivot that shows a figure of the last month
     */
    SpTrendQuestions(SpUnit unit, YearMonth last, Function<SpKpi, String> pivot, Words words, Figures figures) {
        this.unit = requireNonNull(unit, "unit is null");
        this.last = requireNonNull(last, "last is null");
        this.pivot = pivot;
        this.words = words;
        this.figures = figures;
        this.text = new SpText(figures, words);
    }

    /** Of a company or one of its services. */
    static SpTrendQuestions of(SpUnit unit, YearMonth last, Words words, Figures figures) {
        return new SpTrendQuestions(
                unit,
                last,
                kpi -> SpPivot.of(unit, SpPresenter.CUBE, List.of(kpi.measure()), Formula.member(last)),
                words,
                figures);
    }

    /** What a point stands for: the median where it is on that line, else its month. */
    List<NumberQuestion> at(SpKpi kpi, Chart.Point point) {
        return (point.series().equals(words.get("sp.median.long"))
                        ? median(kpi)
                        : month(kpi, last.minusMonths(SpBoard.TREND_MONTHS - 1L - point.index())))
                .stream().toList();
    }

    /** All points, the latest month first. */
    List<NumberQuestion> all(SpKpi kpi) {
        List<NumberQuestion> all = new ArrayList<>();
        for (int back = 0; back < SpBoard.TREND_MONTHS; back++) {
            month(kpi, last.minusMonths(back)).ifPresent(all::add);
        }
        median(kpi).ifPresent(all::add);
        return all;
    }

    private Optional<NumberQuestion> month(SpKpi kpi, YearMonth month) {
        return unit.value(kpi, month).stream()
                .mapToObj(
                        value -> question(kpi, figures.month(month), value, Formula.cell(Formula.at(cell(kpi), month))))
                .findFirst();
    }

    private Optional<NumberQuestion> median(SpKpi kpi) {
        MonthlySeries series = unit.series(kpi);
        return Vertical.of(series, last).map(vertical -> {
            Formula formula = new Formula();
            formula.month(cell(kpi), last);
            return question(
                    kpi,
                    words.get("sp.median.long"),
                    vertical.median(),
                    formula.is(formula.median(cell(kpi), SpQuestions.base(series, last))));
        });
    }

    private NumberQuestion question(SpKpi kpi, String part, double value, Formula formula) {
        return new NumberQuestion(
                text.name(kpi) + " · " + unit.name() + " · " + part,
                kpi.id(),
                text.value(kpi, value).toString(),
                value,
                State.NONE,
                SpPresenter.CUBE,
                formula,
                v -> text.full(kpi, v),
                new RuleText(words, figures).none(),
                pivot.apply(kpi));
    }

    private CubeCell cell(SpKpi kpi) {
        return CubeCell.of(kpi.measure(), unit.member(), Formula.member(last));
    }
}
