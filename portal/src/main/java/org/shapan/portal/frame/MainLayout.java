package org.shapan.portal.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.spring.annotation.UIScope;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Set;

/** Rail, top bar, filter bar and main area (guide 10). */
@PermitAll
@org.springframework.stereotype.Component
@UIScope
public class MainLayout extends Div implements RouterLayout, AfterNavigationObserver {
    /** Screens that are not remembered: home itself, and administration. */
    private static final List<String> ELSEWHERE = List.of("frame.rail.home", "admin.");

    private final Rail rail;
    private final TopBar top;
    private final FavouriteToggle favourite;
    /** Where the last navigation led to. */
    private Location entered;
    /** What the URL says now. */
    private Location location;

    private Component filters;
    private Component content;

    public MainLayout(Rail rail, TopBar top, FavouriteToggle favourite) {
        this.rail = rail;
        this.top = top;
        this.favourite = favourite;
        addClassName("app");
        add(rail, top);
    }

    @Override
    public void showRouterLayoutContent(HasElement shown) {
        clear();
        favourite.setVisible(false);
        if (shown instanceof PortalView view) {
            top.show(view.breadcrumb());
            view.breadcrumb().onShow(subject -> opened(view, subject));
            view.onMove(this::moved);
            filters = view.filters();
            add(filters);
            content = view;
        } else {
            content = shown.getElement().getComponent().orElseThrow();
        }
        add(content);
    }

    @Override
    public void removeRouterLayoutContent(HasElement old) {
        clear();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        entered = event.getLocation();
        moved(entered);
    }

    private void moved(Location to) {
        location = to;
        rail.mark(to, content instanceof Scoped view ? view.scope() : Set.of());
        favourite.moved(to.getPathWithQueryParameters());
    }

    /**
     * Once the navigation that led here has ended, so that the location is that of the screen. What a screen moves to by itself, such as the
     * months of a playback, is not remembered.
     */
    private void opened(PortalView view, String subject) {
        String key = view.titleKey();
        if (ELSEWHERE.stream().noneMatch(key::startsWith)) {
            UI.getCurrent()
                    .beforeClientResponse(
                            this,
                            context -> favourite.show(
                                    location.getPathWithQueryParameters(), key, subject, location == entered));
        }
    }

    private void clear() {
        top.clear();
        if (filters != null) {
            remove(filters);
            filters = null;
        }
        if (content != null) {
            remove(content);
            content = null;
        }
    }
}
