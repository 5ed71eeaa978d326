package org.shapan.portal.admin;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.shapan.portal.frame.PortalView;
import org.shapan.portal.widget.Breadcrumb;

/** Base of the screens of administration: tabs of the sections at the left of the filter bar, then what the section adds. */
@StyleSheet("look/admin.css")
abstract class AdminView extends PortalView {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("MM-dd HH:mm:ss", Locale.ROOT);

    protected AdminView(Section here) {
        super(here.textKey());
        Nav tabs = new Nav();
        tabs.addClassNames("seg", "s");
        tabs.getElement().setAttribute("aria-label", getTranslation("admin.sections"));
        for (Section section : Section.present()) {
            RouterLink link = new RouterLink(getTranslation(section.textKey()), section.view());
            link.setHighlightCondition((same, event) -> false);
            if (section == here) {
                link.addClassName("on");
                link.getElement().setAttribute("aria-current", "page");
            }
            tabs.add(link);
        }
        filters().add(tabs);
        path(here, "");
    }

    /** The path in the top bar with a remark behind the section. */
    protected final void path(Section here, String remark) {
        breadcrumb()
                .show(List.of(
                        new Breadcrumb.Step(getTranslation("frame.rail.admin"), "", null, "admin"),
                        Breadcrumb.Step.title(getTranslation(here.textKey()), remark)));
    }

    /** Opens the same screen with other parameters; empty ones are left out of the URL. */
    protected final void go(Map<String, String> query) {
        Map<String, String> given = new LinkedHashMap<>(query);
        given.values().removeIf(String::isEmpty);
        getUI().ifPresent(ui -> ui.navigate(getClass(), QueryParameters.simple(given)));
    }

    /** {@code 04-06 08:12:40} in the time zone of this machine. */
    static String moment(Instant time) {
        return MOMENT.format(time.atZone(ZoneId.systemDefault()));
    }

    /** A link that the browser saves instead of showing. */
    static Anchor download(String href, String text) {
        Anchor link = new Anchor(href, text);
        link.addClassNames("btn", "s");
        link.getElement().setAttribute("download", true);
        link.setRouterIgnore(true);
        return link;
    }
}
