package org.shapan.portal.frame;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;
import org.shapan.portal.widget.Buttons;
import org.shapan.portal.widget.Icon;
import org.shapan.portal.widget.Notice;

/** A URL without a view, or one the person may not see: the two look alike. */
@ParentLayout(MainLayout.class)
@PermitAll
public class NotFoundView extends Div implements HasErrorParameter<NotFoundException> {
    public NotFoundView() {
        addClassName("main");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        String path = event.getLocation().getPath();
        add(Notice.middle(
                Icon.SEARCH,
                getTranslation("frame.notFound"),
                getTranslation("frame.notFound.why", path),
                Buttons.plain(getTranslation("frame.notFound.home"), () -> getUI().ifPresent(ui -> ui.navigate("")))));
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
