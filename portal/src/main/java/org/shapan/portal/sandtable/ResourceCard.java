package org.shapan.portal.sandtable;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.YearMonth;
import java.util.Locale;
import java.util.OptionalDouble;
import org.shapan.portal.board.FigureText;
import org.shapan.portal.board.Words;
import org.shapan.portal.text.Figures;
import org.shapan.portal.widget.Card;

/** What is spent against the plan, and what the front line did on the last day. */
final class ResourceCard {
    private static final double FULL = 100;

    private final SandResources resources;
    private final Words words;
    private final Figures figures;

    ResourceCard(SandResources resources, Words words, Figures figures) {
        this.resources = resources;
        this.words = words;
        this.figures = figures;
    }

    Component draw(YearMonth month) {
        Div body = new Div();
        body.addClassName("resources");
        plan(body, "sand.resources.budget", resources.spent(), resources.budget(), true);
        plan(body, "sand.resources.contacts", resources.contacts(), resources.contactsPlanned(), false);
        plan(body, "sand.resources.orders", resources.orders(), resources.ordersPlanned(), false);
        resources
                .frontLine()
                .ifPresent(front -> body.add(
                        line(
                                words.get("sand.resources.numbers", figures.date(front.day())),
                                words.get(
                                        "sand.resources.mean",
                                        figures.number(front.newNumbers(), 0),
                                        figures.number(front.meanNewNumbers(), 1))),
                        line(
                                words.get("sand.resources.transactions", figures.date(front.day())),
                                words.get(
                                        "sand.resources.mean",
                                        figures.number(front.transactions(), 0),
                                        figures.number(front.meanTransactions(), 1)))));
        return new Card(words.get("sand.resources"))
                .remark(words.get("sand.resources.until", figures.month(month)))
                .body(body);
    }

    /** A figure, and where it has a plan the bar of it. */
    private void plan(Div body, String key, OptionalDouble done, OptionalDouble plan, boolean money) {
        if (done.isEmpty()) {
            return;
        }
        OptionalDouble share = SandResources.share(done, plan);
        String figure = amount(done.getAsDouble(), money);
        body.add(line(
                words.get(key),
                share.isPresent()
                        ? words.get(
                                "sand.resources.of",
                                figure,
                                amount(plan.getAsDouble(), money),
                                FigureText.text(share, s -> figures.ratio(s, 1)))
                        : figure));
        share.ifPresent(value -> body.add(bar(value)));
    }

    private String amount(double value, boolean money) {
        return money
                ? figures.money(value).toString()
                : figures.count(value, "").toString();
    }

    private static Component line(String label, String value) {
        Span figure = new Span(value);
        figure.addClassName("b");
        Div line = new Div(new Span(label), figure);
        line.addClassName("ln");
        return line;
    }

    private static Component bar(double share) {
        Span done = new Span();
        done.addClassName("done");
        done.getStyle().set("width", percent(Math.min(1, Math.max(0, share))));
        Div bar = new Div(done);
        bar.addClassName("burn");
        return bar;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", share * FULL);
    }
}
