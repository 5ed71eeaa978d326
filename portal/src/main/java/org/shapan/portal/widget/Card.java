package org.shapan.portal.widget;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;

/** A white sheet with a head (title, remark, tools at the right) and a body. */
public final class Card extends Div {
    private final Header head = new Header();
    private final H2 title = new H2();
    private final Span remark = new Span();
    private final Div tools = new Div();
    private final Div body = new Div();

    public Card(String title) {
        addClassName("card");
        this.title.setText(title);
        tools.addClassName("right");
        body.addClassName("body");
        head.add(this.title, remark, tools);
        super.add(head, body);
    }

    public void rename(String text) {
        title.setText(text);
    }

    /** The small text behind the title, such as the unit and the order. */
    public Card remark(String text) {
        remark.removeAll();
        RunningText.write(remark, text);
        return this;
    }

    public Component remark() {
        return remark;
    }

    /** Controls or a legend at the right of the head. */
    public Card tools(Component... components) {
        tools.removeAll();
        tools.add(components);
        return this;
    }

    /** A body without padding, for tables. */
    public Card flush() {
        body.addClassName("flush");
        return this;
    }

    /** Lets the card take the height that is left in the view. */
    public Card grow() {
        addClassName("grow");
        return this;
    }

    /** Replaces the body. */
    public Card body(Component... components) {
        body.removeAll();
        body.add(components);
        return this;
    }

    /** Dims the old figures while new ones load (guide 8). */
    public void setLoading(boolean loading) {
        body.setClassName("dim", loading);
        body.getElement().setAttribute("aria-busy", Boolean.toString(loading));
    }
}
