package org.shapan.portal.frame;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.UIScope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shapan.portal.widget.Icon;

/** The rail at the left: one entry for each view with {@code @Menu} the signed-in person may open. */
@SpringComponent
@UIScope
public class Rail extends Nav {
    private static final String LOGO =
            "<svg viewBox='0 0 32 32' fill='none' stroke='currentColor' stroke-width='2' aria-hidden='true'>"
                    + "<path d='M3 21c2-8 8-14 14-14s12 5 12 12-7 8-14 8S2 26 3 21z'/>"
                    + "<path d='M9 20c1.5-5 4.8-8 8.5-8s7 3 6.5 6.5-4 4.5-8 4.5-7.8-.2-7-3z'/>"
                    + "<circle cx='17.5' cy='17.5' r='1.8' fill='currentColor' stroke='none'/></svg>";

    private final Map<String, RouterLink> links = new LinkedHashMap<>();
    private final List<RouterLink> scoped = new ArrayList<>();
    private final Map<String, String> scope = new LinkedHashMap<>();

    public Rail() {
        addClassName("rail");
        getElement().setAttribute("aria-label", getTranslation("frame.rail"));
        Span logo = new Span();
        logo.addClassName("logo");
        logo.setTitle(getTranslation("frame.product"));
        logo.getElement().setProperty("innerHTML", LOGO);
        add(logo);
        for (MenuEntry entry : MenuConfiguration.getMenuEntries()) {
            RouterLink link = new RouterLink();
            link.setRoute(entry.menuClass());
            link.setHighlightCondition((same, event) -> false);
            HtmlContainer caption = new HtmlContainer("span");
            caption.setText(getTranslation(entry.title()));
            link.add(Icon.valueOf(entry.icon()).create(), caption);
            links.put(path(entry.path()), link);
            if (Scoped.class.isAssignableFrom(entry.menuClass())) {
                scoped.add(link);
            }
            add(link);
        }
    }

    /** Marks the entry of the location that is shown now; the others lead to the same period, area and brand. */
    void mark(Location location, Set<String> understood) {
        for (String name : understood) {
            List<String> values = location.getQueryParameters().getParameters().getOrDefault(name, List.of());
            if (values.isEmpty() || values.getFirst().isBlank()) {
                scope.remove(name);
            } else {
                scope.put(name, values.getFirst());
            }
        }
        scoped.forEach(link -> link.setQueryParameters(QueryParameters.simple(scope)));
        String first = location.getFirstSegment();
        links.forEach((path, link) -> {
            boolean here = path.equals(first);
            link.setClassName("on", here);
            if (here) {
                link.getElement().setAttribute("aria-current", "page");
            } else {
                link.getElement().removeAttribute("aria-current");
            }
        });
    }

    private static String path(String menuPath) {
        String path = menuPath.startsWith("/") ? menuPath.substring(1) : menuPath;
        int slash = path.indexOf('/');
        return slash < 0 ? path : path.substring(0, slash);
    }
}
