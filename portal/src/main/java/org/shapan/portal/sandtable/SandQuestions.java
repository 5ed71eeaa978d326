package org.shapan.portal.sandtable;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.shapan.insight.State;
import org.shapan.insight.UnitLevel;
import org.shapan.insight.locate.Localiser;
import org.shapan.insight.locate.Movement;
import org.shapan.insight.locate.Part;
import org.shapan.portal.board.Marks;
import org.shapan.portal.board.RevenueTrend;
import org.shapan.portal.board.Words;
import org.shapan.portal.explain.AskedFigure;
import org.shapan.portal.explain.AskedText;
import org.shapan.portal.explain.CubeCell;
import org.shapan.portal.explain.FigureQuestions;
import org.shapan.portal.explain.Formula;
import org.shapan.portal.explain.NumberQuestion;
import org.shapan.portal.explain.NumberQuestion.Fact;
import org.shapan.portal.explain.Numbers.AskedTile;
import org.shapan.portal.explain.RuleText;
import org.shapan.portal.link.AreaPivotLink;
import org.shapan.portal.sp.SpBoard;
import org.shapan.portal.sp.SpKpi;
import org.shapan.portal.sp.SpQuestions;
import org.shapan.portal.sp.SpRow;
import org.shapan.portal.text.Figures;
import org.shapan.portal.widget.KpiTile;
import org.shapan.portal.widget.RunningText;

/** What the numbers of the sand table ask, and of the tiles of the home page. */
public final class SandQuestions {
    /** More would not be read. */
    private static final int MOST_COUNTED = 12;

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
        KpiTile.Comparison comparison = text.progress(cell.figure()).get(place - 1);
        double due = cell.figure().expected().orElseThrow();
        Formula formula = new Formula();
        String completion = formula.add("Value", asked(cell).cell());
        NumberQuestion value = questions.value(asked(cell));
        boolean isDue = place == 1;
        return new NumberQuestion(
                value.name() + " · " + comparison.label(),
                value.id(),
                comparison.value(),
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

    /** A number of a cell as a tile has them, where it is written otherwise. */
    NumberQuestion number(SandCell cell, int place, String shown) {
        return tile(cell, place).shownAs(shown);
    }

    /** How far a cell is from its expectation. */
    NumberQuestion deviation(SandCell cell, String shown) {
        return questions.deviation(asked(cell), shown);
    }

    /** The share of a movement that comes from where most of it comes from. */
    NumberQuestion contribution(SandReason reason, Movement movement, Part end) {
        SandCell cell = reason.first();
        YearMonth month = movement.month();
        Formula formula = new Formula();
        String part = formula.difference(
                CubeCell.of(movement.measure(), end.member(), Formula.member(month)), month, end.seasonal());
        String whole = formula.difference(
                CubeCell.of(movement.measure(), cell.unit().uniqueName(), Formula.member(month)),
                month,
                movement.seasonal());
        return new NumberQuestion(
                text.locateName(cell.kpi()) + " · " + end.name() + " · " + words.get("locate.explain.share"),
                "REV-24",
                figures.ratio(end.contribution(), 1),
                end.contribution(),
                Marks.of(reason.state()),
                Localiser.CUBE,
                formula.is(part + " / " + whole),
                v -> figures.ratio(v, 4),
                List.of(),
                AreaPivotLink.of(
                        Localiser.CUBE,
                        movement.measure(),
                        end.member(),
                        UnitLevel.CHANNEL,
                        Formula.member(month),
                        null));
    }

    /** For how many months in a row a figure has been red or yellow: the judgement counts them, the cubes have their values. */
    NumberQuestion months(SandReason reason) {
        SandCell cell = reason.first();
        List<Fact> facts = new ArrayList<>();
        for (int back = 0; back < reason.months(); back++) {
            YearMonth month = cell.figure().month().minusMonths(back);
            facts.add(fact(figures.month(month), board.figures().cell(cell.kpi(), cell.unit(), month)));
        }
        return judged(cell, words.get("sand.explain.months"), Integer.toString(reason.months()), facts);
    }

    /** How many cells are red or yellow, of all domains for null: the judgement counts them, the cubes have their values. */
    NumberQuestion count(State state, SandDomain domain) {
        List<SandCell> cells = board.figures().cells(board.month(), state, domain);
        List<Fact> facts = new ArrayList<>();
        for (SandCell cell : cells.subList(0, Math.min(MOST_COUNTED, cells.size()))) {
            facts.add(fact(cell.unit().name() + " · " + text.name(cell.kpi()), cell));
        }
        if (cells.size() > facts.size()) {
            facts.add(new Fact("…", words.get("sand.explain.more", cells.size() - facts.size())));
        }
        return judged(
                cells.isEmpty() ? board.total(SandKpi.REVENUE) : cells.getFirst(),
                words.get("sand.explain." + state),
                Integer.toString(cells.size()),
                facts);
    }

    /** How many parts the area has. */
    NumberQuestion parts() {
        AskedFigure total = asked(board.total(SandKpi.REVENUE));
        List<SandUnit> parts = board.figures().parts();
        Formula formula = new Formula();
        formula.add("Whole", total.cell());
        return new NumberQuestion(
                board.figures().area().name() + " · " + words.get("sand.explain.parts"),
                "",
                Integer.toString(parts.size()),
                parts.size(),
                org.shapan.portal.widget.State.NONE,
                total.cube(),
                formula.is(
                        parts.stream().map(SandUnit::uniqueName).collect(Collectors.joining(", ", "Count({ ", " })"))),
                v -> figures.number(v, 0),
                List.of(),
                total.pivot());
    }

    private Fact fact(String term, SandCell cell) {
        String value = RunningText.plain(text.step(cell, new AskedText()));
        return new Fact(term, words.get("widget.state." + cell.state()) + "  " + value);
    }

    private NumberQuestion judged(SandCell cell, String what, String shown, List<Fact> facts) {
        AskedFigure asked = asked(cell);
        List<Fact> all = new ArrayList<>(facts);
        all.addAll(asked.rule());
        return new NumberQuestion(
                asked.name() + " · " + what,
                "",
                shown,
                Double.NaN,
                Marks.of(cell.state()),
                asked.cube(),
                Formula.cell(asked.cell()),
                v -> figures.number(v, 2),
                all,
                asked.pivot());
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

    /** A point of that trend; empty where its line has none. */
    public List<NumberQuestion> trend(RevenueTrend.Place place) {
        SandCell cell = board.figures().cell(SandKpi.REVENUE, board.figures().area(), place.month());
        return questions.ofTrend(asked(cell), place.line()).stream().toList();
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
