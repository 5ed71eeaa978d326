package org.shapan.portal.widget;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import java.util.UUID;

/** A pop-up list of choices that opens at a click on its target and is called as its target is. */
public final class Menu {
    private final Popover popover = new Popover();
    private final Div list = new Div();

    public Menu(Component target) {
        list.addClassName("menu");
        popover.setTarget(target);
        String id = target.getId().orElseGet(() -> "menu-" + UUID.randomUUID());
        target.setId(id);
        popover.setAriaLabelledBy(id);
        popover.setPosition(PopoverPosition.BOTTOM_START);
        list.getElement().setAttribute("role", "menu");
        popover.add(list);
    }

    /** Opens below the right edge of its target. */
    public Menu alignEnd() {
        popover.setPosition(PopoverPosition.BOTTOM_END);
        return this;
    }

    /** Adds a choice; the menu closes before the action runs. */
    public NativeButton item(String text, boolean chosen, Runnable action) {
        NativeButton item = new NativeButton(text, click -> {
            popover.close();
            action.run();
        });
        item.getElement().setAttribute("role", chosen ? "menuitemradio" : "menuitem");
        if (chosen) {
            item.getElement().setAttribute("aria-checked", "true");
        }
        item.setClassName("on", chosen);
        list.add(item);
        return item;
    }

    /** Adds a head line that is no choice. */
    public Menu head(Component... content) {
        Div head = new Div(content);
        head.addClassName("head");
        list.add(head);
        return this;
    }

    /** Adds any other component, such as a search field. */
    public Menu add(Component component) {
        list.add(component);
        return this;
    }

    public void clear() {
        list.removeAll();
    }

    public void close() {
        popover.close();
    }

    /** A small grey remark for {@link #head}. */
    public static Span remark(String text) {
        Span remark = new Span(text);
        remark.addClassName("hint");
        return remark;
    }
}
