package org.shapan.portal.explain;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import org.shapan.insight.Expectation;
import org.shapan.insight.MonthlySeries;
import org.shapan.portal.board.Compared;
import org.shapan.portal.board.FigureText;
import org.shapan.portal.board.Form;
import org.shapan.portal.board.JudgedFigure;
import org.shapan.portal.board.Marks;
import org.shapan.portal.board.RevenueTrend;
import org.shapan.portal.board.Words;
import org.shapan.portal.explain.NumberQuestion.Fact;
import org.shapan.portal.text.Figures;
import org.shapan.portal.widget.KpiTile.Comparison;

/** Asks for the numbers of a judged figure: the value, and each of the comparisons that stand beside it. */
public final class FigureQuestions {
    private final Words words;
    private final Figures figures;
    private final FigureText text;

    public FigureQuestions(Words words, Figures figures) {
        this.words = requireNonNull(words, "words is null");
        this.figures = requireNonNull(figures, "figures is null");
        this.text = new FigureText(figures, words);
    }

    /** The number at a place of a tile: 0 is the value, then come the comparisons. */
    public NumberQuestion ofTile(AskedFigure asked, int place) {
        if (place == 0) {
            return value(asked);
        }
        Compared compared = text.compared(asked.figure(), asked.reference()).get(place - 1);
        return switch (compared.kind()) {
            case LIMIT -> limit(asked, compared.text());
            case REFERENCE -> reference(asked, compared.text().value());
            case DEVIATION -> deviation(asked, compared.text().value());
            case LAST_MONTH -> change(asked, false);
            case LAST_YEAR -> change(asked, true);
        };
    }

    /** The value; it must be there. */
    public NumberQuestion value(AskedFigure asked) {
        JudgedFigure figure = asked.figure();
        double value = figure.value().orElseThrow();
        return question(
                asked,
                asked.name(),
                text.value(figure.form(), value).toString(),
                value,
                Formula.cell(asked.cell()),
                v -> text.full(figure.form(), v));
    }

    /** The limit that the figure is held against; it is a parameter and no number of the cubes. */
    private NumberQuestion limit(AskedFigure asked, Comparison limit) {
        return question(
                asked,
                asked.name() + " · " + limit.label(),
                limit.value(),
                Double.NaN,
                Formula.cell(asked.cell()),
                v -> text.full(asked.figure().form(), v));
    }

    /** A point of the trend of a figure in the figure's month; empty where the line has none. */
    public Optional<NumberQuestion> ofTrend(AskedFigure asked, RevenueTrend.Line line) {
        JudgedFigure figure = asked.figure();
        YearMonth month = figure.month();
        if (line == RevenueTrend.Line.ACTUAL) {
            return figure.value().isPresent()
                    ? Optional.of(value(drawn(asked, figure, asked.reference())))
                    : Optional.empty();
        }
        boolean year = line == RevenueTrend.Line.LAST_YEAR;
        OptionalDouble reference =
                year ? figure.series().value(month.minusYears(1)) : Expectation.of(figure.series(), month);
        if (reference.isEmpty()) {
            return Optional.empty();
        }
        JudgedFigure compared = new JudgedFigure(
                figure.form(), month, figure.series(), figure.state(), figure.band(), figure.expected(), reference);
        return Optional.of(reference(
                drawn(asked, compared, year ? "LAST_YEAR" : "EXPECTATION"),
                text.value(figure.form(), reference.getAsDouble()).toString()));
    }

    private AskedFigure drawn(AskedFigure asked, JudgedFigure figure, String reference) {
        return new AskedFigure(
                asked.name() + " · " + figures.month(figure.month()),
                asked.id(),
                figure,
                reference,
                asked.cube(),
                asked.cell(),
                asked.rule(),
                asked.pivot());
    }

    /** What the figure is compared with. */
    public NumberQuestion reference(AskedFigure asked, String shown) {
        Formula formula = new Formula();
        return question(
                asked,
                asked.name() + " · " + words.get("board.vs." + asked.reference()),
                shown,
                asked.figure().reference().orElseThrow(),
                formula.is(reference(formula, asked)),
                v -> text.full(asked.figure().form(), v));
    }

    /** How far the figure is from what it is compared with: relative, in points, or as a difference. */
    public NumberQuestion deviation(AskedFigure asked, String shown) {
        JudgedFigure figure = asked.figure();
        boolean relative = !figure.form().isRatio() && figure.form() != Form.BALANCE && figure.form() != Form.CHANGE;
        return apart(asked, shown, relative);
    }

    /** The difference to what the figure is compared with, in the figure's own unit. */
    public NumberQuestion difference(AskedFigure asked, String shown) {
        return apart(asked, shown, false);
    }

    private NumberQuestion apart(AskedFigure asked, String shown, boolean relative) {
        JudgedFigure figure = asked.figure();
        Formula formula = new Formula();
        String value = formula.month(asked.cell(), figure.month());
        String reference = reference(formula, asked);
        return question(
                asked,
                asked.name() + " · " + words.get("explain.against", words.get("board.vs." + asked.reference())),
                shown,
                (relative ? figure.change() : figure.difference()).orElseThrow(),
                formula.is(relative ? value + " / (" + reference + ") - 1" : value + " - (" + reference + ")"),
                write(figure.form(), relative));
    }

    /** The change from the month before, or from the same month of the year before, as it stands in the text of the figure. */
    public NumberQuestion change(AskedFigure asked, boolean year) {
        JudgedFigure figure = asked.figure();
        boolean relative = !figure.form().isRatio() && figure.form() != Form.BALANCE;
        YearMonth earlier = year ? figure.month().minusYears(1) : figure.month().minusMonths(1);
        Formula formula = new Formula();
        String value = formula.month(asked.cell(), figure.month());
        String then = formula.month(asked.cell(), earlier);
        MonthlySeries series = figure.series();
        double change = relative
                ? (year ? series.yearOnYear(figure.month()) : series.monthOnMonth(figure.month())).orElseThrow()
                : figure.differenceTo(earlier).orElseThrow();
        return question(
                asked,
                asked.name() + " · " + words.get(year ? "board.vs.LAST_YEAR" : "board.vs.LAST_MONTH"),
                text.change(figure, year),
                change,
                formula.is(relative ? value + " / " + then + " - 1" : value + " - " + then),
                write(figure.form(), relative));
    }

    private DoubleFunction<String> write(Form form, boolean relative) {
        if (relative) {
            return v -> figures.ratio(v, 4);
        }
        return form.isRatio() || form == Form.CHANGE ? v -> figures.points(v, 4) : v -> figures.difference(v, 2);
    }

    /** The expression of what a figure is compared with. */
    public static String reference(Formula formula, AskedFigure asked) {
        JudgedFigure figure = asked.figure();
        return switch (asked.reference()) {
            case "LAST_MONTH" -> formula.month(asked.cell(), figure.month().minusMonths(1));
            case "LAST_YEAR" -> formula.month(asked.cell(), figure.month().minusYears(1));
            default -> expectation(formula, asked.cell(), figure);
        };
    }

    /** The expression of what a figure should have been. */
    private static String expectation(Formula formula, CubeCell cell, JudgedFigure figure) {
        boolean balance = figure.form() == Form.BALANCE;
        boolean seasonal = balance
                ? Expectation.hasReferences(figure.series(), figure.month())
                : Expectation.isSeasonal(figure.series(), figure.month());
        return formula.expectation(cell, figure.month(), seasonal, balance);
    }

    private NumberQuestion question(
            AskedFigure asked, String name, String shown, double value, Formula formula, DoubleFunction<String> write) {
        JudgedFigure figure = asked.figure();
        List<Fact> facts = new ArrayList<>();
        figure.expected()
                .ifPresent(expected ->
                        facts.add(new Fact(words.get("explain.expected"), text.full(figure.form(), expected))));
        for (boolean year : new boolean[] {false, true}) {
            String change = text.change(figure, year);
            if (!change.isEmpty()) {
                facts.add(new Fact(words.get(year ? "explain.year" : "explain.month"), change));
            }
        }
        facts.addAll(asked.rule());
        return new NumberQuestion(
                name,
                asked.id(),
                shown,
                value,
                Marks.of(figure.state()),
                asked.cube(),
                formula,
                write,
                facts,
                asked.pivot());
    }
}
