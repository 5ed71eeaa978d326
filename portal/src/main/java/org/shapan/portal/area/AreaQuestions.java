package org.shapan.portal.area;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.shapan.portal.board.Marks;
import org.shapan.portal.board.RevenueTrend;
import org.shapan.portal.board.Words;
import org.shapan.portal.explain.AskedFigure;
import org.shapan.portal.explain.CubeCell;
import org.shapan.portal.explain.FigureQuestions;
import org.shapan.portal.explain.Formula;
import org.shapan.portal.explain.NumberQuestion;
import org.shapan.portal.explain.NumberQuestion.Fact;
import org.shapan.portal.explain.RuleText;
import org.shapan.portal.link.AreaPivotLink;
import org.shapan.portal.text.Figures;

/** What the numbers of the area board ask. */
final class AreaQuestions {
    private final AreaBoard board;
    private final KpiText text;
    private final Figures figures;
    private final Words words;
    private final FigureQuestions questions;
    private final RuleText rules;

    AreaQuestions(AreaBoard board, Words words, Figures figures) {
        this.board = requireNonNull(board, "board is null");
        this.words = words;
        this.figures = figures;
        this.text = new KpiText(figures, words);
        this.questions = new FigureQuestions(words, figures);
        this.rules = new RuleText(words, figures);
    }

    /** A number of a tile: 0 is the value, then come the comparisons. */
    NumberQuestion tile(KpiFigure figure, int place) {
        return questions.ofTile(asked(board.area(), figure), place);
    }

    /** An indicator of the area or one of its parts. */
    NumberQuestion value(UnitRow row, AreaKpi kpi) {
        return questions.value(asked(row, row.figure(kpi)));
    }

    /** How far revenue is from what it is compared with, in yuan. */
    Optional<NumberQuestion> difference(UnitRow row, String shown) {
        KpiFigure figure = row.figure(AreaKpi.REVENUE);
        return figure.difference().isPresent()
                ? Optional.of(questions.difference(asked(row, figure), shown))
                : Optional.empty();
    }

    /** How far an indicator is from what it is compared with, as the board writes it. */
    Optional<NumberQuestion> deviation(UnitRow row, KpiFigure figure) {
        return figure.judged().change().isPresent() || figure.kpi().form().isRatio()
                ? Optional.of(questions.deviation(asked(row, figure), text.deviation(figure)))
                : Optional.empty();
    }

    /** A movement of a part: how far the indicator is from its expectation, whatever the board compares with. */
    Optional<NumberQuestion> movement(UnitRow row, KpiFigure figure) {
        KpiFigure expected = figure.againstExpectation();
        String shown = text.deviation(expected);
        return shown.isEmpty()
                ? Optional.empty()
                : Optional.of(questions.deviation(asked(row, expected, Against.EXPECTATION), shown));
    }

    /** What a box of the treemap shows: revenue, its expectation, and how far the one is from the other. */
    List<NumberQuestion> box(UnitRow row) {
        KpiFigure figure = row.figure(AreaKpi.REVENUE).againstExpectation();
        AskedFigure asked = asked(row, figure, Against.EXPECTATION);
        List<NumberQuestion> box = new ArrayList<>();
        figure.value().ifPresent(value -> box.add(questions.value(asked)));
        figure.expected()
                .ifPresent(expected -> box.add(questions.reference(
                        asked, text.value(AreaKpi.REVENUE, expected).toString())));
        movement(row, figure).ifPresent(box::add);
        return box;
    }

    /** The part's difference over that of the area. */
    Optional<NumberQuestion> contribution(UnitRow row) {
        if (row.contribution().isEmpty()) {
            return Optional.empty();
        }
        AskedFigure own = asked(row, row.figure(AreaKpi.REVENUE));
        AskedFigure whole = asked(board.area(), board.area().figure(AreaKpi.REVENUE));
        Formula formula = new Formula();
        String ownDifference = difference(formula, own);
        double value = row.contribution().getAsDouble();
        return Optional.of(new NumberQuestion(
                own.name() + " · " + words.get("areas.col.contribution"),
                "REV-24",
                figures.ratio(value, 1),
                value,
                Marks.of(row.state()),
                own.cube(),
                formula.is(ownDifference + " / " + difference(formula, whole)),
                v -> figures.ratio(v, 2),
                own.rule(),
                own.pivot()));
    }

    private static String difference(Formula formula, AskedFigure asked) {
        String value = formula.month(asked.cell(), asked.figure().month());
        return "(" + value + " - (" + FigureQuestions.reference(formula, asked) + "))";
    }

    /** Revenue of the months of a trend, by the month and the figure, the latest first. */
    Map<String, Supplier<NumberQuestion>> trend(UnitRow row) {
        Map<String, Supplier<NumberQuestion>> months = new LinkedHashMap<>();
        for (YearMonth month : board.trendMonths().reversed()) {
            KpiFigure figure = revenue(row, month);
            figure.value()
                    .ifPresent(value -> months.put(
                            figures.month(month) + "  " + text.value(AreaKpi.REVENUE, value),
                            () -> questions.value(asked(row, figure, Against.EXPECTATION))));
        }
        return months;
    }

    /** A point of that trend; empty where its line has none. */
    List<NumberQuestion> trend(UnitRow row, RevenueTrend.Place place) {
        KpiFigure figure = revenue(row, place.month());
        return questions.ofTrend(asked(row, figure, Against.EXPECTATION), place.line()).stream()
                .toList();
    }

    private KpiFigure revenue(UnitRow row, YearMonth month) {
        Unit parent =
                row.unit().equals(board.area().unit()) ? null : board.area().unit();
        return KpiFigure.of(AreaKpi.REVENUE, row.unit(), parent, month, Against.EXPECTATION);
    }

    /** How far a year's target is reached: 0 is the completion, 1 what is due, 2 the one over the other. */
    NumberQuestion target(TargetFigure target, int place) {
        CubeCell cell = cell(board.area(), target.kpi());
        Formula formula = new Formula();
        List<String> months = new ArrayList<>();
        for (int m = 1; m <= board.month().getMonthValue(); m++) {
            months.add(formula.month(cell, board.month().withMonth(m)));
        }
        String completion = Formula.sum(months) + " / " + target.goal();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                words.get("areas.explain.goal"),
                words.get(
                        "areas.explain.goal.value",
                        text.value(target.kpi(), target.goal()).toString(),
                        Integer.toString(board.month().getYear()))));
        facts.add(new Fact(words.get("areas.target.due"), figures.ratio(target.due(), 2)));
        facts.add(new Fact(words.get("areas.target.ratio"), figures.number(target.ratio(), 3)));
        facts.addAll(rules.target(target.due()));
        boolean ratio = place == 2;
        return new NumberQuestion(
                words.get("areas.target.year") + " · " + text.name(target.kpi()),
                target.kpi().id(),
                switch (place) {
                    case 0 -> figures.ratio(target.completion(), 2);
                    case 1 -> figures.ratio(target.due(), 2);
                    default -> figures.number(target.ratio(), 3);
                },
                switch (place) {
                    case 0 -> target.completion();
                    case 1 -> Double.NaN;
                    default -> target.ratio();
                },
                Marks.of(target.state()),
                cube(target.kpi()),
                formula.is(ratio ? completion + " / " + target.due() : completion),
                ratio ? v -> figures.number(v, 3) : v -> figures.ratio(v, 2),
                facts,
                AreaPivot.href(board, target.kpi()));
    }

    private AskedFigure asked(UnitRow row, KpiFigure figure) {
        return asked(row, figure, board.state().against());
    }

    private AskedFigure asked(UnitRow row, KpiFigure figure, Against against) {
        AreaKpi kpi = figure.kpi();
        String name = text.name(kpi);
        return new AskedFigure(
                row.unit().equals(board.area().unit())
                        ? name
                        : name + " · " + row.unit().name(),
                kpi.id(),
                figure.judged(),
                against.name(),
                cube(kpi),
                Formula.at(cell(row, kpi), figure.month()),
                rules.of(kpi.indicator(), row.unit().level()),
                AreaPivotLink.of(
                        cube(kpi),
                        kpi.measure(),
                        row.unit().uniqueName(),
                        row.unit().level(),
                        Formula.member(figure.month()),
                        board.state().brand()));
    }

    private CubeCell cell(UnitRow row, AreaKpi kpi) {
        return CubeCell.of(
                kpi.measure(),
                row.unit().uniqueName(),
                board.monthMember(),
                board.state().brand());
    }

    private static String cube(AreaKpi kpi) {
        return kpi == AreaKpi.E_CHANNEL ? AreaPresenter.CHANNELS : AreaPresenter.OPERATIONS;
    }
}
