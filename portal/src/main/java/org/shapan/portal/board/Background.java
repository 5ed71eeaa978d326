package org.shapan.portal.board;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.Command;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Loads in a virtual thread and shows the result, unless something newer was asked for meanwhile. To be used by one view, from its UI. */
public final class Background {
    private int latest;

    /**
     * @param load blocking; does not throw
     * @param show called in the UI with the result, if it is still wanted and the UI still there
     */
    public <T> void run(Supplier<T> load, Consumer<T> show) {
        int ticket = ++latest;
        UI ui = UI.getCurrent();
        Thread.ofVirtual().name("board").start(() -> {
            T result = load.get();
            Command command = () -> {
                if (ticket == latest) {
                    show.accept(result);
                }
            };
            ui.accessLater(command::execute, () -> {}).run();
        });
    }
}
