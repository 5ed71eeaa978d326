package org.shapan.portal.board;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import org.shapan.insight.State;
import org.shapan.portal.text.Figures;
import org.shapan.portal.text.Figures.Quantity;
import org.shapan.portal.widget.KpiTile.Comparison;

/** Writes judged figures in the reader's language: value, unit, deviation, comparisons (guide 5). */
public final class FigureText {
    private final Figures figures;
    private final Words words;

    public FigureText(Figures figures, Words words) {
        this.figures = requireNonNull(figures, "figures is null");
        this.words = requireNonNull(words, "words is null");
    }

    public Quantity value(Form form, double value) {
        return switch (form) {
            case MONEY -> figures.money(value);
            case YUAN -> new Quantity(figures.number(value, 2), words.get("board.unit.yuan"));
            case COUNT, BALANCE -> figures.count(value, words.get("board.unit.customers"));
            case SHARE -> new Quantity(figures.number(value * 100, 1), "%");
            case RATE -> new Quantity(figures.number(value * 100, 2), "%");
            case MINUTES -> new Quantity(figures.number(value, 1), words.get("board.unit.minutes"));
            case AMOUNT -> figures.count(value, "");
            case TENTHS -> new Quantity(figures.number(value, 1), "");
            case CHANGE -> new Quantity(figures.change(value), "");
        };
    }

    /** The value as it stands in a table whose unit is in the head. */
    public String cell(Form form, double value) {
        return switch (form) {
            case COUNT, AMOUNT -> figures.number(value, 0);
            case BALANCE -> figures.difference(value, 0);
            case SHARE -> figures.ratio(value, 1);
            case RATE -> figures.ratio(value, 2);
            case YUAN, MINUTES, TENTHS -> figures.number(value, 1);
            case MONEY -> figures.money(value).toString();
            case CHANGE -> figures.change(value);
        };
    }

    /** All digits that a reader could want, for tooltips. */
    public String full(Form form, double value) {
        return switch (form) {
            case SHARE, RATE -> figures.ratio(value, 2);
            case COUNT, BALANCE, AMOUNT -> figures.number(value, 0);
            case MONEY, YUAN, MINUTES, TENTHS -> figures.number(value, 2);
            case CHANGE -> figures.change(value);
        };
    }

    /** Deviation from the reference: relative, in points, or as a difference; empty where there is none. */
    public String deviation(JudgedFigure figure) {
        return switch (figure.form()) {
            case SHARE -> text(figure.difference(), d -> figures.points(d, 1));
            case RATE -> text(figure.difference(), d -> figures.points(d, 2));
            case BALANCE -> text(figure.difference(), d -> figures.difference(d, 0));
            case MONEY, YUAN, COUNT, MINUTES, AMOUNT, TENTHS -> text(figure.change(), figures::change);
            case CHANGE -> text(figure.difference(), d -> figures.points(d, 1));
        };
    }

    /** Against the month before, or against the same month of last year; empty where there is none. */
    public String change(JudgedFigure figure, boolean year) {
        YearMonth earlier = year ? figure.month().minusYears(1) : figure.month().minusMonths(1);
        if (figure.form().isRatio()) {
            int decimals = figure.form() == Form.RATE ? 2 : 1;
            return text(figure.differenceTo(earlier), d -> figures.points(d, decimals));
        }
        if (figure.form() == Form.BALANCE) {
            return text(figure.differenceTo(earlier), d -> figures.difference(d, 0));
        }
        return text(
                year
                        ? figure.series().yearOnYear(figure.month())
                        : figure.series().monthOnMonth(figure.month()),
                figures::change);
    }

    /** The two comparisons of a tile, as {@link #compared} has them. */
    public List<Comparison> comparisons(JudgedFigure figure, String reference) {
        return compared(figure, reference).stream().map(Compared::text).toList();
    }

    /**
     * The two comparisons of a tile: what the figure is compared with (or the limit that was passed), then another.
     *
     * @param reference name of what it is compared with, {@code EXPECTATION}, {@code LAST_MONTH} or {@code LAST_YEAR}
     */
    public List<Compared> compared(JudgedFigure figure, String reference) {
        List<Compared> comparisons = new ArrayList<>();
        // A deviation from anything but the expectation has not been judged.
        var mark = Marks.of(reference.equals("EXPECTATION") ? figure.state() : State.NONE);
        String against = words.get("board.vs." + reference);
        if (figure.band() != null && (figure.isConspicuous() || figure.form() == Form.RATE)) {
            boolean red = figure.state() == State.RED;
            double limit = red ? figure.band().red() : figure.band().yellow();
            comparisons.add(new Compared(
                    Compared.Kind.LIMIT,
                    new Comparison(
                            words.get(red ? "board.limit.red" : "board.limit.yellow"),
                            figure.form().isRatio() ? figures.number(limit * 100, 2) : figures.number(limit, 1),
                            Marks.of(figure.state()))));
            change(comparisons, figure, false);
        } else if (figure.form() == Form.BALANCE) {
            figure.reference()
                    .ifPresent(r -> comparisons.add(
                            new Compared(Compared.Kind.REFERENCE, new Comparison(against, figures.difference(r, 0)))));
            figure.difference()
                    .ifPresent(difference -> comparisons.add(new Compared(
                            Compared.Kind.DEVIATION,
                            new Comparison(words.get("board.difference"), figures.difference(difference, 0), mark))));
        } else {
            String deviation = deviation(figure);
            if (!deviation.isEmpty()) {
                comparisons.add(new Compared(Compared.Kind.DEVIATION, new Comparison(against, deviation, mark)));
            }
            change(comparisons, figure, !reference.equals("LAST_YEAR"));
        }
        return comparisons;
    }

    private void change(List<Compared> comparisons, JudgedFigure figure, boolean year) {
        String change = change(figure, year);
        if (!change.isEmpty()) {
            Compared.Kind kind = year ? Compared.Kind.LAST_YEAR : Compared.Kind.LAST_MONTH;
            comparisons.add(new Compared(kind, new Comparison(words.get("board.vs." + kind), change)));
        }
    }

    /**
     * The full figure and every comparison, for the tooltip.
     *
     * @param name of the indicator with its id
     */
    public String explanation(String name, JudgedFigure figure) {
        List<String> parts = new ArrayList<>();
        parts.add(name + " " + text(figure.value(), v -> full(figure.form(), v)));
        if (figure.expected().isPresent()) {
            parts.add(words.get("board.vs.EXPECTATION") + " "
                    + full(figure.form(), figure.expected().getAsDouble()));
        }
        for (boolean year : new boolean[] {false, true}) {
            String change = change(figure, year);
            if (!change.isEmpty()) {
                parts.add(words.get(year ? "board.vs.LAST_YEAR" : "board.vs.LAST_MONTH") + " " + change);
            }
        }
        return String.join("\n", parts);
    }

    public static String text(OptionalDouble value, DoubleFunction<String> writer) {
        return value.isPresent() ? writer.apply(value.getAsDouble()) : "";
    }
}
