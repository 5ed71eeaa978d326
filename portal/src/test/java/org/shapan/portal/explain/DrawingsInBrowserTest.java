package org.shapan.portal.explain;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.MouseButton;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shapan.portal.CiProvince;
import org.shapan.portal.TestBrowser;
import org.shapan.portal.TestPortal;
import org.shapan.portal.Walk;

/** A reader asks points of drawings by right click and by the list of the button; pictures are kept in {@code target/screenshots}. */
class DrawingsInBrowserTest {
    private static final String PASSWORD = "one grain of sand";
    private static final String MENU = ".numbers-menu";
    private static final String DIALOG = "vaadin-dialog.number-dialog .nb";

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

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void aRightClickAsksTheVeryPoint(String language) {
        try (Walk walk = Walk.of(portal, browser, "admin", PASSWORD, "drawings", language)) {
            String last = language.equals("zh") ? "2010年3月" : "Mar 2010";
            String first = language.equals("zh") ? "2009年3月" : "Mar 2009";
            walk.open("areas");
            Locator trend = walk.page().locator(".ac sp-chart").first();
            assertThat(asked(walk, trend, 52 + 4, 0.5)).contains(first);
            assertThat(asked(walk, trend, -56 - 4, 0.5)).contains(last);
            walk.picture("trend");
            explain(walk);
            walk.picture("trend-explained");
            dismiss(walk);

            Locator map = walk.page().locator("sp-chart:has-text('%')").first();
            asked(walk, map, 12, 0.5);
            assertThat(walk.page().locator(MENU + " button").count()).isEqualTo(3);
            walk.picture("treemap");

            walk.open("areas?show=chart");
            Locator bars =
                    walk.page().locator(".card:has(button.asks) sp-chart").nth(1);
            assertThat(asked(walk, bars, 200, 0.1)).contains(language.equals("zh") ? "珠海" : "Zhuhai");
            walk.picture("bars");

            walk.open("halls");
            Locator points = walk.page().locator(".mrow sp-chart").first();
            assertThat(asked(walk, points, 0.5, 0.3).lines().count()).isGreaterThan(8);
            walk.picture("halls-points");
            Locator hours = walk.page().locator(".mrow sp-chart").nth(1);
            assertThat(asked(walk, hours, 130, 0.95)).contains("18:00");
            walk.picture("halls-hours");

            walk.open("sp");
            Locator charts = walk.page().locator(".b3 sp-chart");
            asked(walk, charts.nth(0), -60, 0.5);
            walk.picture("sp-trend");
            asked(walk, charts.nth(1), 0.5, 0.5);
            walk.picture("sp-scatter");
            assertThat(asked(walk, charts.nth(2), 60, 0.7)).containsAnyOf("CNY", "元");
            walk.picture("sp-pareto");

            walk.open("sp/company?company=SP0001");
            asked(walk, walk.page().locator(".b4 sp-chart").nth(1), -60, 0.5);
            walk.picture("sp-company");

            walk.open("sp/anomaly");
            assertThat(asked(walk, walk.page().locator(".heat sp-chart"), 0.5, 0.5))
                    .contains("2010", ":00");
            explain(walk);
            walk.picture("sp-heat-explained");
            dismiss(walk);
            asked(walk, walk.page().locator(".daily sp-chart"), 0.5, 0.5);
            walk.picture("sp-daily");
            walk.page().keyboard().press("Escape");
            walk.page().locator(".card:has(.heat) button.asks").click();
            Locator listed = walk.page().locator("vaadin-popover[opened] [role=menuitem]");
            listed.first().waitFor();
            assertThat(listed.count()).isEqualTo(12);
            walk.picture("sp-heat-list");
            assertThat(walk.complaints()).isEmpty();
        }
    }

    /** Right-clicks at a place of a drawing; returns what the menu that opens is about. {@code x} is in pixels, from the right where negative. */
    private static String asked(Walk walk, Locator chart, double x, double y) {
        chart.locator("svg").waitFor();
        walk.page().keyboard().press("Escape");
        walk.page()
                .locator(MENU + ", vaadin-popover[opened]")
                .first()
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        chart.scrollIntoViewIfNeeded();
        walk.page().waitForTimeout(800);
        BoundingBox box = chart.boundingBox();
        double at = Math.abs(x) < 1 ? x * box.width : x < 0 ? box.width + x : x;
        walk.page().mouse().click(box.x + at, box.y + y * box.height, right());
        Locator menu = walk.page().locator(MENU + ", vaadin-popover[opened] .menu");
        menu.first().waitFor();
        return menu.first().innerText();
    }

    private static com.microsoft.playwright.Mouse.ClickOptions right() {
        return new com.microsoft.playwright.Mouse.ClickOptions().setButton(MouseButton.RIGHT);
    }

    private static void explain(Walk walk) {
        walk.page().locator(MENU + " button").first().click();
        walk.page().locator(DIALOG + " pre").first().waitFor();
        assertThat(walk.page().locator(DIALOG + " pre").first().innerText()).contains("SELECT");
    }

    private static void dismiss(Walk walk) {
        Page page = walk.page();
        page.keyboard().press("Escape");
        page.locator(DIALOG).waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }
}
