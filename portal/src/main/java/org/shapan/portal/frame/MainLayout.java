package org.shapan.portal.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.spring.annotation.UIScope;
import jakarta.annotation.security.PermitAll;

/** Rail, top bar, filter bar and main area (guide 10). */
@PermitAll
@org.springframework.stereotype.Component
@UIScope
public class MainLayout extends Div implements RouterLayout, AfterNavigationObserver {
    private final Rail rail;
    private final TopBar top;
    private Component filters;
    private Component content;

    public MainLayout(Rail rail, TopBar top) {
        this.rail = rail;
        this.top = top;
        addClassName("app");
        add(rail, top);
    }

    @Override
    public void showRouterLayoutContent(HasElement shown) {
        clear();
        if (shown instanceof PortalView view) {
            top.show(view.breadcrumb());
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
        rail.mark(event.getLocation());
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
