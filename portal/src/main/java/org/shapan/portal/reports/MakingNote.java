package org.shapan.portal.reports;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import org.shapan.portal.widget.Buttons;
import org.shapan.reports.render.Rendering;

/** A document that is being made for the person at the screen: how far it is, and a way to end it. Who leaves the screen ends it. */
final class MakingNote extends Div {
    private static final Duration LOOK = Duration.ofMillis(250);

    private final transient Rendering rendering;
    private final Span words = new Span();
    private volatile boolean shown;

    MakingNote(Rendering rendering) {
        this.rendering = rendering;
        addClassNames("row", "making");
        words.getElement().setAttribute("role", "status");
        words.setText(getTranslation("reports.template.making"));
        add(words, Buttons.plain(getTranslation("reports.making.cancel"), rendering::cancel));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        shown = true;
        Runnable look = ui.accessLater(() -> words.setText(words(this, rendering.progress())), () -> shown = false);
        Thread.ofVirtual().name("report-progress").start(() -> {
            try {
                while (shown) {
                    Thread.sleep(LOOK);
                    look.run();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Override
    protected void onDetach(DetachEvent event) {
        shown = false;
        rendering.cancel();
    }

    static String words(Component from, Rendering.Progress progress) {
        return progress.pages() == 0
                ? from.getTranslation(
                        "reports.making.queries",
                        progress.answered(),
                        Math.max(progress.queries(), progress.answered()))
                : progress.written() == 0
                        ? from.getTranslation("reports.making.pages", progress.pages())
                        : from.getTranslation("reports.making.written", progress.written(), progress.pages());
    }
}
