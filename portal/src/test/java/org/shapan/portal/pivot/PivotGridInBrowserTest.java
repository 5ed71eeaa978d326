package org.shapan.portal.pivot;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.MouseButton;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shapan.portal.TestBrowser;
import org.shapan.portal.TestPortal;

/** The grid of the pivot under the mouse and the keyboard, in a real browser on a running portal. */
class PivotGridInBrowserTest {
    private static final String PASSWORD = "one grain of sand";
    private static final Duration PREPARATION = Duration.ofMinutes(6);

    private static final Locator.ClickOptions RIGHT = new Locator.ClickOptions().setButton(MouseButton.RIGHT);

    @TempDir
    static Path data;

    private static TestPortal portal;
    private static TestBrowser browser;

    @BeforeAll
    static void start() throws InterruptedException {
        portal = TestPortal.start(data, Map.of("SHAPAN_ADMIN_PASSWORD", PASSWORD));
        browser = TestBrowser.open();
        Instant end = Instant.now().plus(PREPARATION);
        while (!portal.server().province().ready() && Instant.now().isBefore(end)) {
            Thread.sleep(200);
        }
        assertThat(portal.server().province().ready()).isTrue();
    }

    @AfterAll
    static void stop() {
        browser.close();
        portal.close();
    }

    @Test
    void theMenuOfACellOpensByTheKeyboardAndDoesWhatItSays() {
        try (BrowserContext context = signedIn("en")) {
            Page page = pivot(context);
            page.locator("[role=gridcell]").first().click();
            page.keyboard().press("Shift+F10");
            choice(page, "Explain").waitFor();
            page.waitForCondition(
                    () -> page.evaluate("document.activeElement.textContent").equals("Explain"));
            page.keyboard().press("Escape");
            page.waitForCondition(
                    () -> page.evaluate("document.activeElement.tagName").equals("SP-GRID"));

            String branch = page.locator("sp-grid .h span.t").nth(1).innerText();
            page.locator("sp-grid .h").nth(1).click(RIGHT);
            choice(page, "Keep only").click();
            page.waitForCondition(
                    () -> page.locator("sp-grid .h span.t").first().innerText().equals(branch));
            assertThat(page.url()).contains("pick=");

            page.locator("sp-grid .h").first().click(RIGHT);
            choice(page, "Break down by").click();
            choice(page, "Tier").click();
            page.waitForCondition(() -> page.url().contains("Tier")
                    && page.locator(".chip:has-text('Tier')").count() == 1);
        }
    }

    private static Locator choice(Page page, String text) {
        return page.locator(".menu:visible button:has-text('" + text + "')").first();
    }

    private static Page pivot(BrowserContext context) {
        Page page = context.pages().get(0);
        page.navigate(portal.server().url() + "pivot");
        page.locator("[role=gridcell]").first().waitFor();
        return page;
    }

    private static BrowserContext signedIn(String language) {
        return browser.signedIn(portal.server().url(), PASSWORD, language);
    }
}
