package org.shapan.portal.sp;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import org.shapan.insight.AbsoluteBand;
import org.shapan.insight.MonthlySeries;
import org.shapan.insight.State;
import org.shapan.insight.sp.Vertical;
import org.shapan.portal.board.Marks;
import org.shapan.portal.board.Words;
import org.shapan.portal.text.Figures;
import org.shapan.portal.text.Figures.Quantity;
import org.shapan.portal.widget.KpiTile;
import org.shapan.portal.widget.KpiTile.Comparison;

/** Writes indicators and tiles in the reader's language (guide 5). */
final class SpText {
    private final Figures figures;
    private final Words words;

    SpText(Figures figures, Words words) {
        this.figures = figures;
        this.words = words;
    }

    String name(SpKpi kpi) {
        return words.get("sp.kpi." + kpi);
    }

    Quantity value(SpKpi kpi, double value) {
        return switch (kpi.form()) {
            case MONEY -> figures.money(value);
            case USERS -> figures.count(value, words.get("sp.unit.users"));
            case MESSAGES -> figures.count(value, words.get("sp.unit.messages"));
            case TIMES -> new Quantity(figures.number(value, 1), "");
            case RATE -> new Quantity(figures.number(value * 100, 1), "%");
            case CASES -> new Quantity(figures.number(value, 1), words.get("sp.unit.cases"));
        };
    }

    /** A tile: value, mark, 13 months, change against the median of six months, then against the month before. */
    KpiTile.Content tile(SpBoard board, SpKpi kpi) {
        SpRow total = board.total();
        MonthlySeries series = total.unit().series(kpi);
        State judged = kpi.judge(series, board.month());
        List<Double> trend = new ArrayList<>();
        for (YearMonth month : board.trendMonths()) {
            OptionalDouble value = series.value(month);
            trend.add(value.isPresent() ? value.getAsDouble() : null);
        }
        return new KpiTile.Content(
                name(kpi),
                total.value(kpi).isPresent() ? value(kpi, total.value(kpi).getAsDouble()) : null,
                Marks.of(judged),
                true,
                trend,
                comparisons(kpi, series, board, judged),
                SpPivot.href(board, kpi),
                explanation(kpi, series, board.month()));
    }

    private List<Comparison> comparisons(SpKpi kpi, MonthlySeries series, SpBoard board, State judged) {
        List<Comparison> comparisons = new ArrayList<>();
        YearMonth month = board.month();
        AbsoluteBand band = kpi.band();
        if (band != null) {
            boolean red = judged == State.RED;
            comparisons.add(new Comparison(
                    words.get(red ? "sp.limit.red" : "sp.limit.yellow"),
                    figures.number((red ? band.red() : band.yellow()) * 100, 1),
                    Marks.of(judged)));
            OptionalDouble before = series.value(month.minusMonths(1));
            if (before.isPresent() && series.value(month).isPresent()) {
                comparisons.add(new Comparison(
                        words.get("sp.mom"),
                        figures.points(series.value(month).getAsDouble() - before.getAsDouble(), 1)));
            }
            return comparisons;
        }
        Vertical.of(series, month)
                .ifPresent(v -> comparisons.add(
                        new Comparison(words.get("sp.median"), figures.change(v.change()), Marks.of(judged))));
        if (kpi == SpKpi.SETTLEMENT) {
            OptionalDouble refund =
                    board.total().unit().figures().apply("Refund").value(month);
            refund.ifPresent(r -> comparisons.add(
                    new Comparison(words.get("sp.deducted"), figures.money(r).toString())));
        } else if (kpi == SpKpi.MT) {
            board.total()
                    .value(SpKpi.MT_PER_MO)
                    .ifPresent(
                            ratio -> comparisons.add(new Comparison(name(SpKpi.MT_PER_MO), figures.number(ratio, 1))));
        } else {
            String change = text(series.monthOnMonth(month), figures::change);
            if (!change.isEmpty()) {
                comparisons.add(new Comparison(words.get("sp.mom"), change));
            }
        }
        return comparisons;
    }

    private String explanation(SpKpi kpi, MonthlySeries series, YearMonth month) {
        List<String> lines = new ArrayList<>();
        lines.add(name(kpi) + " " + kpi.id() + " " + text(series.value(month), v -> full(kpi, v)));
        Vertical.of(series, month).ifPresent(v -> lines.add(words.get("sp.median.long") + " " + full(kpi, v.median())));
        lines.add(words.get("sp.mom") + " " + text(series.monthOnMonth(month), figures::change));
        lines.add(words.get("sp.yoy") + " " + text(series.yearOnYear(month), figures::change));
        return String.join("\n", lines);
    }

    private String full(SpKpi kpi, double value) {
        return switch (kpi.form()) {
            case MONEY, TIMES, CASES -> figures.number(value, 2);
            case USERS, MESSAGES -> figures.number(value, 0);
            case RATE -> figures.ratio(value, 2);
        };
    }

    static String text(OptionalDouble value, DoubleFunction<String> writer) {
        return value.isPresent() ? writer.apply(value.getAsDouble()) : "";
    }
}
