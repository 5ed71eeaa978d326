package org.shapan.portal.widget;

import static java.util.Objects.requireNonNull;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.shapan.portal.text.Figures.Quantity;

/**
 * A KPI tile: label and mark, value and unit, sparkline, at most two comparisons; border in the state's colour when red
 * or yellow. The whole tile is one link.
 */
public final class KpiTile extends Anchor {
    /**
     * A comparison below the value.
     *
     * @param label such as 预期, 同比, 红线
     * @param value a finished figure such as −15.0%
     * @param state colours the value when red or yellow; {@code NONE} keeps it ink
     */
    public record Comparison(String label, String value, State state) {
        public Comparison(String label, String value) {
            this(label, value, State.NONE);
        }
    }

    /**
     * What a tile shows.
     *
     * @param value null where there is no data: the tile says so
     * @param trend last months, oldest first, nulls are gaps; empty for no sparkline
     * @param state the judged state; {@code NONE} draws the dashed ring
     * @param judged false leaves the mark out altogether, where nothing judges this figure
     * @param href where the tile leads, relative to the portal; null for a tile that leads nowhere
     * @param explanation tooltip: the full figure and the other comparisons; null for none
     */
    public record Content(
            String label,
            Quantity value,
            State state,
            boolean judged,
            List<Double> trend,
            List<Comparison> comparisons,
            String href,
            String explanation) {
        public Content {
            requireNonNull(label, "label is null");
            requireNonNull(state, "state is null");
            trend = Collections.unmodifiableList(new ArrayList<>(trend));
            comparisons = List.copyOf(comparisons);
        }
    }

    public KpiTile(Content content) {
        addClassName("tile");
        if (content.href() != null) {
            setHref(content.href());
        }
        if (content.explanation() != null) {
            setTitle(content.explanation());
        }
        if (content.state() == State.RED || content.state() == State.YELLOW) {
            addClassName(content.state().cssClass());
        }
        add(label(content), value(content));
        if (content.trend().size() > 1) {
            add(new Sparkline(content.trend(), content.state()));
        }
        add(comparisons(content));
    }

    private static Div label(Content content) {
        Div label = new Div(content.label());
        label.addClassName("l");
        if (content.judged()) {
            label.add(new StateMark(content.state()));
        }
        return label;
    }

    private Div value(Content content) {
        Div value = new Div();
        value.addClassName("v");
        if (content.value() == null) {
            Span none = new Span(getTranslation("widget.noData"));
            none.addClassName("hint");
            value.add(none);
        } else {
            value.add(new Text(content.value().value()));
            if (!content.value().unit().isEmpty()) {
                HtmlContainer unit = new HtmlContainer("small");
                unit.setText(content.value().unit());
                value.add(unit);
            }
        }
        return value;
    }

    private static Div comparisons(Content content) {
        Div line = new Div();
        line.addClassName("d");
        for (Comparison comparison : content.comparisons()) {
            HtmlContainer figure = new HtmlContainer("b");
            figure.setText(comparison.value());
            if (!comparison.state().textClass().isEmpty()) {
                figure.addClassName(comparison.state().textClass());
            }
            line.add(new Span(new Text(comparison.label() + " "), figure));
        }
        return line;
    }
}
