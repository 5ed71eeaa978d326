package org.shapan.portal.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shapan.portal.CiProvince;
import org.shapan.portal.TestBrowser;
import org.shapan.portal.TestPortal;

/** The saving simulator and the action on social channels, reached from the channels; a picture of each in each language. */
class ChannelActionInBrowserTest {
    private static final String PASSWORD = "one grain of sand";

    @TempDir
    static Path data;

    private static TestPortal portal;
    private static TestBrowser browser;

    @BeforeAll
    static void start() {
        portal = TestPortal.start(CiProvince.copy(data), Map.of("SHAPAN_ADMIN_PASSWORD", PASSWORD));
        browser = TestBrowser.open();
    }

    @AfterAll
    static void stop() {
        browser.close();
        portal.close();
    }

    @Test
    void savingsFollowTheShareAndTheChannels() {
        for (String language : List.of("zh", "en")) {
            try (BrowserContext context = browser.signedIn(portal.server().url(), PASSWORD, language)) {
                Page page = context.pages().get(0);
                page.navigate(portal.server().url() + "channels?view=cost");
                page.locator("a[href^='channels/saving']").click();
                page.locator(".saving .sentence").first().waitFor();
                picture(page, "saving-" + language);
                String before = page.locator(".saving .sentence").first().innerText();

                page.locator("vaadin-integer-field input").fill("40");
                page.keyboard().press("Enter");
                page.waitForURL("**share=40**");
                page.waitForCondition(() ->
                        !page.locator(".saving .sentence").first().innerText().equals(before));
                page.locator(".saving .mrow .card >> nth=1 >> tbody tr").first().click();
                page.waitForURL("**business=**");
                page.locator(".saving .mrow .card >> nth=1 >> tr.sel").waitFor();
                assertThat(page.url()).contains("share=40");
            }
        }
    }

    @Test
    void aTypeListsItsChannels() {
        for (String language : List.of("zh", "en")) {
            try (BrowserContext context = browser.signedIn(portal.server().url(), PASSWORD, language)) {
                Page page = context.pages().get(0);
                page.navigate(portal.server().url() + "channels?view=value");
                page.locator("a[href^='channels/advice']").click();
                page.locator(".advice .scroll tbody tr").first().waitFor();
                page.locator(".advice .words tbody tr td:first-child").last().click();
                page.waitForURL("**type=**");
                page.locator(".advice .words tbody tr.sel").last().waitFor();
                picture(page, "advice-" + language);
                page.locator(".advice .scroll tbody td").first().dblclick();
                page.waitForURL("**/pivot?**");
            }
        }
    }

    @Test
    void aRowOfTheMonitorLeadsToThePivot() {
        try (BrowserContext context = browser.signedIn(portal.server().url(), PASSWORD, "en")) {
            Page page = context.pages().get(0);
            page.navigate(portal.server().url() + "channels?view=cost");
            page.locator(".mrow tbody td").first().dblclick();
            page.waitForURL("**/pivot?**");
        }
    }

    private static void picture(Page page, String name) {
        page.waitForTimeout(600);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", name + ".png"))
                .setFullPage(true));
    }
}
