package org.shapan.portal.pivot;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shapan.portal.CiProvince;
import org.shapan.portal.TestBrowser;
import org.shapan.portal.TestPortal;
import org.shapan.portal.text.Texts;

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
        List<String> complaints = new ArrayList<>();
        for (String language : List.of("zh", "en")) {
            try (BrowserContext context = browser.signedIn(portal.server().url(), PASSWORD, language)) {
                Page page = context.pages().getFirst();
                page.onConsoleMessage(message -> {
                    if (List.of("error", "warning").contains(message.type())) {
                        complaints.add(language + ": " + message.text());
                    }
                });
                page.onPageError(error -> complaints.add(language + ": " + error));
                new Journey(page, language).walk();
                figures.put(language, firstColumn(page));
                heads.put(language, page.locator("[role=columnheader]").allInnerTexts());
            }
        }

        assertThat(figures.get("zh")).hasSizeGreaterThan(10).isEqualTo(figures.get("en"));
        assertThat(heads.get("zh")).isNotEqualTo(heads.get("en"));
        assertThat(complaints).isEmpty();
    }

    /** How many columns are in sight depends on how long their heads are. */
    private static List<String> firstColumn(Page page) {
        String column = page.locator("[role=gridcell]").first().getAttribute("aria-colindex");
        return page.locator("[role=gridcell][aria-colindex='" + column + "']").allInnerTexts();
    }

    private static final class Journey {
        private final Page page;
        private final String language;
        private int step;

        Journey(Page page, String language) {
            this.page = page;
            this.language = language;
        }

        void walk() {
            page.navigate(portal.server().url() + "pivot");
            page.locator("[role=gridcell]").first().waitFor();
            picture("open");

            page.locator("sp-grid button.box").first().click();
            page.waitForURL("**open=*");
            page.locator("sp-grid button.box[aria-expanded=true]").first().waitFor();
            picture("drilled");

            page.locator(".well .chip.h").first().click();
            choice("pivot.slicer").click();
            page.locator(".slicer[role=group]").waitFor();
            picture("slicer");

            page.locator("button:has-text('" + text("pivot.as") + "')").first().click();
            choice("pivot.as.TREND").click();
            page.locator("sp-grid .trend").first().waitFor();
            picture("trend");

            page.locator(".well .chip.h").first().click();
            choice("pivot.choose").click();
            page.locator(".pick-left").waitFor();
            picture("members");
            page.keyboard().press("Escape");
            page.locator(".pick-left")
                    .waitFor(new Locator.WaitForOptions()
                            .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));

            String figure = page.locator("[role=gridcell]").first().innerText();
            page.locator("[role=gridcell]").first().click();
            page.locator(".ex:has-text('" + figure + "')").waitFor();
            picture("explained");
        }

        private Locator choice(String key) {
            return page.locator("vaadin-popover[opened] [role^=menuitem]:has-text('" + text(key) + "')")
                    .first();
        }

        private static Locale locale(String language) {
            return language.equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
        }

        private String text(String key) {
            return portal.server().bean(Texts.class).getTranslation(key, locale(language));
        }

        private void picture(String name) {
            page.waitForTimeout(400);
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target", "screenshots", "pivot-%d-%s-%s.png".formatted(++step, name, language))));
        }
    }
}
