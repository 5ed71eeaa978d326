package org.shapan.portal.area;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.shapan.insight.TargetProgress;
import org.shapan.portal.board.Marks;
import org.shapan.portal.board.Words;
import org.shapan.portal.explain.Numbers;
import org.shapan.portal.text.Figures;
import org.shapan.portal.widget.Card;
import org.shapan.portal.widget.State;
import org.shapan.portal.widget.StateMark;

/** Completion of the year's targets as bullets: the bar is completion, the tick what is due by now. */
final class TargetsCard {
    /** The tick stands near the right end, so that a unit ahead of it still fits. */
    private static final double TICK_AT = 0.77;

    private final AreaBoard board;
    private final KpiText text;
    private final Words words;
    private final Figures figures;

    TargetsCard(AreaBoard board, KpiText text, Words words, Figures figures) {
        this.board = board;
        this.text = text;
        this.words = words;
        this.figures = figures;
    }

    Component draw() {
        List<Component> lines = new ArrayList<>();
        for (TargetFigure target : board.targets()) {
            lines.add(line(target));
        }
        Span hint = new Span(words.get("areas.target.hint"));
        hint.addClassName("hint");
        lines.add(hint);
        AreaQuestions questions = new AreaQuestions(board, words, figures);
        double timeProgress = TargetProgress.timeProgress(board.month().atEndOfMonth());
        Card card = new Card(words.get("areas.target"))
                .tools(new Span(words.get("areas.target.time", figures.ratio(timeProgress, 2))))
                .body(lines.toArray(Component[]::new));
        Numbers.of(
                card,
                ".pg .num",
                index -> Optional.of(questions.target(board.targets().get(index), 0)));
        return card;
    }

    private Component line(TargetFigure target) {
        State state = Marks.of(target.state());
        Span name = new Span(text.brief(target.kpi()));
        name.addClassName("ell");
        HtmlContainer bar = new HtmlContainer("i");
        bar.getStyle().set("width", percent(Math.min(1, target.ratio() * TICK_AT)));
        HtmlContainer tick = new HtmlContainer("u");
        tick.getStyle().set("left", percent(TICK_AT));
        Div track = new Div(bar, tick);
        track.addClassName("track");
        Span figure = new Span(figures.ratio(target.completion(), 1));
        figure.addClassName("num");
        if (!state.textClass().isEmpty()) {
            figure.addClassNames(state.textClass(), "b");
        }
        Div line = new Div(name, track, figure, new StateMark(state));
        line.addClassName("pg");
        line.getElement().setAttribute("tabindex", "0");
        return line;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f%%", Math.max(0, share) * 100);
    }
}
