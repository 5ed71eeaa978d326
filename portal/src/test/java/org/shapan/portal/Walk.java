package org.shapan.portal;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.shapan.portal.text.Texts;

/**
 * Somebody's way through the portal in a browser: keeps a picture of each step in {@code target/screenshots}, counts what is pressed over all
 * pages, and collects what the console complains about.
 */
public final class Walk implements AutoCloseable {
    private static final String COUNT = "addEventListener('click', event => { if (event.isTrusted)"
            + " sessionStorage.clicks = Number(sessionStorage.clicks ?? 0) + 1; }, true);";

    private final TestPortal portal;
    private final BrowserContext context;
    private final Page page;
    private final String name;
    private final String language;
    private final List<String> complaints = new ArrayList<>();
    private int step;

    private Walk(TestPortal portal, BrowserContext context, String name, String language) {
        this.portal = portal;
        this.context = context;
        this.page = context.pages().getFirst();
        this.name = name;
        this.language = language;
        page.addInitScript(COUNT);
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    /** @param language {@code zh} or {@code en} */
    public static Walk of(
            TestPortal portal, TestBrowser browser, String login, String password, String name, String language) {
        return new Walk(portal, browser.signedIn(portal.server().url(), login, password, language), name, language);
    }

    public Page page() {
        return page;
    }

    public void open(String path) {
        page.navigate(portal.server().url() + path);
    }

    /** A text of the portal in the language of the walk. */
    public String text(String key) {
        return portal.server()
                .bean(Texts.class)
                .getTranslation(key, language.equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH);
    }

    /** The first button or menu item with a text of the portal. */
    public Locator control(String key) {
        return page.locator(":is(button, [role^=menuitem]):visible:has-text('" + text(key) + "')")
                .first();
    }

    public void picture(String what) {
        page.waitForTimeout(400);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", "%s-%d-%s-%s.png".formatted(name, ++step, what, language))));
    }

    /** How often was pressed since the sign-in. */
    public int clicks() {
        return ((Number) page.evaluate("Number(sessionStorage.clicks ?? 0)")).intValue();
    }

    /** Errors and warnings of the console so far. */
    public List<String> complaints() {
        return complaints;
    }

    @Override
    public void close() {
        context.close();
    }
}
