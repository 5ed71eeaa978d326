package org.shapan.portal.explain;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.MouseButton;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shapan.portal.CiProvince;
import org.shapan.portal.TestBrowser;
import org.shapan.portal.TestPortal;

/** A reader asks for numbers of boards by mouse and by keyboard; pictures are kept in {@code target/screenshots}. */
class NumbersInBrowserTest {
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
    void aNumberOfATileOfACellAndOfARowIsExplained(String language) {
        try (BrowserContext context = browser.signedIn(portal.server().url(), PASSWORD, language)) {
            Page page = context.pages().getFirst();
            List<String> complaints = new ArrayList<>();
            page.onConsoleMessage(message -> {
                if (List.of("error", "warning").contains(message.type())) {
                    complaints.add(message.text());
                }
            });

            open(page, "areas", ".rank td.num");
            String shown = page.locator(".tile .v").first().innerText().replace("\u00a0", " ");
            page.locator(".tile .v").first().click(right());
            picture(page, "menu", language);
            page.locator(MENU + " button").first().click();
            explained(page);
            assertThat(shown.replaceAll("\\s", ""))
                    .isEqualTo(page.locator(DIALOG + " .big").innerText().replaceAll("\\s", ""));
            picture(page, "areas-tile", language);
            dismiss(page);

            Locator deviation = page.locator(".tile .d > span").first();
            deviation.click(right());
            page.locator(MENU + " button").first().click();
            explained(page);
            assertThat(page.locator(DIALOG + " .used tr").count()).isGreaterThan(3);
            picture(page, "areas-deviation", language);
            dismiss(page);

            open(page, "sand-table", ".sand td.m a");
            page.locator(".sand td.m a").nth(4).focus();
            page.keyboard().press("Shift+F10");
            page.keyboard().press("Enter");
            explained(page);
            picture(page, "sand-cell", language);
            dismiss(page);

            open(page, "sp", ".rank tbody tr");
            page.locator(".rank tbody tr").first().focus();
            page.keyboard().press("Shift+F10");
            assertThat(page.locator(MENU + " button").count()).isGreaterThan(6);
            picture(page, "sp-row", language);
            page.locator(MENU + " button").last().click();
            explained(page);
            picture(page, "sp-score", language);
            dismiss(page);
            assertThat(complaints).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void everyOtherBoardExplainsItsNumbers(String language) {
        Map<String, String> numbers = new LinkedHashMap<>();
        numbers.put("home", ".al .asked");
        numbers.put("areas", ".crumbs .asked");
        numbers.put("areas/locate", ".customers tbody td.num");
        numbers.put("sand-table", ".resources .asked");
        numbers.put("sp/company?company=SP0001", ".rank tbody td.num");
        numbers.put("sp/risk", ".rank tbody td.num");
        numbers.put("channels", ".rank tbody td.num");
        numbers.put("channels/saving", ".sentence .asked");
        numbers.put("halls", ".tile .v");
        try (BrowserContext context = browser.signedIn(portal.server().url(), PASSWORD, language)) {
            Page page = context.pages().getFirst();
            numbers.forEach((view, number) -> {
                open(page, view, number);
                page.locator(number).first().click(right());
                page.locator(MENU + " button").first().click();
                explained(page);
                picture(page, view.replaceAll("\\W+", "-"), language);
                dismiss(page);
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void aStepOfAWaterfallIsAskedAndAllAreListedAndExplained(String language) {
        try (BrowserContext context = browser.signedIn(portal.server().url(), PASSWORD, language)) {
            Page page = context.pages().getFirst();
            open(page, "areas/locate", "button.asks");
            Locator drawing = page.locator(".wfall sp-chart svg").first();
            drawing.click(right());
            page.locator(MENU).waitFor();
            picture(page, "waterfall", language);
            assertThat(page.locator(MENU + " button").count()).isEqualTo(2);
            page.keyboard().press("Escape");
            page.locator(".card:has(.wfall) button.asks").first().click();
            Locator steps = page.locator("vaadin-popover[opened] [role=menuitem]");
            steps.first().waitFor();
            assertThat(steps.count()).isGreaterThan(2);
            steps.first().click();
            explained(page);
            assertThat(page.locator(DIALOG + " .used tr").count()).isGreaterThan(3);
            picture(page, "waterfall-step", language);
        }
    }

    @Test
    void theOtherChoiceOpensThePivotAndAClickLeadsWhereItLed() {
        try (BrowserContext context = browser.signedIn(portal.server().url(), PASSWORD, "en")) {
            Page page = context.pages().getFirst();
            open(page, "sand-table", ".sand td.m a");
            page.locator(".sand td.m a").nth(3).click(right());
            page.locator(MENU + " button").nth(1).click();
            page.waitForURL("**/pivot?**");
            page.locator("[role=gridcell]").first().waitFor();

            open(page, "sand-table", ".sand td.m a");
            Locator cell = page.locator(".sand td.m a").first();
            String href = cell.getAttribute("href");
            cell.click();
            page.waitForURL("**/" + href);
        }
    }

    @Test
    void theSignOfATileOpensItsMenuAndEscapeClosesIt() {
        try (BrowserContext context = browser.signedIn(portal.server().url(), PASSWORD, "en")) {
            Page page = context.pages().getFirst();
            open(page, "areas", ".tile .v");
            page.locator(".tile").nth(1).hover();
            page.locator(".numbers-sign").click();
            assertThat(page.locator(MENU + " button").count()).isGreaterThan(1);
            page.keyboard().press("Escape");
            assertThat(page.locator(MENU).count()).isZero();
            assertThat(page.url()).endsWith("/areas");

            page.locator(".sentence .asked").nth(1).hover();
            picture(page, "sentence-sign", "en");
            page.locator(".numbers-sign").click();
            assertThat(page.locator(MENU + " button").count()).isEqualTo(2);
        }
    }

    private static Locator.ClickOptions right() {
        return new Locator.ClickOptions().setButton(MouseButton.RIGHT);
    }

    private static void open(Page page, String view, String ready) {
        page.navigate(portal.server().url() + view);
        page.locator(ready).first().waitFor();
    }

    private static void explained(Page page) {
        page.locator(DIALOG + " pre").first().waitFor();
        assertThat(page.locator(DIALOG + " dt").count()).isGreaterThan(3);
        assertThat(page.locator(DIALOG + " pre").first().innerText()).contains("SELECT");
    }

    private static void dismiss(Page page) {
        page.keyboard().press("Escape");
        page.locator(DIALOG).waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    private static void picture(Page page, String name, String language) {
        page.waitForTimeout(400);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", "explain-" + name + "-" + language + ".png")));
    }
}
