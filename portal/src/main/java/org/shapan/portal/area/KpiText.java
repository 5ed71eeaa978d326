package org.shapan.portal.area;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import org.shapan.insight.AbsoluteBand;
import org.shapan.insight.State;
import org.shapan.portal.board.Marks;
import org.shapan.portal.board.Words;
import org.shapan.portal.text.Figures;
import org.shapan.portal.text.Figures.Quantity;
import org.shapan.portal.widget.KpiTile.Comparison;

/** Writes indicators: value, unit, comparisons, in the reader's language (guide 5). */
final class KpiText {
    private final Figures figures;
    private final Words words;

    KpiText(Figures figures, Words words) {
        this.figures = figures;
        this.words = words;
    }

    String name(AreaKpi kpi) {
        return words.get("areas.kpi." + kpi.name());
    }

    /** The name in bars and lists. */
    String brief(AreaKpi kpi) {
        return words.get("areas.brief." + kpi.name());
    }

    Quantity value(AreaKpi kpi, double value) {
        return switch (kpi.form()) {
            case MONEY -> figures.money(value);
            case YUAN -> new Quantity(figures.number(value, 2), words.get("areas.unit.yuan"));
            case COUNT, BALANCE -> figures.count(value, words.get("areas.unit.customers"));
            case SHARE -> new Quantity(figures.number(value * 100, 1), "%");
            case RATE -> new Quantity(figures.number(value * 100, 2), "%");
            case MINUTES -> new Quantity(figures.number(value, 1), words.get("areas.unit.minutes"));
        };
    }

    /** The value as it stands in a table whose unit is in the head; empty where there is none. */
    String cell(KpiFigure figure) {
        AreaKpi.Form form = figure.kpi().form();
        return text(figure.value(), value -> switch (form) {
            case COUNT -> figures.number(value, 0);
            case BALANCE -> figures.difference(value, 0);
            case SHARE -> figures.ratio(value, 1);
            case RATE -> figures.ratio(value, 2);
            case YUAN, MINUTES -> figures.number(value, 1);
            case MONEY -> figures.money(value).toString();
        });
    }

    /** Deviation from what is compared with: relative, in points, or as a difference; empty where there is none. */
    String deviation(KpiFigure figure) {
        return switch (figure.kpi().form()) {
            case SHARE -> text(figure.difference(), d -> figures.points(d, 1));
            case RATE -> text(figure.difference(), d -> figures.points(d, 2));
            case BALANCE -> text(figure.difference(), d -> figures.difference(d, 0));
            case MONEY, YUAN, COUNT, MINUTES -> text(figure.change(), figures::change);
        };
    }

    /** Against the month before, or against the same month of last year. */
    private String change(KpiFigure figure, boolean year) {
        var earlier = year ? figure.month().minusYears(1) : figure.month().minusMonths(1);
        if (figure.kpi().form().isRatio()) {
            int decimals = figure.kpi().form() == AreaKpi.Form.RATE ? 2 : 1;
            return text(figure.differenceTo(earlier), d -> figures.points(d, decimals));
        }
        if (figure.kpi().form() == AreaKpi.Form.BALANCE) {
            return text(figure.differenceTo(earlier), d -> figures.difference(d, 0));
        }
        return text(
                year
                        ? figure.series().yearOnYear(figure.month())
                        : figure.series().monthOnMonth(figure.month()),
                figures::change);
    }

    /** The two comparisons of a tile: what is compared with (or the limit that was passed), then another. */
    List<Comparison> comparisons(KpiFigure figure, Against against) {
        List<Comparison> comparisons = new ArrayList<>();
        // A deviation from anything but the expectation has not been judged.
        var mark = against == Against.EXPECTATION ? Marks.of(figure.state()) : Marks.of(State.NONE);
        AbsoluteBand band = figure.kpi().indicator().band();
        boolean passed = figure.state() == State.RED || figure.state() == State.YELLOW;
        if (band != null && (passed || figure.kpi().form() == AreaKpi.Form.RATE)) {
            boolean red = figure.state() == State.RED;
            comparisons.add(new Comparison(
                    words.get(red ? "areas.limit.red" : "areas.limit.yellow"),
                    figures.number((red ? band.red() : band.yellow()) * 100, 2),
                    Marks.of(figure.state())));
            add(comparisons, "areas.vs.LAST_MONTH", change(figure, false));
        } else if (figure.kpi().form() == AreaKpi.Form.BALANCE) {
            add(
                    comparisons,
                    "areas.vs." + against,
                    text(figure.reference(), reference -> figures.difference(reference, 0)));
            figure.difference()
                    .ifPresent(difference -> comparisons.add(
                            new Comparison(words.get("areas.difference"), figures.difference(difference, 0), mark)));
        } else {
            String deviation = deviation(figure);
            if (!deviation.isEmpty()) {
                comparisons.add(new Comparison(words.get("areas.vs." + against), deviation, mark));
            }
            boolean year = against != Against.LAST_YEAR;
            add(comparisons, year ? "areas.vs.LAST_YEAR" : "areas.vs.LAST_MONTH", change(figure, year));
        }
        return comparisons;
    }

    /** The full figure and every comparison, for the tooltip. */
    String explanation(KpiFigure figure) {
        List<String> parts = new ArrayList<>();
        AreaKpi kpi = figure.kpi();
        parts.add(name(kpi) + " " + kpi.id() + " " + full(kpi, figure.value()));
        if (figure.expected().isPresent()) {
            parts.add(words.get("areas.vs.EXPECTATION") + " " + full(kpi, figure.expected()));
        }
        for (boolean year : new boolean[] {false, true}) {
            String change = change(figure, year);
            if (!change.isEmpty()) {
                parts.add(words.get(year ? "areas.vs.LAST_YEAR" : "areas.vs.LAST_MONTH") + " " + change);
            }
        }
        return String.join("\n", parts);
    }

    private String full(AreaKpi kpi, OptionalDouble value) {
        return text(value, v -> switch (kpi.form()) {
            case SHARE, RATE -> figures.ratio(v, 2);
            case COUNT, BALANCE -> figures.number(v, 0);
            case MONEY, YUAN, MINUTES -> figures.number(v, 2);
        });
    }

    private void add(List<Comparison> comparisons, String key, String value) {
        if (!value.isEmpty()) {
            comparisons.add(new Comparison(words.get(key), value));
        }
    }

    static String text(OptionalDouble value, DoubleFunction<String> writer) {
        return value.isPresent() ? writer.apply(value.getAsDouble()) : "";
    }
}
