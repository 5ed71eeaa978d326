package org.shapan.portal.frame;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.shapan.portal.widget.Notice;
import org.shapan.portal.widget.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A view that could not be opened: an id that is also in the log, never the exception itself. */
@ParentLayout(MainLayout.class)
@PermitAll
public class FailureView extends Div implements HasErrorParameter<Exception> {
    private static final Logger LOG = LoggerFactory.getLogger(FailureView.class);

    public FailureView() {
        addClassName("main");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        String id = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("View {} failed, id {}", event.getLocation().getPath(), id, parameter.getCaughtException());
        add(Notice.bar(State.RED, getTranslation("frame.error"), getTranslation("frame.error.why", id)));
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }
}
