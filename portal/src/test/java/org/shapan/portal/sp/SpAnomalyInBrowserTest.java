package org.shapan.portal.sp;

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

/** One input, and what a click on a rule, a service and a head does with the answer; a picture in each language. */
class SpAnomalyInBrowserTest {
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
    void oneInputGivesTheWholeAnswer() {
        for (String language : List.of("zh", "en")) {
            try (BrowserContext context = browser.signedIn(portal.server().url(), PASSWORD, language)) {
                Page page = context.pages().get(0);
                page.navigate(portal.server().url() + "sp");
                page.locator(".filters a[href^='sp/anomaly']").click();
                page.locator(".rules16 button").first().waitFor();
                page.locator(".heat canvas, .heat svg").first().waitFor();
                picture(page, "sp-anomaly-" + language);
                assertThat(page.locator(".rules16 button").count()).isEqualTo(16);

                page.locator(".rules16 button >> nth=3").click();
                page.waitForURL("**rule=04**");
                assertThat(page.locator(".rules16 + .sentence").innerText()).startsWith("A-SP-04");
                page.locator(".spa .stack >> nth=0 >> .card >> nth=2 >> tbody tr")
                        .first()
                        .click();
                page.waitForURL("**code=**");
                page.locator(".spa tr.sel").waitFor();
                page.locator(".users th.sortable").first().click();
                page.locator(".users th[aria-sort=descending]").waitFor();
                assertThat(page.locator(".users tbody tr").first().innerText()).contains("****");

                String other = page.url().contains("company=SP0001") ? "SP0002" : "SP0001";
                page.locator(".ask .who input").fill(other);
                page.locator("vaadin-combo-box-item")
                        .getByText(other + " ")
                        .first()
                        .waitFor();
                page.keyboard().press("ArrowDown");
                page.keyboard().press("Enter");
                page.waitForURL("**company=" + other + "**");
                page.locator(".crumbs").getByText(other).waitFor();

                page.locator(".ask a.btn").first().click();
                page.locator(".spc-head").waitFor();
                picture(page, "sp-company-" + language);
            }
        }
    }

    private static void picture(Page page, String name) {
        page.waitForTimeout(600);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", name + ".png"))
                .setFullPage(true));
    }
}
