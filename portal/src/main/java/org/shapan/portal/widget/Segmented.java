package org.shapan.portal.widget;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** A row of joined buttons of which one is on, such as 图 / 表 / 帐. */
public final class Segmented extends Div {
    private final Map<String, NativeButton> buttons = new LinkedHashMap<>();

    /**
     * @param choices key to text, in order
     * @param chosen the key that is on
     * @param listener hears the key of a clicked choice that was not on
     */
    public Segmented(Map<String, String> choices, String chosen, Consumer<String> listener) {
        addClassNames("seg", "s");
        getElement().setAttribute("role", "group");
        choices.forEach((key, text) -> {
            NativeButton button = new NativeButton(text, click -> {
                if (!buttons.get(key).hasClassName("on")) {
                    choose(key);
                    listener.accept(key);
                }
            });
            buttons.put(key, button);
            add(button);
        });
        choose(chosen);
    }

    /** Turns a choice on without telling the listener. */
    public void choose(String key) {
        buttons.forEach((other, button) -> {
            boolean on = other.equals(key);
            button.setClassName("on", on);
            button.getElement().setAttribute("aria-pressed", Boolean.toString(on));
        });
    }
}
