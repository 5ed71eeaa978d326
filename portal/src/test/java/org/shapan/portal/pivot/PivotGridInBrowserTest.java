package org.shapan.portal.pivot;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.KeyboardModifier;
import com.microsoft.playwright.options.MouseButton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shapan.portal.TestBrowser;
import org.shapan.portal.TestPortal;
import org.shapan.portal.security.Audit;
import org.shapan.portal.security.AuditEntry;

/** The grid of the pivot under the mouse and the keyboard, in a real browser on a running portal. */
class PivotGridInBrowserTest {
    private static final String PASSWORD = "one grain of sand";
    /** Of the many fields, which are alike, every so many is clicked. */
    private static final int FIELDS_STEP = 9;

    private static final Duration PREPARATION = Duration.ofMinutes(6);

    private static final Locator.ClickOptions RIGHT = new Locator.ClickOptions().setButton(MouseButton.RIGHT);

    @TempDir
    static Path data;

    private static TestPortal portal;
    private static TestBrowser browser;

    @BeforeAll
    static void start() throws InterruptedException {
        portal = TestPortal.start(data, Map.of("SHAPAN_ADMIN_PASSWORD", PASSWORD, "shapan.pivot.ask-cells", "2000"));
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
    void headsSort() {
        try (BrowserContext context = signedIn("en")) {
            Page page = pivot(context);
            Locator head = page.locator(".ch.sorts").first();
            Locator ordered = page.locator(".ch[aria-sort]");

            head.click();
            page.waitForCondition(() -> page.url().contains("sort=DESC"));
            ordered.waitFor();
            assertThat(ordered.getAttribute("aria-sort")).isEqualTo("descending");
            head.click();
            page.locator(".ch[aria-sort=ascending]").waitFor();
            head.click();
            page.waitForCondition(() -> ordered.count() == 0 && !page.url().contains("sort="));

            head.dblclick();
            page.locator(".ch[aria-sort=ascending]").waitFor();
            page.waitForCondition(() -> page.url().contains("sort=ASC"));
            head.click();
            page.waitForCondition(() -> ordered.count() == 0 && !page.url().contains("sort="));

            page.locator(".corner div").first().click();
            page.locator(".corner div[aria-sort=ascending]").waitFor();
            page.waitForCondition(() -> page.url().contains("sort=ASC"));
        }
    }

    @Test
    void quickChangesAreAllMade() {
        try (BrowserContext context = signedIn("en")) {
            Page page = pivot(context);
            String columns =
                    page.locator(".well").nth(2).locator(".chip.h").first().innerText();

            page.evaluate("""
                    () => {
                      const button = (text) => [...document.querySelectorAll('.wells button')].find((b) => b.innerText.includes(text));
                      button('Hide empty').click();
                      button('Swap axes').click();
                    }
                    """);

            page.waitForCondition(() -> page.url().contains("empty=show")
                    && page.locator(".well")
                            .nth(1)
                            .locator(".chip.h")
                            .first()
                            .innerText()
                            .equals(columns));
        }
    }

    @Test
    void aFilterAddedByPlusIsChosenAtOnce() {
        try (BrowserContext context = signedIn("en")) {
            Page page = pivot(context);
            page.locator(".well").first().locator(".add").click();
            choice(page, "Tier").click();

            page.locator("vaadin-dialog .pick").waitFor();
            assertThat(page.locator("vaadin-dialog").first().innerText()).contains("Tier", "Filter");
            page.locator(".well").first().locator(".chip:has-text('Tier')").waitFor();
        }
    }

    @Test
    void copiesAreOnRecord() {
        Audit audit = portal.server().bean(Audit.class);
        Audit.Filter exports = new Audit.Filter("", AuditEntry.Action.EXPORT, null);
        try (BrowserContext context = signedIn("en")) {
            context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
            Page page = pivot(context);
            page.locator("[role=gridcell]").first().click();
            page.keyboard().press("Shift+ArrowDown");
            long before = audit.count(exports);

            page.keyboard().press("Control+c");
            page.waitForCondition(() -> audit.count(exports) == before + 1);
            assertThat(audit.entries(exports, 0, 1).getFirst().subject()).endsWith(".clipboard (2)");

            page.locator("[role=gridcell]").first().click(RIGHT);
            choice(page, "Copy").click();
            page.waitForCondition(() -> audit.count(exports) == before + 2);
            assertThat(audit.entries(exports, 0, 1).getFirst().subject()).contains(".clipboard (");
        }
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
                    () -> page.locator("sp-grid .h span.t").first().innerText().equals(branch)
                            && page.url().contains("pick="));

            page.locator("sp-grid .h").first().click(RIGHT);
            choice(page, "Break down by").click();
            choice(page, "Tier").click();
            page.waitForCondition(() -> page.url().contains("Tier")
                    && page.locator(".chip:has-text('Tier')").count() == 1);
        }
    }

    @Test
    void rowsBehindACellAreMaskedUntilSomebodyGivesAPurposeWhichIsPutOnRecord() throws Exception {
        Audit audit = portal.server().bean(Audit.class);
        try (BrowserContext context = signedIn("en")) {
            Page page = context.pages().get(0);
            page.navigate(portal.server().url() + "pivot?cube=Subscribers");
            page.locator("[role=gridcell]").first().click(RIGHT);
            choice(page, "Rows behind it").click();
            Locator masked = page.locator(".rows-table td:has-text('****')");
            masked.first().waitFor();
            String text = masked.first().innerText();
            long looks = audit.count(new Audit.Filter("", AuditEntry.Action.UNMASK, null));

            Download file = page.waitForDownload(
                    () -> page.locator("vaadin-dialog button:has-text('CSV')").click());
            String csv = Files.readString(file.path());
            assertThat(csv).contains("****").contains(text);
            assertThat(audit.entries(new Audit.Filter("", AuditEntry.Action.EXPORT, null), 0, 1)
                            .getFirst()
                            .subject())
                    .contains("Closing subscribers");

            page.locator("vaadin-dialog button:has-text('Unmask')").click();
            page.locator("vaadin-dialog vaadin-text-field input").last().fill("checking a complaint");
            page.locator("vaadin-dialog button:has-text('Show numbers')").click();
            page.waitForCondition(() -> masked.count() == 0);
            assertThat(audit.count(new Audit.Filter("", AuditEntry.Action.UNMASK, null)))
                    .isGreaterThan(looks);
        }
    }

    @Test
    void whatIsTooLargeIsAskedFirst() {
        try (BrowserContext context = signedIn("en")) {
            Page page = context.pages().get(0);
            page.navigate(
                    portal.server().url()
                            + "pivot?cube=Channel Activity&rows=[Area].[Managed].[Micro area]&rows=[Time].[Calendar].[Day]&measures=[Measures].[Transactions]");
            Locator notice = page.locator(".gridc:has-text('would have up to')");
            notice.waitFor();
            assertThat(notice.innerText()).contains("Time", "Day", "Only the top 50", "Run anyway");
            assertThat(page.locator("[role=gridcell]").count()).isZero();

            notice.locator("button:has-text('Run anyway')").click();
            page.locator("[role=gridcell]").first().waitFor();
            page.reload();
            notice.waitFor();
            notice.locator("button:has-text('Only the top 50')").click();
            page.locator("[role=gridcell]").first().waitFor();
            assertThat(page.url()).contains("TOP_COUNT");
        }
    }

    @Test
    void changesCollectUntilTheyAreRun() {
        try (BrowserContext context = signedIn("en")) {
            Page page = pivot(context);
            String before = page.locator("[role=columnheader]").allInnerTexts().toString();
            page.locator(".toggle:has-text('Run at once')").click();
            page.locator(".toggle[aria-checked=false]:has-text('Run at once')").waitFor();
            page.getByText("Swap axes").click();
            Locator run = page.locator(".gridc .note button:has-text('Run')");
            run.waitFor();
            assertThat(page.locator("[role=columnheader]").allInnerTexts().toString())
                    .isEqualTo(before);
            page.locator("sp-grid .h").first().click(RIGHT);
            choice(page, "Copy").waitFor();
            assertThat(choice(page, "Keep only").count())
                    .as("of the table before")
                    .isZero();
            page.keyboard().press("Escape");
            page.locator(".ch.sorts").first().click();
            page.getByText("Changes wait ·").waitFor();
            assertThat(page.url()).doesNotContain("sort=");

            run.click();

            page.waitForCondition(() -> !page.locator("[role=columnheader]")
                    .allInnerTexts()
                    .toString()
                    .equals(before));
            assertThat(run.count()).isZero();
        }
    }

    @Test
    void aCancelledPivotSaysSoAndRunsAgainWhenAsked() {
        try (BrowserContext context = signedIn("en")) {
            Page page = context.pages().get(0);
            page.navigate(portal.server().url() + "pivot?cube=Revenue&measures=[Measures].[Gross revenue]&mdx="
                    + URLEncoder.encode(PivotRunTest.SLOW, StandardCharsets.UTF_8));
            Locator cancel = page.locator(".gridc .run button");
            cancel.waitFor();

            cancel.click();

            Locator notice = page.locator(".gridc .note:has-text('The query was cancelled')");
            notice.waitFor();
            assertThat(notice.getAttribute("role")).as("no fault").isEqualTo("status");
            assertThat(cancel.isVisible()).isFalse();
            notice.locator("button:has-text('Run')").click();
            cancel.waitFor();
            cancel.click();
            notice.waitFor();

            page.getByText("Back to fields").click();
            page.locator("[role=gridcell]").first().waitFor();
            assertThat(notice.count()).isZero();
        }
    }

    @Test
    void aSlicerFiltersByClickAndKeyboard() {
        try (BrowserContext context = signedIn("en")) {
            Page page = pivot(context);
            page.locator(".chip.h:has-text('Time')").first().click();
            choice(page, "Show as slicer").click();
            Locator strip = page.locator(".slicer[role=group]");
            strip.waitFor();
            Locator months = strip.locator("button.period");
            Locator on = strip.locator("button.period[aria-pressed=true]");
            page.waitForCondition(() -> page.url().contains("slicer=") && on.count() == 1);
            String before = page.locator("[role=gridcell]").first().innerText();

            months.nth(months.count() - 2).click();
            page.waitForCondition(() -> page.url().contains("pick=")
                    && !page.locator("[role=gridcell]").first().innerText().equals(before)
                    && months.nth(months.count() - 2)
                            .getAttribute("aria-pressed")
                            .equals("true"));
            months.last().click(new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.SHIFT)));
            page.waitForCondition(() -> on.count() == 2);

            strip.locator("button").first().focus();
            page.keyboard().press("ArrowRight");
            page.keyboard().press("Enter");
            page.waitForCondition(() -> on.count() == 1
                    && months.first().getAttribute("aria-pressed").equals("true"));
            assertThat(page.evaluate("document.activeElement.getAttribute('aria-label')"))
                    .as("the pressed button keeps the focus")
                    .isEqualTo(months.first().getAttribute("aria-label"));
            strip.locator(".shut").click();
            page.waitForCondition(() -> !strip.isVisible() && !page.url().contains("slicer="));
        }
    }

    @Test
    void theGridHasTheScreenForItselfUntilEscape() {
        try (BrowserContext context = signedIn("en")) {
            Page page = pivot(context);
            double height = page.locator("sp-grid").boundingBox().height;
            page.locator("button:has-text('Full screen')").click();
            page.waitForCondition(() -> page.url().contains("grid=full")
                    && page.locator("sp-grid").boundingBox().height > height + 100
                    && !page.locator(".fl").isVisible());
            page.reload();
            page.locator(".pv.full [role=gridcell]").first().click();
            page.keyboard().press("Escape");
            page.waitForCondition(() ->
                    !page.url().contains("grid=full") && page.locator(".fl").isVisible());
        }
    }

    @Test
    void aPivotIsPrintedAsPages() {
        try (BrowserContext context = signedIn("en")) {
            Page page = pivot(context);
            page.locator("button:has-text('Export')").first().click();
            choice(page, "Print").waitFor();
            String address = (String) page.evaluate("document.querySelector('.export-print').href");
            APIResponse pages = context.request().get(address);

            assertThat(pages.headers()).containsEntry("content-disposition", "inline");
            assertThat(new String(pages.body(), 0, 5, StandardCharsets.US_ASCII))
                    .isEqualTo("%PDF-");
        }
    }

    @Test
    void everyControlOfThePivotDoesSomething() {
        try (BrowserContext context = signedIn("en")) {
            context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
            Page page = context.pages().get(0);
            Runnable reset = () -> {
                page.navigate("about:blank");
                pivot(context);
            };
            String bars = ":is(.filters, .wells, .gridc, .pc .card, .ex) button:visible";

            EveryControl bar = new EveryControl(page, bars, reset).click(0, 1);
            EveryControl fields = new EveryControl(page, ".fl button:visible", reset).click(0, FIELDS_STEP);
            EveryControl menu = new EveryControl(page, ".menu:visible button", () -> {
                        reset.run();
                        page.locator("[role=gridcell]").first().click(RIGHT);
                        choice(page, "Explain").waitFor();
                    })
                    .click(0, 1);

            System.out.printf(
                    "clicked: %d in bars and cards, %d fields, %d in the menu%n",
                    bar.clicked(), fields.clicked(), menu.clicked());
            assertThat(nothing(page, reset).dead())
                    .as("what does nothing is found")
                    .hasSize(1);
            assertThat(bar.dead()).isEmpty();
            assertThat(fields.dead()).isEmpty();
            assertThat(menu.dead()).isEmpty();
            assertThat(bar.clicked()).isGreaterThan(15);
            assertThat(menu.clicked()).isGreaterThan(9);
        }
    }

    /** A choice of the menu that only closes it. */
    private static EveryControl nothing(Page page, Runnable reset) {
        return new EveryControl(page, ".menu:visible button.nothing", () -> {
                    reset.run();
                    page.locator("[role=gridcell]").first().click(RIGHT);
                    choice(page, "Explain").waitFor();
                    page.evaluate("""
                            () => {
                              const choice = document.createElement('button');
                              choice.className = 'nothing';
                              choice.textContent = 'Nothing';
                              const menu = [...document.querySelectorAll('.menu')].find((m) => m.checkVisibility());
                              choice.onclick = () => { menu.closest('vaadin-popover').opened = false; };
                              menu.append(choice);
                            }
                            """);
                })
                .click(0, 1);
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
