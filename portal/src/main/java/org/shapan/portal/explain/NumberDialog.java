package org.shapan.portal.explain;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.shapan.engine.api.QueryLoads;
import org.shapan.portal.board.Background;
import org.shapan.portal.cubes.Cubes;
import org.shapan.portal.frame.SignedIn;
import org.shapan.portal.province.Province;
import org.shapan.portal.text.Figures;
import org.shapan.portal.widget.Icon;
import org.shapan.portal.widget.MdxText;
import org.shapan.portal.widget.State;
import org.shapan.portal.widget.StateMark;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a number is, where it stands, how it came about: made when it is asked for, gone when it is closed. */
public final class NumberDialog extends Dialog {
    private static final Logger LOG = LoggerFactory.getLogger(NumberDialog.class);
    private static final double SAME = 1e-9;

    private final SignedIn signedIn;
    private final Cubes cubes;
    private final Province province;
    private final Div body = new Div();

    private sealed interface Answer {}

    private record Known(Explanation explanation) implements Answer {}

    private record Failed(String id, String message) implements Answer {}

    public NumberDialog(SignedIn signedIn, Cubes cubes, Province province) {
        this.signedIn = signedIn;
        this.cubes = cubes;
        this.province = province;
        addClassName("number-dialog");
        body.addClassName("nb");
        add(body);
    }

    /** Opens at once and fills in what the cubes say when they have said it. */
    void ask(NumberQuestion question) {
        setHeaderTitle(question.id().isEmpty() ? question.name() : question.name() + "  " + question.id());
        NativeButton close = new NativeButton("", click -> close());
        close.addClassName("plain");
        close.setAriaLabel(getTranslation("explain.close"));
        close.add(Icon.CLOSE.create());
        getHeader().add(close);
        Span reading = new Span(getTranslation("explain.reading"));
        reading.addClassName("hint");
        body.add(value(question), reading);
        if (question.pivot() != null) {
            Anchor pivot = new Anchor(question.pivot(), "");
            pivot.addClassNames("btn", "s", "p");
            pivot.add(Icon.PIVOT.create());
            pivot.add(getTranslation("board.pivot"));
            getFooter().add(pivot);
        }
        open();
        Explainer explainer =
                new Explainer(cubes, signedIn.user(), UI.getCurrent().getLocale());
        new Background().run(() -> answer(explainer, question), answer -> {
            body.remove(reading);
            switch (answer) {
                case Known(Explanation explanation) -> show(question, explanation);
                case Failed(String id, String message) -> {
                    Span failed = new Span(getTranslation("explain.failed", message, id));
                    failed.getElement().setAttribute("role", "alert");
                    body.add(failed);
                }
            }
        });
    }

    private static Answer answer(Explainer explainer, NumberQuestion question) {
        try {
            return new Known(explainer.explain(question));
        } catch (Exception e) {
            String id = UUID.randomUUID().toString().substring(0, 8);
            LOG.error("A number could not be explained, id {}: {}", id, question.mdx(), e);
            return new Failed(id, e.getMessage() == null ? e.toString() : e.getMessage());
        }
    }

    private static Component value(NumberQuestion question) {
        Div value = new Div(question.shown());
        value.addClassName("big");
        if (question.state() != State.NONE) {
            value.add(new StateMark(question.state()));
        }
        return value;
    }

    private void show(NumberQuestion question, Explanation explanation) {
        HtmlContainer list = new HtmlContainer("dl");
        explanation.place().forEach(place -> entry(list, place.dimension(), place.member()));
        entry(
                list,
                getTranslation("explain.definition"),
                explanation.definition().isEmpty()
                        ? explanation.measure()
                        : getTranslation("explain.definition.value", explanation.measure(), explanation.definition()));
        String exactly = getTranslation(Double.isNaN(question.value()) ? "explain.behind" : "explain.exact");
        explanation
                .number()
                .ifPresentOrElse(
                        number -> entry(list, exactly, exact(question, number)), () -> entry(list, exactly, "—"));
        question.facts().forEach(fact -> entry(list, fact.term(), fact.text()));
        province.data()
                .filter(data -> data.ofWarehouse())
                .ifPresent(data -> entry(
                        list,
                        getTranslation("explain.data"),
                        getTranslation(
                                data.closed() ? "explain.data.closed" : "explain.data.open",
                                Long.toString(data.version()),
                                Figures.in(UI.getCurrent().getLocale()).date(data.asOf()))));
        entry(list, getTranslation("explain.source"), sources(explanation.loads()));
        body.add(list);
        if (!explanation.cells().isEmpty()) {
            body.add(cells(question, explanation));
        }
        Span title = new Span("MDX");
        title.addClassName("b");
        Div head = new Div(
                title, MdxText.copy(getTranslation("explain.copy"), getTranslation("explain.copied"), question.mdx()));
        head.addClassName("head");
        body.add(head, new MdxText(question.mdx()));
        body.add(more("explain.plan", explanation.loads().plan()));
        if (!explanation.formula().isEmpty()) {
            body.add(more("explain.formula", explanation.formula()));
        }
    }

    private Component more(String key, String text) {
        NativeDetails details = new NativeDetails(getTranslation(key), new MdxText(text));
        details.addClassName("more");
        return details;
    }

    private String exact(NumberQuestion question, double number) {
        String exact = question.write().apply(number);
        boolean same = Double.isNaN(question.value())
                || Math.abs(number - question.value()) <= SAME * Math.max(1, Math.abs(number));
        return same ? exact : getTranslation("explain.changed", exact);
    }

    /** Where the cells came from, each source once. */
    private String sources(QueryLoads loads) {
        List<String> sources = new ArrayList<>();
        for (QueryLoads.Load load : loads.loads()) {
            String source = getTranslation("explain.source." + load.source(), load.factGroup());
            if (!sources.contains(source)) {
                sources.add(source);
            }
        }
        return sources.isEmpty() ? getTranslation("explain.source.none") : String.join(" · ", sources);
    }

    /** The cells that the number is made of, and how. */
    private Component cells(NumberQuestion question, Explanation explanation) {
        HtmlContainer table = new HtmlContainer("table");
        String formula = question.source().expression();
        for (Explanation.UsedCell cell : explanation.cells()) {
            HtmlContainer label = new HtmlContainer("td");
            label.setText(cell.label());
            HtmlContainer value = new HtmlContainer("td");
            value.addClassName("num");
            value.setText(cell.value());
            HtmlContainer row = new HtmlContainer("tr");
            row.add(label, value);
            table.add(row);
            formula = formula.replace("[Measures].[" + cell.name() + "]", cell.label());
        }
        // What is still MDX stays as it is.
        Span made = new Span("= "
                + (formula.contains("[")
                        ? formula
                        : formula.replace(" * ", " × ").replace(" / ", " ÷ ").replace(" - ", " − ")));
        made.addClassName("hint");
        Div box = new Div(made, table);
        box.addClassName("used");
        return box;
    }

    private static void entry(HtmlContainer list, String term, String text) {
        HtmlContainer name = new HtmlContainer("dt");
        name.setText(term);
        HtmlContainer description = new HtmlContainer("dd");
        description.setText(text);
        list.add(name, description);
    }
}
