package org.shapan.portal.area;

import com.vaadin.flow.component.Component;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.shapan.insight.Parameters;
import org.shapan.insight.TargetProgress;
import org.shapan.portal.board.Marks;
import org.shapan.portal.board.Words;
import org.shapan.portal.explain.Numbers;
import org.shapan.portal.explain.Numbers.AskedTile;
import org.shapan.portal.text.Figures;
import org.shapan.portal.widget.KpiTile;
import org.shapan.portal.widget.KpiTile.Comparison;
import org.shapan.portal.widget.State;
import org.shapan.portal.widget.Tiles;

/** The tiles: indicators that the cubes have for this area, at most twelve. */
final class AreaTiles {
    private static final int MOST = 12;

    private final AreaBoard board;
    private final KpiText text;
    private final Words words;
    private final Figures figures;
    private final AreaQuestions questions;

    AreaTiles(AreaBoard board, KpiText text, Words words, Figures figures) {
        this.board = board;
        this.text = text;
        this.words = words;
        this.figures = figures;
        this.questions = new AreaQuestions(board, words, figures);
    }

    Component draw() {
        List<AskedTile> contents = new ArrayList<>();
        for (AreaKpi kpi : AreaKpi.values()) {
            KpiFigure figure = board.area().figure(kpi);
            if (figure.value().isPresent()) {
                contents.add(new AskedTile(tile(figure), place -> questions.tile(figure, place)));
            }
            if (kpi == AreaKpi.ARPU && !board.targets().isEmpty()) {
                TargetFigure target = board.targets().getFirst();
                contents.add(new AskedTile(target(target), place -> questions.target(target, place)));
            }
        }
        Tiles tiles = new Tiles();
        Numbers.ofTiles(tiles, contents.stream().limit(MOST).toList());
        return tiles;
    }

    private KpiTile.Content tile(KpiFigure figure) {
        List<Double> trend = new ArrayList<>();
        for (YearMonth month : board.trendMonths()) {
            var value = figure.series().value(month);
            trend.add(value.isPresent() ? value.getAsDouble() : null);
        }
        String explanation = text.explanation(figure);
        if (figure.kpi() == AreaKpi.NET_ADDS
                && board.newcomers().isPresent()
                && board.leavers().isPresent()) {
            explanation += "\n"
                    + words.get(
                            "areas.flow",
                            figures.number(board.newcomers().getAsDouble(), 0),
                            figures.number(board.leavers().getAsDouble(), 0));
        }
        return new KpiTile.Content(
                text.name(figure.kpi()),
                text.value(figure.kpi(), figure.value().getAsDouble()),
                Marks.of(figure.state()),
                true,
                trend,
                text.comparisons(figure, board.state().against()),
                AreaLinks.of(board, figure),
                explanation);
    }

    /** Two decimals, or three where two would write a ratio of another colour. */
    private String ratio(TargetFigure target) {
        double rounded = Math.rint(target.ratio() * 100) / 100;
        boolean same = TargetProgress.judge(OptionalDouble.of(rounded), 1, Parameters.current()) == target.state();
        return figures.number(target.ratio(), same ? 2 : 3);
    }

    private KpiTile.Content target(TargetFigure target) {
        State state = Marks.of(target.state());
        return new KpiTile.Content(
                words.get("areas.target.year"),
                new Figures.Quantity(figures.number(target.completion() * 100, 2), "%"),
                state,
                true,
                target.history(),
                List.of(
                        new Comparison(words.get("areas.target.due"), figures.number(target.due() * 100, 2)),
                        new Comparison(words.get("areas.target.ratio"), ratio(target), state)),
                AreaPivot.href(board, target.kpi()),
                words.get(
                        "areas.target.explain", figures.ratio(target.completion(), 2), figures.ratio(target.due(), 2)));
    }
}
