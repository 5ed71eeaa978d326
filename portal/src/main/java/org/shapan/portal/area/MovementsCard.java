package org.shapan.portal.area;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.shapan.insight.State;
import org.shapan.portal.board.Form;
import org.shapan.portal.board.Marks;
import org.shapan.portal.board.Sentence;
import org.shapan.portal.board.Words;
import org.shapan.portal.explain.AskedText;
import org.shapan.portal.text.Figures;
import org.shapan.portal.widget.Card;
import org.shapan.portal.widget.RunningText;
import org.shapan.portal.widget.StateMark;

/** The sentence of fact, then every red and yellow figure of the parts, red first. */
final class MovementsCard {
    private final AreaBoard board;
    private final KpiText text;
    private final Words words;
    private final Figures figures;

    MovementsCard(AreaBoard board, KpiText text, Words words, Figures figures) {
        this.board = board;
        this.text = text;
        this.words = words;
        this.figures = figures;
    }

    Component draw(Consumer<UnitRow> onSelect) {
        List<Movement> movements = board.movements();
        List<Component> lines = new ArrayList<>();
        AreaQuestions questions = new AreaQuestions(board, words, figures);
        AskedText asked = new AskedText();
        String sentence = sentence(questions, asked);
        if (!sentence.isEmpty()) {
            lines.add(asked.in(new Sentence(sentence)));
        }
        for (Movement movement : movements) {
            lines.add(line(movement, questions, asked, onSelect));
        }
        if (movements.isEmpty()) {
            Span quiet = new Span(words.get("areas.movements.none"));
            quiet.addClassName("hint");
            lines.add(quiet);
        }
        Card card = new Card(words.get("areas.movements"))
                .remark(words.get("areas.movements.count", count(movements, State.RED), count(movements, State.YELLOW)))
                .body(lines.toArray(Component[]::new));
        card.addClassName("scroll");
        return card;
    }

    private static long count(List<Movement> movements, State state) {
        return movements.stream().filter(m -> m.figure().state() == state).count();
    }

    /** What happened to revenue, and which part has most of it; empty without a reference. */
    String sentence(AreaQuestions questions, AskedText asked) {
        UnitRow area = board.area();
        KpiFigure revenue = area.figure(AreaKpi.REVENUE);
        if (revenue.value().isEmpty() || revenue.change().isEmpty()) {
            return "";
        }
        String value = asked.number(
                figures.money(revenue.value().getAsDouble()).toString(), () -> questions.value(area, AreaKpi.REVENUE));
        String against = words.get("areas.sentence." + board.state().against());
        String change = asked.number(
                figures.change(revenue.change().getAsDouble()),
                () -> questions.deviation(area, revenue).orElseThrow());
        UnitRow main = board.mainContributor();
        if (main == null) {
            return words.get("areas.sentence", value, against, change);
        }
        String difference = figures.money(
                        main.figure(AreaKpi.REVENUE).difference().getAsDouble())
                .toString();
        return words.get(
                "areas.sentence.main",
                value,
                against,
                change,
                main.unit().name(),
                asked.number(
                        difference, () -> questions.difference(main, difference).orElseThrow()),
                asked.number(
                        figures.ratio(main.contribution().getAsDouble(), 1),
                        () -> questions.contribution(main).orElseThrow()));
    }

    private Component line(Movement movement, AreaQuestions questions, AskedText asked, Consumer<UnitRow> onSelect) {
        KpiFigure figure = movement.figure();
        UnitRow row = movement.row();
        String value = figure.kpi().form() == Form.RATE
                ? " " + asked.number(text.cell(figure), () -> questions.value(row, figure.kpi()))
                : "";
        Span fact = new Span();
        fact.addClassName("ell");
        RunningText.write(fact, "*" + row.unit().name() + "* " + text.brief(figure.kpi()) + value);
        Span much = new Span();
        much.addClassNames("num", "b");
        RunningText.write(
                much,
                asked.number(
                        text.deviation(figure.againstExpectation()),
                        () -> questions.movement(row, figure).orElseThrow()));
        Span id = new Span(figure.kpi().id());
        id.addClassName("hint");
        Div line = new Div(new StateMark(Marks.of(figure.state())), fact, much, id);
        line.addClassName("mv");
        line.getElement().setAttribute("role", "button");
        line.getElement().addEventListener("click", event -> onSelect.accept(row));
        line.getElement()
                .addEventListener("keydown", event -> onSelect.accept(row))
                .setFilter("event.key === 'Enter'");
        return asked.in(line);
    }
}
