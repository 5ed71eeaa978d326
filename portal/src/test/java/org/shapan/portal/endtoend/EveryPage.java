package org.shapan.portal.endtoend;

import com.microsoft.playwright.Page;
import com.vaadin.flow.router.RouteBaseData;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import jakarta.servlet.ServletContext;
import java.util.List;
import java.util.stream.Stream;
import org.shapan.portal.TestPortal;

/** The addresses of all pages of a portal, as its routes say them, and when a page is drawn. */
final class EveryPage {
    /** Pages that stand in for others have addresses of their own, which nobody opens. */
    private static final List<String> STAND_IN = List.of("", "preparing", "admin");

    private EveryPage() {}

    static List<String> of(TestPortal portal) {
        VaadinServletContext context = new VaadinServletContext(portal.server().bean(ServletContext.class));
        Stream<String> routes = ApplicationRouteRegistry.getInstance(context).getRegisteredRoutes().stream()
                .map(RouteBaseData::getTemplate)
                .map(template -> template.replaceAll("/?:.*", ""))
                .filter(route -> !STAND_IN.contains(route));
        return routes.distinct().sorted().toList();
    }

    /** Waits until the page has a body, nothing in it loads and nothing is on its way to the server. */
    static void drawn(Page page) {
        page.locator(".card, .notice, .main > *, .pane form").first().waitFor();
        page.waitForFunction("""
                () => {
                  const clients = window.Vaadin?.Flow?.clients ?? {};
                  const busy = Object.values(clients).some((client) => client.isActive?.());
                  const calm = !busy && !document.querySelector('.skel, [aria-busy="true"]');
                  window.calmSince = calm ? (window.calmSince ?? performance.now()) : undefined;
                  return calm && performance.now() - window.calmSince > 250;
                }""");
    }
}
