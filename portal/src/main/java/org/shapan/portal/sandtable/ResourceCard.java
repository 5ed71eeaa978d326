package org.shapan.portal.sandtable;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.shapan.portal.board.Words;
import org.shapan.portal.explain.AskedText;
import org.shapan.portal.text.Figures;
import org.shapan.portal.widget.Card;
import org.shapan.portal.widget.RunningText;

/** What is spent against the plan, and what the front line did on the last day. */
final class ResourceCard {
    private static final double FULL = 100;

    /** @param share of the plan; empty where there is none */
    private record Line(String label, String figure, OptionalDouble share) {}

    private final SandResources resources;
    private final YearMonth month;
    private final Words words;
    private final Figures figures;
    private final SandResourceQuestions questions;
    private final AskedText asked = new AskedText();

    ResourceCard(SandResources resources, SandUnit area, YearMonth month, Words words, Figures figures) {
        this.resources = resources;
        this.month = month;
        this.words = words;
        this.figures = figures;
        this.questions = new SandResourceQuestions(area, month, words, figures);
    }

    Component draw() {
        Div body = new Div();
        body.addClassName("resources");
        for (Line line : lines()) {
            Span figure = new Span();
            figure.addClassName("b");
            RunningText.write(figure, line.figure());
            Div drawn = new Div(new Span(line.label()), figure);
            drawn.addClassName("ln");
            body.add(asked.in(drawn));
            line.share().ifPresent(share -> body.add(bar(share)));
        }
        return new Card(words.get("sand.resources"))
                .remark(words.get("sand.resources.until", figures.month(month)))
                .body(body);
    }

    /** What the numbers ask. */
    AskedText asked() {
        lines();
        return asked;
    }

    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (SandResource resource : SandResource.values()) {
            resource.done(resources).ifPresent(done -> lines.add(line(resource, done)));
        }
        resources.frontLine().ifPresent(front -> {
            lines.add(line(
                    front,
                    "sand.resources.numbers",
                    "CHN-03",
                    SandResourcePresenter.NEW_NUMBERS,
                    front.newNumbers(),
                    front.meanNewNumbers()));
            lines.add(line(
                    front,
                    "sand.resources.transactions",
                    "CHN-01",
                    SandResourcePresenter.TRANSACTIONS,
                    front.transactions(),
                    front.meanTransactions()));
        });
        return lines;
    }

    /** A figure, and where it has a plan how much of it that is. */
    private Line line(SandResource resource, double done) {
        String name = words.get(resource.key());
        String figure = amount(resource, done);
        String value = asked.number(
                figure, () -> questions.sum(name, resource.doneId(), resource.doneMeasure(), figure, done));
        OptionalDouble plan = resource.plan(resources);
        OptionalDouble share = SandResources.share(resource.done(resources), plan);
        if (share.isEmpty()) {
            return new Line(name, value, share);
        }
        String planned = amount(resource, plan.getAsDouble());
        String part = figures.ratio(share.getAsDouble(), 1);
        return new Line(
                name,
                words.get(
                        "sand.resources.of",
                        value,
                        asked.number(
                                planned,
                                () -> questions.sum(
                                        words.get("sand.resources.plan", name),
                                        resource.planId(),
                                        resource.planMeasure(),
                                        planned,
                                        plan.getAsDouble())),
                        asked.number(
                                part,
                                () -> questions.share(
                                        words.get("sand.resources.share", name),
                                        resource.doneId(),
                                        resource.doneMeasure(),
                                        resource.planMeasure(),
                                        part,
                                        share.getAsDouble()))),
                share);
    }

    private Line line(SandResources.FrontLine front, String key, String id, String measure, double value, double mean) {
        String name = words.get(key, figures.date(front.day()));
        String shown = figures.number(value, 0);
        String usual = figures.number(mean, 1);
        return new Line(
                name,
                words.get(
                        "sand.resources.mean",
                        asked.number(shown, () -> questions.day(front, name, id, measure, shown, value)),
                        asked.number(
                                usual,
                                () -> questions.mean(
                                        front, words.get("sand.resources.mean.of", name), id, measure, usual, mean))),
                OptionalDouble.empty());
    }

    private String amount(SandResource resource, double value) {
        return resource == SandResource.COST
                ? figures.money(value).toString()
                : figures.count(value, "").toString();
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
