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
    static final String REFUND = "Refund";

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

    /** A comparison of a tile: what it is, and how it is written. */
    record Compared(Kind kind, Comparison text) {
        enum Kind {
            LIMIT,
            MEDIAN,
            LAST_MONTH,
            REFUND,
            MT_PER_MO
        }
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
                compared(board, kpi).stream().map(Compared::text).toList(),
                SpPivot.href(board, kpi),
                explanation(kpi, series, board.month()));
    }

    /** The comparisons of a tile in their order. */
    List<Compared> compared(SpBoard board, SpKpi kpi) {
        List<Compared> comparisons = new ArrayList<>();
        YearMonth month = board.month();
        MonthlySeries series = board.total().unit().series(kpi);
        State judged = kpi.judge(series, month);
        AbsoluteBand band = kpi.band();
        if (band != null) {
            boolean red = judged == State.RED;
            add(
                    comparisons,
                    Compared.Kind.LIMIT,
                    words.get(red ? "sp.limit.red" : "sp.limit.yellow"),
                    figures.number((red ? band.red() : band.yellow()) * 100, 1),
                    judged);
            OptionalDouble before = series.value(month.minusMonths(1));
            if (before.isPresent() && series.value(month).isPresent()) {
                add(
                        comparisons,
                        Compared.Kind.LAST_MONTH,
                        words.get("sp.mom"),
                        figures.points(series.value(month).getAsDouble() - before.getAsDouble(), 1),
                        State.NONE);
            }
            return comparisons;
        }
        Vertical.of(series, month)
                .ifPresent(v -> add(
                        comparisons, Compared.Kind.MEDIAN, words.get("sp.median"), figures.change(v.change()), judged));
        if (kpi == SpKpi.SETTLEMENT) {
            String refund = text(
                    board.total().unit().figures().apply(REFUND).value(month),
                    r -> figures.money(r).toString());
            add(comparisons, Compared.Kind.REFUND, words.get("sp.deducted"), refund, State.NONE);
        } else if (kpi == SpKpi.MT) {
            String ratio = text(board.total().value(SpKpi.MT_PER_MO), v -> figures.number(v, 1));
            add(comparisons, Compared.Kind.MT_PER_MO, name(SpKpi.MT_PER_MO), ratio, State.NONE);
        } else {
            String change = text(series.monthOnMonth(month), figures::change);
            add(comparisons, Compared.Kind.LAST_MONTH, words.get("sp.mom"), change, State.NONE);
        }
        return comparisons;
    }

    private static void add(List<Compared> comparisons, Compared.Kind kind, String label, String value, State judged) {
        if (!value.isEmpty()) {
            comparisons.add(new Compared(kind, new Comparison(label, value, Marks.of(judged))));
        }
    }

    private String explanation(SpKpi kpi, MonthlySeries series, YearMonth month) {
        List<String> lines = new ArrayList<>();
        lines.add(name(kpi) + " " + kpi.id() + " " + text(series.value(month), v -> full(kpi, v)));
        Vertical.of(series, month).ifPresent(v -> lines.add(words.get("sp.median.long") + " " + full(kpi, v.median())));
        lines.add(words.get("sp.mom") + " " + text(series.monthOnMonth(month), figures::change));
        lines.add(words.get("sp.yoy") + " " + text(series.yearOnYear(month), figures::change));
        return String.join("\n", lines);
    }

    String full(SpKpi kpi, double value) {
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
