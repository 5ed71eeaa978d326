package org.shapan.portal.home;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shapan.portal.CiProvince;
import org.shapan.portal.TestBrowser;
import org.shapan.portal.TestPortal;
import org.shapan.portal.account.Accounts;
import org.shapan.portal.account.NewAccount;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.pivot.AxisField;
import org.shapan.portal.pivot.PivotLink;
import org.shapan.portal.pivot.PivotModel;
import org.shapan.portal.pivot.SavedPivot;
import org.shapan.portal.pivot.SavedPivots;
import org.shapan.portal.shortcut.Shortcut;
import org.shapan.portal.shortcut.Shortcuts;
import org.shapan.warehouse.data.WarehouseDatabase;

/** The home page, the sand table, the search and what is remembered, in a running portal. */
class HomeInBrowserTest {
    private static final String PASSWORD = "one grain of sand";

    @TempDir
    static Path data;

    private static TestPortal portal;
    private static TestBrowser browser;
    private static Shortcuts shortcuts;

    @BeforeAll
    static void start() {
        portal = TestPortal.start(CiProvince.copy(data), Map.of("SHAPAN_ADMIN_PASSWORD", PASSWORD));
        browser = TestBrowser.open();
        shortcuts = portal.server().bean(Shortcuts.class);
    }

    @AfterAll
    static void stop() {
        browser.close();
        portal.close();
    }

    @Test
    void theWayFromHomeThroughTheSandTableBackToAKeptPage() {
        try (BrowserContext context = browser.signedIn(portal.server().url(), PASSWORD, "en")) {
            Page page = context.pages().get(0);
            page.locator(".home .al").first().waitFor();
            assertThat(page.url()).endsWith("/home");
            page.locator(".home .ent a[href='sand-table']").click();
            page.locator(".sand td.m a").first().waitFor();
            page.locator(".sand thead a").first().click();
            page.waitForURL("**/sand-table?area=**");
            page.locator(".crumbs .c >> nth=1").waitFor();
            page.locator("button.star").click();
            page.locator("button.star[aria-pressed=true]").waitFor();
            String kept = page.url();

            page.locator(".rail a[href='home']").click();
            page.locator(".home .cuts a").first().waitFor();
            page.locator(".home .cuts a").first().click();
            page.locator(".sand").waitFor();

            assertThat(page.url()).isEqualTo(kept);
        }
    }

    @Test
    void periodAndAreaAreCarriedFromBoardToBoard() {
        try (BrowserContext context = browser.signedIn(portal.server().url(), PASSWORD, "en")) {
            Page page = context.pages().get(0);
            page.navigate(portal.server().url() + "areas?period=201002&area=%5BArea%5D.%5BManaged%5D.%5BZhuhai%5D");
            page.locator(".rank").first().waitFor();
            page.locator(".rail a[href^='sp?']").click();
            page.waitForURL("**/sp?**");
            page.locator(".rail a[href^='channels?']").click();
            page.waitForURL("**/channels?**");

            assertThat(page.url()).contains("period=201002", "Zhuhai");
            assertThat(page.locator(".rail a[href='pivot']").count()).isEqualTo(1);
        }
    }

    @Test
    void arrowsMoveInTheSandTableAndPlaybackWalksThroughTheMonths() {
        try (BrowserContext context = browser.signedIn(portal.server().url(), PASSWORD, "zh")) {
            Page page = context.pages().get(0);
            page.navigate(portal.server().url() + "sand-table");
            page.locator(".sand td.m a").first().focus();
            page.keyboard().press("ArrowDown");
            page.keyboard().press("ArrowRight");
            assertThat(page.evaluate("document.activeElement.closest('td').cellIndex"))
                    .isEqualTo(2);

            page.locator(".playback > button").click();
            page.waitForURL("**/sand-table?period=200903");
            page.waitForURL("**/sand-table?period=200904");
            page.locator(".playback > button").click();
            page.locator(".playback > button", new Page.LocatorOptions().setHasText("回放"))
                    .waitFor();
            String paused = page.url();
            Page fresh = context.newPage();
            fresh.navigate(paused);
            fresh.locator(".why").waitFor();
            String causes = fresh.locator(".why").innerText();
            page.waitForCondition(() -> page.locator(".why").innerText().equals(causes));
            assertThat(page.locator(".playback .on").getAttribute("aria-current"))
                    .isEqualTo("true");
            assertThat(page.url()).isEqualTo(paused);
            assertThat(page.locator(".rail a[href^='areas']").getAttribute("href"))
                    .as("the rail follows the playback")
                    .contains(paused.substring(paused.indexOf("period=")));
            page.locator("button.star").click();
            page.locator("button.star[aria-pressed=true]").waitFor();
            PortalUser admin = portal.server()
                    .bean(Accounts.class)
                    .find("admin")
                    .orElseThrow()
                    .user();
            String kept = paused.substring(portal.server().url().length());
            assertThat(shortcuts.isFavourite(admin, kept)).as(kept).isTrue();
            shortcuts.keep(admin, kept, "frame.rail.sand", "", false);
        }
    }

    @Test
    void theSearchOpensWithControlKAndLeadsToAnArea() {
        try (BrowserContext context = browser.signedIn(portal.server().url(), PASSWORD, "zh")) {
            Page page = context.pages().get(0);
            page.locator(".home .al").first().waitFor();
            page.keyboard().press("Control+k");
            page.keyboard().type("xiangzhou");
            page.locator(".found a", new Page.LocatorOptions().setHasText("香洲"))
                    .first()
                    .click();
            page.waitForURL("**/areas?area=**");
        }
    }

    @Test
    void aFoundReportOpens() {
        try (BrowserContext context = browser.signedIn(portal.server().url(), PASSWORD, "en")) {
            Page page = context.pages().get(0);
            page.locator(".home .al").first().waitFor();
            page.keyboard().press("Control+k");
            page.keyboard().type("R03");
            page.locator(".found a", new Page.LocatorOptions().setHasText("R03"))
                    .click();
            page.waitForURL("**/reports/template?report=R03");
            page.locator(".se.tv").waitFor();
        }
    }

    @Test
    void aSearchThatFailsSaysSo(@TempDir Path other) {
        try (TestPortal broken = TestPortal.start(CiProvince.copy(other), Map.of("SHAPAN_ADMIN_PASSWORD", PASSWORD));
                BrowserContext context = browser.signedIn(broken.server().url(), PASSWORD, "en")) {
            Page page = context.pages().get(0);
            page.locator(".home .al").first().waitFor();
            broken.server().bean(WarehouseDatabase.class).close();
            page.keyboard().press("Control+k");
            page.keyboard().type("Sand");
            page.locator(".found", new Page.LocatorOptions().setHasText("cannot be searched now"))
                    .waitFor();

            assertThat(page.locator(".found a[href='sand-table']").count())
                    .as("pages are found all the same")
                    .isEqualTo(1);
        }
    }

    @Test
    void whatConcernsThePersonStandsThereAndADomainOfAlertsIsKeptInTheLink() {
        Accounts accounts = portal.server().bean(Accounts.class);
        SavedPivots pivots = portal.server().bean(SavedPivots.class);
        PortalUser clerk = accounts.create(
                new NewAccount("clerk", "Clerk", PASSWORD, Set.of(), List.of("[Area].[Managed].[Zhuhai].[Xiangzhou]")));
        PortalUser other = accounts.create(new NewAccount("other", "Other", PASSWORD, Set.of(), List.of()));
        Map<String, List<String>> link = PivotLink.write(PivotModel.of("Revenue")
                .withAxes(List.of(AxisField.of("[Brand]", "[Brand].[Brand]")), List.of())
                .withMeasures(List.of("[Measures].[Gross revenue]")));
        pivots.save(clerk, "", "My brands", link);
        long shared = pivots.save(other, "", "Shared brands", link);
        pivots.share(other, shared, List.of(new SavedPivot.Grant("clerk", false)));
        pivots.save(other, "", "Private brands", link);
        for (String language : List.of("zh", "en")) {
            try (BrowserContext context = browser.signedIn(portal.server().url(), "clerk", PASSWORD, language)) {
                Page page = context.pages().get(0);
                page.locator(".home .al").first().waitFor();
                String cards = page.locator(".home .h2 > .col >> nth=1").innerText();
                assertThat(cards)
                        .contains("My brands", "Shared brands", "Other")
                        .doesNotContain("Private brands");
                assertThat(page.locator(".home").innerText())
                        .as("another branch")
                        .doesNotContain("Doumen")
                        .doesNotContain("斗门");
                picture(page, "home-branch-" + language);
                page.locator(".home .alerts").waitFor();
                page.locator(".home .seg button").last().click();
                page.waitForURL("**alerts=**");
                String kept = page.url();
                String chosen = page.locator(".home .seg .on").innerText();
                page.navigate(kept);
                page.locator(".home .al").first().waitFor();
                assertThat(page.locator(".home .seg .on").innerText()).isEqualTo(chosen);

                page.locator(".home .cuts a", new Page.LocatorOptions().setHasText("Shared brands"))
                        .first()
                        .click();
                page.waitForURL("**/pivot?**saved=" + shared + "**");

                page.navigate(portal.server().url() + "sand-table");
                page.locator(".resources").waitFor();
                picture(page, "sand-table-" + language);
            }
        }
    }

    private static void picture(Page page, String name) {
        page.waitForTimeout(600);
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
    }

    @Test
    void everybodyHasTheirOwnAndTheOldestAreForgotten() {
        PortalUser admin =
                portal.server().bean(Accounts.class).find("admin").orElseThrow().user();
        PortalUser nobody = new PortalUser(-1, "nobody", "Nobody", Set.of(), List.of());
        shortcuts.keep(admin, "areas?area=kept", "frame.rail.areas", "Kept", true);
        for (int i = 0; i < Shortcuts.MOST_RECENT + 5; i++) {
            shortcuts.opened(admin, "areas?area=" + i, "frame.rail.areas", "Area " + i);
        }

        List<Shortcut> recent = shortcuts.recent(admin, 200);

        assertThat(recent.getFirst().subject()).isEqualTo("Area " + (Shortcuts.MOST_RECENT + 4));
        assertThat(recent.stream().filter(shortcut -> !shortcut.favourite())).hasSize(Shortcuts.MOST_RECENT);
        assertThat(shortcuts.favourites(admin)).extracting(Shortcut::subject).contains("Kept");
        assertThat(shortcuts.recent(nobody, 200)).isEmpty();
        shortcuts.keep(admin, "areas?area=kept", "frame.rail.areas", "Kept", false);
        assertThat(shortcuts.isFavourite(admin, "areas?area=kept")).isFalse();
    }
}
