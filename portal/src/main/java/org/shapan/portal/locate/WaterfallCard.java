package org.shapan.portal.locate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.shapan.insight.locate.LogicDimension;
import org.shapan.insight.locate.Movement;
import org.shapan.insight.locate.Part;
import org.shapan.portal.board.Words;
import org.shapan.portal.explain.AskedText;
import org.shapan.portal.explain.NumberQuestion;
import org.shapan.portal.explain.Numbers;
import org.shapan.portal.widget.Card;
import org.shapan.portal.widget.Chart;
import org.shapan.portal.widget.Waterfall;

/** A dimension as a waterfall that starts at the expectation, and below it other dimensions in one line each. */
final class WaterfallCard {
    private static final int MOST_BARS = 5;

    private final LocateText text;
    private final Words words;

    private final LocateQuestions questions;

    WaterfallCard(LocateText text, Words words, LocateQuestions questions) {
        this.text = text;
        this.words = words;
        this.questions = questions;
    }

    /** @param others dimensions that explain less, for the lines below; may be empty */
    Component draw(Movement movement, LogicDimension dimension, List<LogicDimension> others) {
        List<Movement.Bar> all = movement.waterfall(
                dimension,
                new Movement.Words("", words.get("locate.waterfall.others"), words.get("locate.waterfall.total")));
        Waterfall waterfall = new Waterfall();
        Map<String, Supplier<NumberQuestion>> steps = new LinkedHashMap<>();
        double rest = 0;
        // The first bar is the expectation, which is where the drawing starts; the last one the value.
        for (Movement.Bar bar : all.subList(1, all.size() - 1)) {
            boolean isRest = bar == all.get(all.size() - 2);
            if (waterfall.size() < MOST_BARS - 1 && !isRest) {
                Part part = dimension.explaining().get(waterfall.size());
                steps.put(
                        bar.name() + "  " + text.difference(bar.value()), () -> questions.part(dimension, part, false));
                waterfall.bar(bar.name(), text.scaled(bar.value()), text.difference(bar.value()));
            } else {
                rest += bar.value();
            }
        }
        List<Part> shown = dimension.explaining().subList(0, waterfall.size());
        steps.put(
                words.get("locate.waterfall.others") + "  " + text.difference(rest),
                () -> questions.rest(movement, dimension, shown));
        steps.put(
                words.get("locate.waterfall.total") + "  " + text.difference(movement.difference()), questions::whole);
        waterfall.bar(words.get("locate.waterfall.others"), text.scaled(rest), text.difference(rest));
        Chart chart = new Chart(dimension.name());
        chart.setOption(waterfall.option(
                words.get("locate.waterfall.total"),
                text.scaled(movement.difference()),
                text.difference(movement.difference())));
        List<Supplier<NumberQuestion>> drawn = List.copyOf(steps.values());
        Numbers.ofChart(
                chart, step -> step.in(drawn).map(Supplier::get).stream().toList());
        Div body = new Div(chart);
        body.addClassName("wfall");
        for (LogicDimension other : others) {
            body.add(line(other));
        }
        Span unit = new Span(text.unit());
        AskedText asked = new AskedText();
        Card card = new Card(dimension.name())
                .remark(words.get(
                        "locate.surprise",
                        asked.number(text.surprise(dimension), () -> questions.surprise(movement, dimension))))
                .tools(unit, Numbers.button(words.get("explain.menu"), () -> steps))
                .body(body);
        Numbers.of(body, ".dim-line .num", index -> Optional.of(line(movement, others.get(index / 2), index % 2 == 1)));
        asked.in(card.remark());
        return card;
    }

    /** What a number of a line asks: its surprise, or the share of its first member. */
    private NumberQuestion line(Movement movement, LogicDimension other, boolean share) {
        return share ? questions.part(other, other.members().getFirst(), true) : questions.surprise(movement, other);
    }

    private Component line(LogicDimension dimension) {
        Part first = dimension.members().getFirst();
        Span name = new Span(dimension.name());
        name.addClassName("ell");
        Span surprise = new Span(text.surprise(dimension));
        surprise.addClassName("num");
        Span member = new Span(first.name());
        member.addClassName("ell");
        Span share = new Span(text.share(first.contribution()));
        share.addClassName("num");
        Div line = new Div(name, surprise, member, share);
        line.addClassName("dim-line");
        line.getElement().setAttribute("tabindex", "0");
        return line;
    }
}
