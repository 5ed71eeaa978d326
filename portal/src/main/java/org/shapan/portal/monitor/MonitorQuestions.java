package org.shapan.portal.monitor;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.shapan.insight.Indicator;
import org.shapan.insight.Parameters;
import org.shapan.portal.board.FigureText;
import org.shapan.portal.board.Marks;
import org.shapan.portal.board.Words;
import org.shapan.portal.explain.AskedFigure;
import org.shapan.portal.explain.CubeCell;
import org.shapan.portal.explain.FigureQuestions;
import org.shapan.portal.explain.Formula;
import org.shapan.portal.explain.NumberQuestion;
import org.shapan.portal.explain.NumberQuestion.Fact;
import org.shapan.portal.explain.Numbers.AskedTile;
import org.shapan.portal.explain.RuleText;
import org.shapan.portal.monitor.MonitorBoard.Row;
import org.shapan.portal.monitor.MonitorBoard.Rows;
import org.shapan.portal.monitor.MonitorBoard.Tile;
import org.shapan.portal.text.Figures;

/** What the numbers of a page ask. */
final class MonitorQuestions {
    private final MonitorBoard board;
    private final Words words;
    private final Figures figures;
    private final MonitorText text;
    private final FigureText writer;
    private final FigureQuestions questions;
    private final RuleText rules;

    MonitorQuestions(MonitorBoard board, Words words, Figures figures) {
        this.board = requireNonNull(board, "board is null");
        this.words = words;
        this.figures = figures;
        this.text = new MonitorText(board, words, figures);
        this.writer = new FigureText(figures, words);
        this.questions = new FigureQuestions(words, figures);
        this.rules = new RuleText(words, figures);
    }

    /** A tile with its numbers. */
    AskedTile tile(Tile tile) {
        return new AskedTile(text.tile(tile), place -> questions.ofTile(asked(tile), place));
    }

    private AskedFigure asked(Tile tile) {
        Metric metric = tile.metric();
        return new AskedFigure(
                tile.caption(),
                metric.id(),
                tile.figure(),
                "EXPECTATION",
                tile.cube(),
                CubeCell.of(metric.measure(), area(), board.monthMember()),
                Indicator.of(metric.id())
                        .map(indicator -> rules.of(indicator, board.level()))
                        .orElseGet(() -> rule(metric)),
                text.tile(tile).href());
    }

    /** The figure of a row, or of the total; empty where it has none. */
    Optional<NumberQuestion> cell(Rows block, Row row, Metric metric) {
        if (row.value(metric).isEmpty()) {
            return Optional.empty();
        }
        double value = row.value(metric).getAsDouble();
        String name =
                block.captions().get(metric) + " · " + (row == block.total() ? words.get("monitor.total") : row.name());
        return Optional.of(new NumberQuestion(
                name,
                metric.id(),
                text.full(metric, row),
                value,
                Marks.of(row.state(metric)),
                block.block().cube(),
                Formula.cell(CubeCell.of(metric.measure(), row.uniqueName(), area(), board.monthMember())),
                number -> writer.full(metric.form(), number),
                rule(metric),
                text.href(block, row)));
    }

    private String area() {
        return board.path().getLast().uniqueName();
    }

    /** The limits of a figure, and what it must rest on to be held against them. */
    private List<Fact> rule(Metric metric) {
        Metric.Limit limit = metric.limit();
        if (limit == null) {
            return rules.none();
        }
        List<Fact> facts =
                new ArrayList<>(rules.limits(limit.parameter(), metric.form().isRatio()));
        if (!limit.volumes().isEmpty()) {
            facts.add(new Fact(
                    words.get("explain.least"),
                    limit.volumes().stream()
                            .map(volume -> words.get(
                                    "explain.least.value",
                                    volume.measure(),
                                    figures.number(Parameters.current().number(volume.least()), 0),
                                    volume.least()))
                            .collect(Collectors.joining(" / "))));
        }
        return facts;
    }
}
