package org.shapan.portal.security;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import org.jsoup.nodes.Element;
import org.shapan.portal.account.Secret;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The content security policies. Scripts in the portal's page carry a nonce drawn for each answer; text that somebody brings into the page
 * does not run.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class ContentPolicy implements VaadinServiceInitListener {
    static final String HEADER = "Content-Security-Policy";
    /** Pages of our own are plain HTML: nothing inline, nothing from elsewhere. */
    static final String PAGE = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self';"
            + " font-src 'self'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'";
    /** Whatever is not the portal's page: files, answers to its requests. */
    static final String PORTAL =
            "default-src 'self'; object-src 'none'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'";

    private static final String BRIDGE = "look/strict.js";

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(ContentPolicy::protect);
    }

    private static void protect(IndexHtmlResponse page) {
        String nonce = Secret.random();
        Element head = page.getDocument().head();
        Element bridge = new Element("script").attr("src", BRIDGE);
        Element base = head.selectFirst("base");
        if (base == null) {
            head.prependChild(bridge);
        } else {
            base.after(bridge);
        }
        page.getDocument().select("script").attr("nonce", nonce);
        page.getVaadinResponse().setHeader(HEADER, portal(nonce));
    }

    private static String portal(String nonce) {
        return PORTAL + "; script-src 'self' 'nonce-" + nonce + "'; style-src 'self' 'unsafe-inline';"
                + " img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'";
    }
}
