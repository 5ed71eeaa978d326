package org.shapan.portal.pivot;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.HashMap;
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

/** An analyst's way through the pivot in both languages; a picture of each step is kept in {@code target/screenshots}. */
class PivotJourneyInBrowserTest {
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
    void theSameStepsGiveTheSameFiguresInBothLanguagesAndNothingIsComplainedAbout() {
        Map<String, List<String>> figures = new HashMap<>();
        Map<String, List<String>> heads = new HashMap<>();
        for (String language : List.of("zh", "en")) {
            try (Walk walk = Walk.of(portal, browser, "admin", PASSWORD, "pivot", language)) {
                throughThePivot(walk);
                figures.put(language, firstColumn(walk.page()));
                heads.put(language, walk.page().locator("[role=columnheader]").allInnerTexts());
                assertThat(walk.complaints()).as(language).isEmpty();
            }
        }

        assertThat(figures.get("zh")).hasSizeGreaterThan(10).isEqualTo(figures.get("en"));
        assertThat(heads.get("zh")).isNotEqualTo(heads.get("en"));
    }

    /** How many columns are in sight depends on how long their heads are. */
    private static List<String> firstColumn(Page page) {
        String column = page.locator("[role=gridcell]").first().getAttribute("aria-colindex");
        return page.locator("[role=gridcell][aria-colindex='" + column + "']").allInnerTexts();
    }

    private static void throughThePivot(Walk walk) {
        Page page = walk.page();
        walk.open("pivot");
        page.locator("[role=gridcell]").first().waitFor();
        walk.picture("open");

        page.locator("sp-grid button.box").first().click();
        page.waitForURL("**open=*");
        page.locator("sp-grid button.box[aria-expanded=true]").first().waitFor();
        walk.picture("drilled");

        page.locator(".well .chip.h").first().click();
        choice(walk, "pivot.slicer").click();
        page.locator(".slicer[role=group]").waitFor();
        walk.picture("slicer");

        page.locator("button:has-text('" + walk.text("pivot.as") + "')").first().click();
        choice(walk, "pivot.as.TREND").click();
        page.locator("sp-grid .trend").first().waitFor();
        walk.picture("trend");

        page.locator(".well .chip.h").first().click();
        choice(walk, "pivot.choose").click();
        page.locator(".pick-left").waitFor();
        walk.picture("members");
        page.keyboard().press("Escape");
        page.locator(".pick-left")
                .waitFor(new Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));

        String figure = page.locator("[role=gridcell]").first().innerText();
        page.locator("[role=gridcell]").first().click();
        page.locator(".ex:has-text('" + figure + "')").waitFor();
        walk.picture("explained");
    }

    private static Locator choice(Walk walk, String key) {
        return walk.page()
                .locator("vaadin-popover[opened] [role^=menuitem]:has-text('" + walk.text(key) + "')")
                .first();
    }
}
