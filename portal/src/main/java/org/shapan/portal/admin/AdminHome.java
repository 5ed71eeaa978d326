package org.shapan.portal.admin;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.shapan.portal.account.Roles;
import org.shapan.portal.frame.MainLayout;

/** The entry of the rail: leads to the first section there is. */
@Route(value = "admin", layout = MainLayout.class)
@Menu(title = "frame.rail.admin", icon = "ADMIN", order = 90)
@RolesAllowed(Roles.ADMIN)
public class AdminHome extends Div implements BeforeEnterObserver {
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.forwardTo(Section.present().getFirst().view());
    }
}
