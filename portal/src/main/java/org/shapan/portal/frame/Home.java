package org.shapan.portal.frame;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.menu.MenuConfiguration;
import jakarta.annotation.security.PermitAll;
import org.shapan.portal.widget.Icon;
import org.shapan.portal.widget.Notice;

/** The root URL: leads to the first view of the rail. */
@Route(value = "", layout = MainLayout.class)
@PermitAll
public class Home extends Div implements BeforeEnterObserver {
    public Home() {
        addClassName("main");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        MenuConfiguration.getMenuEntries().stream()
                .findFirst()
                .ifPresentOrElse(
                        entry -> event.forwardTo(entry.menuClass()),
                        () -> add(Notice.middle(
                                Icon.LOCK, getTranslation("frame.nothing"), getTranslation("frame.nothing.why"))));
    }
}
