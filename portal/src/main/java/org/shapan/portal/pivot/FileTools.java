package org.shapan.portal.pivot;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import org.shapan.portal.widget.Buttons;
import org.shapan.portal.widget.Icon;

/** The parts of the bar above a pivot that do something with it as a whole: start anew, undo, link. */
final class FileTools {
    private static final int TIP = 2_000;

    private final Span left = new Span();
    private final Span right = new Span();

    /**
     * @param reset starts the cube anew
     * @param explain shows or hides the panel at the right
     */
    FileTools(Runnable reset, Runnable explain) {
        left.addClassName("row");
        left.add(
                Buttons.plain(left.getTranslation("pivot.reset"), reset),
                Buttons.plain(left.getTranslation("pivot.undo"), () -> history(-1)),
                Buttons.plain(left.getTranslation("pivot.redo"), () -> history(1)));
        right.addClassNames("right", "row");
        right.add(
                Buttons.plain(left.getTranslation("pivot.explain"), explain),
                Buttons.with(Icon.LINK, left.getTranslation("pivot.link"), this::copyLink));
    }

    Span left() {
        return left;
    }

    Span right() {
        return right;
    }

    private void history(int by) {
        left.getUI().ifPresent(ui -> ui.getPage().getHistory().go(by));
    }

    private void copyLink() {
        left.getUI().ifPresent(ui -> ui.getPage().executeJs("navigator.clipboard?.writeText(location.href)"));
        Notification.show(left.getTranslation("pivot.link.copied"), TIP, Notification.Position.BOTTOM_CENTER);
    }
}
