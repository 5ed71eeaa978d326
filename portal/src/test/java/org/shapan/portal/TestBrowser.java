package org.shapan.portal;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A real browser, headless, whose visitors sign in as the administrator. */
public final class TestBrowser implements AutoCloseable {
    private static final double PATIENCE = 90_000;
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    private TestBrowser(Playwright playwright) {
        this.playwright = playwright;
        this.browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(FLAGS));
    }

    public static TestBrowser open() {
        return new TestBrowser(Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))));
    }

    /**
     * A window of somebody who has just signed in; it has one page.
     *
     * @param url of the portal, with a slash at its end
     * @param language {@code zh} or {@code en}
     */
    public BrowserContext signedIn(String url, String password, String language) {
        return signedIn(url, "admin", password, language);
    }

    /** As {@link #signedIn(String, String, String)}, of another account than {@code admin}. */
    public BrowserContext signedIn(String url, String login, String password, String language) {
        BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setLocale("zh-CN").setViewportSize(1440, 900));
        context.setDefaultTimeout(PATIENCE);
        Page page = context.newPage();
        page.navigate(url + "login?lang=" + language);
        page.locator("input[name=username]").fill(login);
        page.locator("input[name=password]").fill(password);
        page.keyboard().press("Enter");
        page.locator("nav").first().waitFor();
        return context;
    }

    /** A window of somebody who is not signed in and likes this colour scheme; it has no page yet. */
    public BrowserContext visitor(String scheme) {
        return browser.newContext(new Browser.NewContextOptions()
                .setLocale("zh-CN")
                .setColorScheme(ColorScheme.valueOf(scheme.toUpperCase(Locale.ROOT))));
    }

    @Override
    public void close() {
        playwright.close();
    }
}
