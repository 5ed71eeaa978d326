package org.shapan.portal.widget;

import com.vaadin.flow.component.html.NativeButton;

/** Buttons of bars and notices, 26 px high. */
public final class Buttons {
    private Buttons() {}

    public static NativeButton plain(String text, Runnable action) {
        NativeButton button = new NativeButton(text, click -> action.run());
        button.addClassNames("btn", "s");
        return button;
    }

    /** The one primary action of a bar. */
    public static NativeButton primary(String text, Runnable action) {
        NativeButton button = plain(text, action);
        button.addClassName("p");
        return button;
    }

    public static NativeButton with(Icon icon, String text, Runnable action) {
        NativeButton button = plain("", action);
        button.add(icon.create());
        button.add(text);
        return button;
    }
}
