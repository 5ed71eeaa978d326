package org.shapan.portal.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
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
import org.shapan.portal.Walk;
import org.shapan.portal.security.Audit;
import org.shapan.portal.security.AuditEntry.Action;

/** Job 1 of domain §1.2 in a browser: from a red figure to the customers that cause it in at most five clicks. */
class FiveClicksInBrowserTest {
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
    void fromARedAlertToTheCustomers() {
        for (String language : List.of("zh", "en")) {
            try (Walk walk = Walk.of(portal, browser, "admin", PASSWORD, "five-clicks", language)) {
                Page page = walk.page();
                walk.open("home");
                page.locator(".home .al:has(.st.r) a[href^='areas/locate']")
                        .first()
                        .click();
                page.locator(".tree .node.on").first().waitFor();
                Locator numbers = page.locator(".customers tbody td:first-child");
                numbers.first().waitFor();
                numbers.first().click();
                page.locator(".customers .one").waitFor();
                walk.picture("customer");

                assertThat(walk.clicks()).isBetween(2, 5);
                assertThat(numbers.first().innerText()).matches("2350\\*{4}\\d{3}");
                assertThat(page.url()).contains("customer=1").doesNotContain("2350");
                assertThat(page.locator("body").innerText())
                        .doesNotContain("!locate")
                        .doesNotContain("!customers");
                assertThat(walk.complaints()).isEmpty();
            }
        }
    }

    @Test
    void aRedOrYellowTileLeadsToTheLocalisation() {
        try (BrowserContext context = browser.signedIn(portal.server().url(), PASSWORD, "en")) {
            Page page = context.pages().get(0);
            page.navigate(portal.server().url() + "areas?area=%5BArea%5D.%5BManaged%5D.%5BZhuhai%5D.%5BXiangzhou%5D");
            page.locator(".tile.r, .tile.y").first().click();
            page.locator(".tree .node.on").first().waitFor();

            assertThat(page.url()).contains("areas/locate?").contains("Xiangzhou");
        }
    }

    @Test
    void wholeNumbersNeedAPurposeAndAreOnRecord() {
        try (BrowserContext context = browser.signedIn(portal.server().url(), PASSWORD, "en")) {
            Page page = context.pages().get(0);
            page.navigate(portal.server().url() + "areas/locate");
            page.locator(".customers header button").click();
            Locator show = page.locator("vaadin-dialog button.btn.p, vaadin-dialog-overlay button.btn.p");
            show.waitFor();
            assertThat(show.isDisabled()).isTrue();
            page.locator("vaadin-text-field input").fill("retention call of the group");
            page.waitForCondition(show::isEnabled);
            show.click();
            Locator first = page.locator(".customers tbody td:first-child").first();
            page.locator(".customers .watermark").waitFor();
            String number = first.innerText().strip();

            assertThat(number).matches("2350\\d{7}");
            assertThat(page.locator(".watermark").innerText()).contains("admin");
            assertThat(portal.server().bean(Audit.class).entries(Audit.Filter.ALL, 0, 1000))
                    .anyMatch(entry -> entry.action() == Action.UNMASK
                            && entry.who().equals("admin")
                            && entry.subject().equals(number + ": retention call of the group"));
        }
    }
}
