package org.shapan.portal.sandtable;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.shapan.insight.State;
import org.shapan.portal.board.Words;
import org.shapan.portal.explain.AskedFigure;
import org.shapan.portal.explain.CubeCell;
import org.shapan.portal.explain.FigureQuestions;
import org.shapan.portal.explain.Formula;
import org.shapan.portal.explain.NumberQuestion;
import org.shapan.portal.explain.NumberQuestion.Fact;
import org.shapan.portal.explain.Numbers.AskedTile;
import org.shapan.portal.explain.RuleText;
import org.shapan.portal.sp.SpBoard;
import org.shapan.portal.sp.SpKpi;
import org.shapan.portal.sp.SpQuestions;
import org.shapan.portal.sp.SpRow;
import org.shapan.portal.text.Figures;
import org.shapan.portal.widget.KpiTile;

/** What the numbers of the sand table ask, and of the tiles of the home page. */
public final class SandQuestions {
    private final SandBoard board;
    private final SandText text;
    private final Words words;
    private final Figures figures;
    private final FigureQuestions questions;
    private final RuleText rules;

    public SandQuestions(SandBoard board, Words words, Figures figures) {
        this.board = requireNonNull(board, "board is null");
        this.words = words;
        this.figures = figures;
        this.text = new SandText(board, words, figures);
        this.questions = new FigureQuestions(words, figures);
        this.rules = new RuleText(words, figures);
    }

    /** The tile of the area as a whole with its numbers; it must have a value. */
    public AskedTile tile(SandKpi kpi) {
        SandCell cell = board.total(kpi);
        return new AskedTile(text.tile(kpi), place -> tile(cell, place));
    }

    private NumberQuestion tile(SandCell cell, int place) {
        if (cell.kpi() != SandKpi.COMPLETION || place == 0) {
            return questions.ofTile(asked(cell), place);
        }
        KpiTile.Content content = text.tile(cell.kpi());
        double due = cell.figure().expected().orElseThrow();
        Formula formula = new Formula();
        String completion = formula.add("Value", asked(cell).cell());
        NumberQuestion value = questions.value(asked(cell));
        boolean isDue = place == 1;
        return new NumberQuestion(
                value.name() + " · " + content.comparisons().get(place - 1).label(),
                value.id(),
                content.comparisons().get(place - 1).value(),
                isDue ? Double.NaN : cell.value().orElseThrow() - due,
                value.state(),
                value.cube(),
                formula.is(isDue ? completion : completion + " - " + due),
                isDue ? v -> figures.ratio(v, 2) : v -> figures.points(v, 2),
                value.facts(),
                value.pivot());
    }

    /** A cell of the table, as the chosen comparison has it; empty where there is nothing. */
    Optional<NumberQuestion> cell(SandCell cell) {
        if (text.cell(cell).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (board.state().show()) {
                    case VALUE -> questions.value(asked(cell));
                    case EXPECTATION ->
                        cell.kpi() == SandKpi.COMPLETION
                                ? tile(cell, 2)
                                : questions.deviation(asked(cell), text.cell(cell));
                    case LAST_YEAR -> questions.change(asked(cell), true);
                });
    }

    /** Revenue of the area as a whole in the months of a trend, by the month and the figure, the latest first. */
    public Map<String, Supplier<NumberQuestion>> trend() {
        Map<String, Supplier<NumberQuestion>> months = new LinkedHashMap<>();
        for (int back = 0; back < SandBoard.TREND_MONTHS; back++) {
            YearMonth month = board.month().minusMonths(back);
            SandCell cell =
                    board.figures().cell(SandKpi.REVENUE, board.figures().area(), month);
            cell.value()
                    .ifPresent(value -> months.put(
                            figures.month(month) + "  " + figures.money(value), () -> questions.value(asked(cell))));
        }
        return months;
    }

    /** The tile of the red service providers with its numbers: how many, their fee, how many are yellow. */
    public AskedTile serviceProviders(SpBoard sp) {
        KpiTile.Content content = text.serviceProviders(sp);
        SpQuestions asked = new SpQuestions(sp, words, figures);
        return new AskedTile(content, place -> {
            List<SpRow> rows = place == 2
                    ? sp.companies().stream()
                            .filter(row -> row.state() == State.YELLOW)
                            .toList()
                    : SandText.red(sp);
            return asked.together(
                    place == 0
                            ? content.label()
                            : content.label() + " · "
                                    + content.comparisons().get(place - 1).label(),
                    place == 0
                            ? content.value().toString()
                            : content.comparisons().get(place - 1).value(),
                    rows,
                    SpKpi.FEE,
                    place == 1);
        });
    }

    private AskedFigure asked(SandCell cell) {
        SandKpi kpi = cell.kpi();
        List<Fact> rule = new ArrayList<>(
                kpi.indicator().isPresent()
                        ? rules.of(kpi.indicator().get(), cell.unit().level())
                        : cell.figure().expected().isPresent()
                                ? rules.target(cell.figure().expected().getAsDouble())
                                : rules.none());
        return new AskedFigure(
                text.name(kpi) + " · " + cell.unit().name(),
                kpi.id(),
                cell.figure(),
                "EXPECTATION",
                kpi.cube(),
                CubeCell.of(
                        kpi.measure(),
                        cell.unit().uniqueName(),
                        Formula.member(cell.figure().month()),
                        board.state().brand()),
                rule,
                text.pivot(cell));
    }
}
