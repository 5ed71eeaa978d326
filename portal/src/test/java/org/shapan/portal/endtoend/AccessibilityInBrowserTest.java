package org.shapan.portal.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shapan.portal.CiProvince;
import org.shapan.portal.TestBrowser;
import org.shapan.portal.TestPortal;
import org.shapan.portal.account.ResetLink;

/**
 * Every page by the rules of axe-core: none of its serious or critical findings, in both languages and (its colours) in both themes, on a desk
 * and on a phone, and what one click opens on them; and nothing that the browser calls an error.
 */
class AccessibilityInBrowserTest {
    private static final String PASSWORD = "one grain of sand";
    private static final List<String> THEMES = List.of("light", "dark");
    /** What a theme can break. */
    private static final List<String> COLOURS = List.of("color-contrast", "link-in-text-block");

    private static final String OPENED =
            "vaadin-dialog[opened], vaadin-confirm-dialog[opened], vaadin-popover[opened], vaadin-context-menu[opened]";
    private static final String CHECK = """
            async (rules) => {
              const found = await axe.run({ resultTypes: ['violations'], ...(rules ? { runOnly: rules } : {}) });
              return found.violations
                .filter((rule) => ['serious', 'critical'].includes(rule.impact))
                .flatMap((rule) => rule.nodes.map((node) =>
                  `${rule.id}: ${node.target.flat().join(' ')}: ${node.failureSummary.replace(/\\s+/g, ' ').slice(0, 240)}`));
            }""";

    @TempDir
    static Path data;

    private static TestPortal portal;
    private static TestBrowser browser;
    private static String axe;

    /** What was found, with the places it was found at; a fault of the frame is on every page. */
    private final Map<String, Set<String>> findings = new TreeMap<>();

    @BeforeAll
    static void start() throws IOException {
        portal = TestPortal.start(CiProvince.copy(data), Map.of("SHAPAN_ADMIN_PASSWORD", PASSWORD));
        browser = TestBrowser.open();
        try (InputStream script = AccessibilityInBrowserTest.class.getResourceAsStream("/axe.min.js")) {
            axe = new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @AfterAll
    static void stop() {
        browser.close();
        portal.close();
    }

    @Test
    void noPageHasASeriousFindingOrAnError() {
        List<String> pages = EveryPage.of(portal);
        assertThat(pages).contains("areas", "sp", "pivot", "reports", "admin/loads", "admin/accounts", "areas/locate");
        for (String language : List.of("zh", "en")) {
            try (BrowserContext context = signedIn(language)) {
                Page page = context.pages().get(0);
                for (String path : pages) {
                    open(page, path);
                    for (String theme : themes(language)) {
                        dress(page, theme);
                        for (int width : List.of(1280, 390)) {
                            page.setViewportSize(width, 844);
                            EveryPage.drawn(page);
                            check(
                                    page,
                                    path + " " + language + " " + theme + " " + width,
                                    theme.equals("dark") ? COLOURS : null);
                        }
                    }
                }
            }
            visitEntrances(language);
        }
        assertThat(report()).isEmpty();
    }

    @Test
    void whatOneClickOpensHasNoSeriousFinding() {
        int opened = 0;
        try (BrowserContext context = signedIn("en")) {
            Page page = context.pages().get(0);
            page.setViewportSize(1280, 844);
            Set<String> tried = new LinkedHashSet<>();
            for (String path : EveryPage.of(portal)) {
                open(page, path);
                for (String button : buttons(page)) {
                    if (!tried.add(button)) {
                        continue;
                    }
                    if (click(page, button)) {
                        opened++;
                        for (String theme : THEMES) {
                            dress(page, theme);
                            EveryPage.drawn(page);
                            check(page, path + ": " + button + " " + theme, theme.equals("dark") ? COLOURS : null);
                        }
                        page.keyboard().press("Escape");
                    }
                    if (page.locator(OPENED).count() > 0
                            || !page.url().equals(portal.server().url() + path)) {
                        open(page, path);
                    }
                }
            }
        }
        assertThat(opened).isGreaterThan(15);
        assertThat(report()).isEmpty();
    }

    @Test
    void textBroughtIntoThePageDoesNotRun() {
        try (BrowserContext context = signedIn("en")) {
            Page page = context.pages().get(0);
            open(page, "areas");
            Object refused = page.evaluate("""
                    () => new Promise((resolve) => {
                      const seen = [];
                      addEventListener('securitypolicyviolation', (event) => {
                        seen.push(event.effectiveDirective);
                        if (seen.length === 2) resolve([...seen, window.ran ?? 'nothing ran']);
                      });
                      document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="window.ran = 1">');
                      const script = document.createElement('script');
                      script.textContent = 'window.ran = 2';
                      document.body.append(script);
                    })""");

            assertThat((List<?>) refused)
                    .map(Object::toString)
                    .containsExactlyInAnyOrder("script-src-attr", "script-src-elem", "nothing ran");
        }
    }

    /** The buttons on a page, by what a screen reader calls them; of many alike, in a list of fields, the first three. */
    @SuppressWarnings("unchecked")
    private static List<String> buttons(Page page) {
        return (List<String>) page.evaluate("""
                (seen = {}) => [...new Set([...document.querySelectorAll('.app button:not([disabled])')]
                  .filter((button) => !button.closest('table, .lang, .pvg') && button.checkVisibility())
                  .filter((button) => {
                    const kind = button.className + ' ' + button.closest('[class]:not(button)').className;
                    seen[kind] = (seen[kind] ?? 0) + 1;
                    return seen[kind] <= (button.matches('.asks') ? 1 : 3) || button.matches('.btn:not(.asks)');
                  })
                  .map((button) => (button.getAttribute('aria-label') ?? button.textContent).trim())
                  .filter((name) => name))]""");
    }

    /** Returns whether something floats above the page now. */
    private static boolean click(Page page, String button) {
        Locator named = page.locator(".app")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true))
                .first();
        try {
            named.click(new Locator.ClickOptions().setTimeout(1_000));
        } catch (PlaywrightException e) {
            return false;
        }
        EveryPage.drawn(page);
        return page.locator(OPENED).count() > 0;
    }

    private void visitEntrances(String language) {
        String reset = "reset?token=" + portal.server().bean(ResetLink.class).issue(1);
        for (String theme : THEMES) {
            try (BrowserContext context = browser.visitor(theme)) {
                Page page = context.newPage();
                listen(page);
                for (String path : List.of("login", "login?failed", reset)) {
                    page.navigate(portal.server().url() + path + (path.contains("?") ? "&" : "?") + "lang=" + language);
                    for (int width : List.of(1280, 390)) {
                        page.setViewportSize(width, 844);
                        check(page, path + " " + language + " " + theme + " " + width, null);
                    }
                }
            }
        }
    }

    /** The dark theme has other colours and nothing else, and colours know no language. */
    private static List<String> themes(String language) {
        return language.equals("zh") ? THEMES : List.of("light");
    }

    /** @param rules of axe-core that are looked at; null for all */
    private void check(Page page, String where, List<String> rules) {
        if (!(boolean) page.evaluate("() => !!window.axe")) {
            page.evaluate(axe);
        }
        for (Object finding : (List<?>) page.evaluate(CHECK, rules)) {
            add(finding.toString(), where);
        }
    }

    private void listen(Page page) {
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                add("console: " + message.text() + " (" + message.location() + ")", page.url());
            }
        });
        page.onPageError(error -> add("script: " + error, page.url()));
    }

    private void add(String finding, String where) {
        findings.computeIfAbsent(finding, any -> new LinkedHashSet<>()).add(where);
    }

    private String report() {
        List<String> lines = new ArrayList<>();
        findings.forEach((finding, places) -> lines.add(finding + "\n    at "
                + String.join("; ", places.stream().limit(4).toList()) + " (" + places.size() + ")"));
        return String.join("\n", lines);
    }

    private void open(Page page, String path) {
        page.navigate(portal.server().url() + path);
        EveryPage.drawn(page);
    }

    /** As the user menu does. */
    private static void dress(Page page, String theme) {
        page.evaluate(
                "theme => { document.documentElement.setAttribute('theme', theme); window.calmSince = undefined; }",
                theme);
    }

    private BrowserContext signedIn(String language) {
        BrowserContext context = browser.signedIn(portal.server().url(), PASSWORD, language);
        listen(context.pages().get(0));
        return context;
    }
}
