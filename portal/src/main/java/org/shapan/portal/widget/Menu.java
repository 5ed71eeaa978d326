package org.shapan.portal.widget;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import java.util.UUID;
import java.util.function.Consumer;

/** A pop-up list of choices that opens at a click on its target and is called as its target is. */
public final class Menu {
    /** Arrows, Home and End go from choice to choice. */
    private static final String KEYS = """
            if (this.keyed) return;
            this.keyed = true;
            this.addEventListener('keydown', (e) => {
              const all = [...this.querySelectorAll('button:not([disabled]), a')];
              const at = all.indexOf(document.activeElement);
              const to = { ArrowDown: at + 1, ArrowUp: at - 1 + all.length, Home: 0, End: all.length - 1 }[e.key];
              if (to === undefined || all.length === 0 || e.target.matches('input')) return;
              e.preventDefault();
              all[to % all.length].focus();
            });
            """;

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
        list.addAttachListener(attach -> list.getElement().executeJs(KEYS));
        popover.add(list);
    }

    /**
     * A menu that is made when its target is clicked for the first time, and filled anew each time it opens. Meant for targets that
     * stand in a list: what nobody opens costs neither the server nor the browser anything.
     */
    public static void onDemand(Component target, Consumer<Menu> fill) {
        new OnDemand(target, fill);
    }

    private static final class OnDemand {
        private final Component target;
        private final Consumer<Menu> fill;
        private Menu menu;

        OnDemand(Component target, Consumer<Menu> fill) {
            this.target = target;
            this.fill = fill;
            target.getElement().setAttribute("aria-haspopup", "true").addEventListener("click", click -> turn());
        }

        private void turn() {
            if (menu == null) {
                menu = new Menu(target);
                menu.popover.setOpenOnClick(false);
            }
            if (menu.popover.isOpened()) {
                menu.close();
            } else {
                menu.clear();
                fill.accept(menu);
                menu.popover.open();
            }
        }
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

    /** Adds a choice that leaves the menu open, to put other choices into it. */
    public NativeButton turn(String text, Runnable action) {
        NativeButton item = new NativeButton(text, click -> {
            action.run();
            list.getElement().executeJs("this.querySelector('button')?.focus()");
        });
        item.getElement().setAttribute("role", "menuitem").setAttribute("aria-haspopup", "menu");
        list.add(item);
        return item;
    }

    /**
     * Opens the menu now, with the first choice in focus.
     *
     * @param closed runs when it closes, before the action of the choice
     */
    public void open(Runnable closed) {
        popover.addOpenedChangeListener(change -> {
            if (!change.isOpened()) {
                closed.run();
            }
        });
        popover.open();
        list.getElement()
                .executeJs(
                        "requestAnimationFrame(() => requestAnimationFrame(() => this.querySelector('button')?.focus()))");
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
