package org.shapan.portal.widget;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.Consumer;

/** The drill path with values: each ancestor is a link, the last step stands in an outlined box. */
public final class Breadcrumb extends Nav {
    /**
     * A step of the path.
     *
     * @param figure value and movement beside the name, as {@link RunningText}; empty for none
     * @param state null for no mark
     * @param href null for the current step
     */
    public record Step(String name, String figure, State state, String href) {
        public static Step title(String name, String remark) {
            return new Step(name, remark, null, null);
        }
    }

    private Consumer<String> listener = name -> {};

    public Breadcrumb() {
        addClassName("crumbs");
        getElement().setAttribute("aria-label", getTranslation("widget.path"));
    }

    /** Hears the name of the current step whenever the path is shown anew. */
    public void onShow(Consumer<String> hears) {
        listener = hears;
    }

    public void show(List<Step> steps) {
        removeAll();
        for (int i = 0; i < steps.size(); i++) {
            if (i > 0) {
                Span separator = new Span("›");
                separator.addClassName("s");
                add(separator);
            }
            add(step(steps.get(i), i == steps.size() - 1));
        }
        listener.accept(steps.isEmpty() ? "" : steps.getLast().name());
    }

    private static HtmlContainer step(Step step, boolean here) {
        HtmlContainer box = step.href() == null ? new Span() : new Anchor(step.href(), "");
        box.addClassName("c");
        box.setClassName("here", here);
        if (here) {
            box.getElement().setAttribute("aria-current", "page");
        }
        HtmlContainer name = new HtmlContainer("b");
        name.setText(step.name());
        box.add(name);
        if (!step.figure().isEmpty()) {
            Span figure = new Span();
            figure.addClassName("v");
            RunningText.write(figure, step.figure());
            box.add(figure);
        }
        if (step.state() != null) {
            box.add(new StateMark(step.state()));
        }
        return box;
    }
}
