package org.shapan.portal.pivot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shapan.portal.TestBrowser;
import org.shapan.portal.TestPortal;
import org.shapan.portal.account.Accounts;
import org.shapan.portal.account.NewAccount;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.cubes.Cubes;
import org.shapan.portal.text.Texts;

/** The pivot as analysts use it, in a real browser on a running portal. */
class PivotInBrowserTest {
    private static final String PASSWORD = "one grain of sand";
    private static final Duration PREPARATION = Duration.ofMinutes(6);
    /** Scrolls by fits and starts, each time farther, and says what could be seen after each drawn frame. */
    private static final String SCROLL = """
            async () => {
              const grid = document.querySelector('sp-grid');
              const scroller = grid.shadowRoot.querySelector('.scroll');
              const frame = () => new Promise((done) => requestAnimationFrame(done));
              const log = { frames: 0, slowest: 0, holes: 0, drawn: 0 };
              let last = performance.now();
              const see = async (top, left) => {
                scroller.scrollTo(left, top);
                await frame();
                await frame();
                const now = performance.now();
                log.frames += 2;
                log.slowest = Math.max(log.slowest, (now - last) / 2);
                last = now;
                const box = scroller.getBoundingClientRect();
                for (const [x, y] of [[0.4, 0.3], [0.6, 0.5], [0.9, 0.9], [0.5, 0.7]]) {
                  const at = grid.shadowRoot.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
                  if (!at?.closest('.c')) log.holes++;
                }
                log.drawn = Math.max(log.drawn, grid.shadowRoot.querySelectorAll('.c').length);
              };
              for (let i = 0; i < 60; i++) await see(i * 300, 0);
              for (let i = 0; i < 60; i++) await see(18000, i * 120);
              for (let i = 0; i < 60; i++) await see(i * 36000, i * 600);
              return log;
            }
            """;

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
    void aHundredThousandRowsAndFiveHundredColumnsScrollWithoutHoles() {
        try (BrowserContext context = signedIn("en")) {
            Page page = largeGrid(context);

            @SuppressWarnings("unchecked")
            Map<String, Number> log = (Map<String, Number>) page.evaluate(SCROLL);

            System.out.println("100,000 x 500: " + log);
            assertThat(log.get("holes").intValue()).as("points without a cell").isZero();
            assertThat(log.get("drawn").intValue()).as("cells in the page").isLessThan(2_500);
            cell(page, 96_560, 400).waitFor();
        }
    }

    @Test
    void theKeyboardReachesTheLastCellAndTheScreenReaderHearsWhereItIs() {
        try (BrowserContext context = signedIn("en")) {
            Page page = largeGrid(context);
            Locator grid = page.locator("[role=grid]");
            grid.focus();

            page.keyboard().press("Control+End");

            Locator active = page.locator("[role=gridcell][aria-selected=true]");
            active.filter(new Locator.FilterOptions().setHasText("99,999,499")).waitFor();
            assertThat(grid.getAttribute("aria-rowcount")).isEqualTo("100002");
            assertThat(grid.getAttribute("aria-colcount")).isEqualTo("502");
            assertThat(grid.getAttribute("aria-activedescendant")).isEqualTo("active");
            assertThat(active.getAttribute("aria-colindex")).isEqualTo("502");
            assertThat(active.locator("xpath=..").getAttribute("aria-rowindex")).isEqualTo("100002");
        }
    }

    @Test
    void copyGivesRealNumbersAlsoOfCellsNeverScrolledTo() {
        try (BrowserContext context = signedIn("en")) {
            context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
            Page page = largeGrid(context);
            page.locator("[role=grid]").focus();
            page.keyboard().press("Shift+ArrowRight");
            page.keyboard().press("Shift+ArrowDown");
            page.keyboard().press("Control+c");
            assertThat(clipboard(page, "1001")).isEqualTo("0\t1\n1000\t1001");

            for (int i = 0; i < 6; i++) {
                page.keyboard().press("Shift+PageDown");
            }
            page.evaluate("document.querySelector('sp-grid').put = () => {}");
            page.keyboard().press("Control+Home");
            page.keyboard().press("Control+Shift+ArrowRight");
            page.keyboard().press("Control+c");
            assertThat(clipboard(page, "499").split("\t")).hasSize(500).endsWith("499");
        }
    }

    @Test
    void markedCellsAreSummedUpInTheStatusLine() {
        try (BrowserContext context = signedIn("en")) {
            Page page = pivot(context);
            double first = number(page, 0, 0);
            double second = number(page, 1, 0);
            page.locator("[role=gridcell]").first().click();

            page.keyboard().press("Shift+ArrowDown");

            String sum = page.locator(".stat .sel span")
                    .filter(new Locator.FilterOptions().setHasText("Sum"))
                    .innerText();
            assertThat(Double.parseDouble(sum.replaceAll("[^\\d.]", "")))
                    .isCloseTo(first + second, org.assertj.core.data.Offset.offset(0.011));
            assertThat(page.locator(".stat").innerText()).contains("2 cells", "Count 2", "Average", "Min", "Max");
        }
    }

    @Test
    void membersArePickedByKeyboardSearchAndList() {
        try (BrowserContext context = signedIn("en")) {
            Page page = pivot(context);
            page.locator(".well .chip.h:has-text('Area')").click();
            page.locator("vaadin-popover[opened] .menu button").first().click();
            Locator picker = page.locator("vaadin-dialog .pick");
            picker.locator("input").first().fill("nanping");
            picker.locator(".m:has-text('Nanping')").first().waitFor();
            picker.locator(".m .cb").first().focus();
            page.keyboard().press("Space");
            picker.locator(".chosen .chip:has-text('Nanping')").waitFor();
            page.locator("vaadin-dialog .tabs button:has-text('Paste')").click();
            picker.locator("textarea").fill("Gongbei\nAtlantis");
            picker.getByText("Find and choose").click();
            picker.locator(".report:has-text('Atlantis')").waitFor();
            assertThat(picker.locator(".report").innerText()).contains("1 found", "1 not found", "Atlantis");
            page.getByText("At most 2 rows").waitFor();
            page.locator("vaadin-dialog button:has-text('Apply')").click();

            page.waitForURL("**pick=*Gongbei*");
            page.locator("[role=rowheader]:has-text('Gongbei')").waitFor();
            assertThat(page.locator("[role=rowheader]").count()).isEqualTo(3);
        }
    }

    @Test
    void fieldsArePutByKeysAndAMarkOfTheChartChoosesItsCell() {
        try (BrowserContext context = signedIn("en")) {
            Page page = pivot(context);
            page.locator(".fl input").fill("payment");
            Locator fields = page.locator(".fi[draggable=true]");
            page.waitForCondition(() -> fields.count() == 1);
            fields.focus();
            page.keyboard().press("Enter");
            page.waitForURL("**rows=*Payment*");

            page.navigate(
                    portal.server().url()
                            + "pivot?cube=Revenue&rows=[Area].[Managed].[Branch]&measures=[Measures].[Gross revenue]&chart=treemap");
            page.locator("sp-chart path").first().waitFor();
            page.locator("sp-chart").click();
            page.getByText("Keep only").click();
            page.waitForURL("**pick=*");
            assertThat(page.url()).contains("chart=treemap");
        }
    }

    @Test
    void aWrongStatementIsUnderlinedAtItsPlaceAndARightOneIsRun() {
        try (BrowserContext context = signedIn("en")) {
            Page page = pivot(context);
            page.locator(".ex .tabs button:has-text('MDX')").click();
            page.locator(".ex button:has-text('Edit MDX')").click();
            Locator area = page.locator("sp-mdx textarea");
            area.fill(
                    "SELECT {[Measures].[Gross revenue]} ON COLUMNS,\n [Area].[Managed].[Brunch].Members ON ROWS FROM [Revenue]");
            page.locator("vaadin-dialog button:has-text('Run')").click();
            page.locator("vaadin-dialog .fault:has-text('Line 2')").waitFor();
            assertThat(page.locator("sp-mdx u").innerText()).contains("Brunch");

            area.fill("SELECT {[Measures].[Gross revenue]}\n ON COLUMNS FROM [Revenue]");
            page.locator("vaadin-dialog button:has-text('Run')").click();
            page.waitForURL("**mdx=*");
            page.getByText("Back to fields").click();
            page.waitForCondition(() -> !page.url().contains("mdx="));
        }
    }

    @Test
    void aSelectionIsKeptForItsOwner() {
        Accounts accounts = portal.server().bean(Accounts.class);
        SavedSelections selections = portal.server().bean(SavedSelections.class);
        PortalUser me = accounts.create(new NewAccount("me", "Me", "a long enough word", Set.of(), List.of()));
        PortalUser you = accounts.create(new NewAccount("you", "You", "a long enough word", Set.of(), List.of()));
        Selection first = new Selection(List.of("[A].[b]", "latest 3 [T].[Month]"), List.of("[A].[c]"));

        selections.save(me, "[A]", "Mine", Selection.of(List.of("[A].[x]")));
        selections.save(me, "[A]", "Mine", first);

        assertThat(selections.of(me, "[A]")).isEqualTo(Map.of("Mine", first));
        assertThat(selections.of(me, "[B]")).isEmpty();
        assertThat(selections.of(you, "[A]")).isEmpty();
        selections.remove(you, "[A]", "Mine");
        assertThat(selections.of(me, "[A]")).hasSize(1);
        selections.remove(me, "[A]", "Mine");
        assertThat(selections.of(me, "[A]")).isEmpty();
    }

    @Test
    void whatIsSharedIsSeenAndWhatIsNotIsNotThere() {
        Accounts accounts = portal.server().bean(Accounts.class);
        SavedPivots pivots = portal.server().bean(SavedPivots.class);
        PortalUser one = accounts.create(new NewAccount("one", "One", "a long enough word", Set.of(), List.of()));
        PortalUser two = accounts.create(new NewAccount("two", "Two", "a long enough word", Set.of(), List.of()));
        long id = pivots.save(one, "my/own", "First", Map.of("cube", List.of("Revenue")));
        assertThat(pivots.visible(two)).isEmpty();
        assertThatThrownBy(() -> pivots.link(two, id, Optional.empty())).isInstanceOf(UnknownNameException.class);

        pivots.share(one, id, List.of(new SavedPivot.Grant("TWO", false)));
        assertThat(pivots.link(two, id, Optional.empty())).isEqualTo(Map.of("cube", List.of("Revenue")));
        assertThatThrownBy(() -> pivots.saveAgain(two, id, Map.of())).isInstanceOf(UnknownNameException.class);
        assertThatThrownBy(() -> pivots.delete(two, id)).isInstanceOf(UnknownNameException.class);
        assertThatThrownBy(() -> pivots.share(two, id, List.of())).isInstanceOf(UnknownNameException.class);
        assertThatThrownBy(() -> pivots.note(two, id, "mine")).isInstanceOf(UnknownNameException.class);
        pivots.note(one, id, " for the first week #weekly ");
        assertThat(pivots.find(two, id).note()).isEqualTo("for the first week #weekly");

        pivots.share(one, id, List.of(new SavedPivot.Grant("two", true)));
        pivots.saveAgain(two, id, Map.of("cube", List.of("[Strange] & name"), "open", List.of("a", "b")));
        assertThat(pivots.find(one, id).savedBy()).isEqualTo("Two");
        assertThat(pivots.versions(one, id))
                .extracting(SavedPivot.Version::number)
                .containsExactly(2, 1);
        assertThat(pivots.link(one, id, Optional.of(1))).isEqualTo(Map.of("cube", List.of("Revenue")));
        assertThat(pivots.link(one, id, Optional.empty()))
                .isEqualTo(Map.of("cube", List.of("[Strange] & name"), "open", List.of("a", "b")));

        pivots.delete(one, id);
        assertThat(pivots.visible(two)).isEmpty();
    }

    @Test
    void aSavedPivotAsksForMembersWhenItIsOpenedAndNotWhenItIsReloaded() {
        Accounts accounts = portal.server().bean(Accounts.class);
        PortalUser asker = accounts.create(new NewAccount("asker", "Asker", "a long enough word", Set.of(), List.of()));
        String time = "[Time].[Calendar]";
        PivotModel asking = PivotModel.of("Revenue")
                .put("[Area].[Managed]", "[Area].[Managed].[Branch]", PivotModel.Place.ROWS)
                .put(time, "", PivotModel.Place.FILTERS)
                .toggleMeasure("[Measures].[Gross revenue]")
                .withLook(PivotLook.DEFAULT.toggleAsked(time));
        long id = portal.server().bean(SavedPivots.class).save(asker, "", "Asks", PivotLink.write(asking));

        try (BrowserContext context = browser.signedIn(portal.server().url(), "asker", "a long enough word", "en")) {
            Page page = context.pages().get(0);
            page.navigate(portal.server().url() + "pivot?saved=" + id);
            Locator picker = page.locator(".pick-left");
            picker.waitFor();
            page.keyboard().press("Escape");
            picker.waitFor(new Locator.WaitForOptions()
                    .setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN));
            page.getByText("Swap").first().click();
            page.waitForURL("**ask=*");
            page.reload();
            page.locator("[role=gridcell]").first().waitFor();
            assertThat(picker.count()).isZero();
        }
    }

    @Test
    void whoOpensASharedPivotSeesTheOwnBranchOnly() throws Exception {
        Accounts accounts = portal.server().bean(Accounts.class);
        SavedPivots pivots = portal.server().bean(SavedPivots.class);
        PortalUser owner = accounts.create(new NewAccount("owner", "Owner", "a long enough word", Set.of(), List.of()));
        String area = "[Area].[Managed]";
        PivotModel plain = PivotModel.of("Revenue")
                .put(area, area + ".[Branch]", PivotModel.Place.ROWS)
                .toggleMeasure("[Measures].[Gross revenue]");
        String own;
        String ownName;
        String figure;
        String other;
        String otherName;
        try (PivotSession session = new PivotSession(
                portal.server().bean(Cubes.class),
                owner,
                Locale.ENGLISH,
                new TotalTexts(portal.server().bean(Texts.class), Locale.ENGLISH))) {
            PivotResult all = session.run(plain);
            own = all.rows().lines().get(0).heads().getFirst().member();
            ownName = all.rows().lines().get(0).label();
            figure = all.text(0, 0);
            other = all.rows().lines().get(1).heads().getFirst().member();
            otherName = all.rows().lines().get(1).label();
        }
        String noSuch = other.replace(otherName, "No such");
        accounts.create(new NewAccount("branch", "Branch", "a long enough word", Set.of(), List.of(own)));
        UnaryOperator<String> shared = member -> {
            PivotModel filtered =
                    plain.remove(area).put(area, "", PivotModel.Place.FILTERS).pick(area, List.of(member));
            return "pivot?saved=" + shared(pivots, owner, filtered);
        };

        try (BrowserContext context = browser.signedIn(portal.server().url(), "branch", "a long enough word", "en")) {
            Page page = context.pages().get(0);
            page.navigate(portal.server().url() + "pivot?saved=" + shared(pivots, owner, plain));
            page.locator("[role=gridcell]").first().waitFor();
            assertThat(page.locator("[role=gridcell]").allInnerTexts())
                    .as("the own figure, which is the total")
                    .containsExactly(figure, figure);
            assertThat(text(page)).contains(ownName).doesNotContain(otherName);

            page.navigate(portal.server().url() + shared.apply(own));
            page.locator(".well .chip:has-text('" + ownName + "')").waitFor();
            page.locator("[role=gridcell]:has-text('" + figure + "')").waitFor();
            assertThat(text(page)).doesNotContain(otherName);

            String refused = refusal(page, shared.apply(other));
            assertThat(refused.replace(otherName, "?"))
                    .as("like a branch that is not there")
                    .isEqualTo(refusal(page, shared.apply(noSuch)).replace("No such", "?"))
                    .contains("?");
            assertThat(refused).doesNotContain(figure);
        }
    }

    private static long shared(SavedPivots pivots, PortalUser owner, PivotModel model) {
        long id = pivots.save(owner, "", "Shared", PivotLink.write(model));
        pivots.share(owner, id, List.of(new SavedPivot.Grant("branch", false)));
        return id;
    }

    private static String refusal(Page page, String link) {
        page.navigate("about:blank");
        page.navigate(portal.server().url() + link);
        page.locator("[role=alert]").first().waitFor();
        return text(page);
    }

    /** All that can be read of a page and its grid. */
    private static String text(Page page) {
        return (String) page.evaluate(
                "document.body.innerText + ' ' + (document.querySelector('sp-grid')?.shadowRoot.textContent ?? '')");
    }

    @Test
    void aPivotIsSavedOpenedUndoneAndExported() throws Exception {
        try (BrowserContext context = signedIn("en")) {
            Page page = pivot(context);
            String before = page.locator("[role=columnheader]").allInnerTexts().toString();
            page.getByText("Swap axes").click();
            page.getByText("Undo", new Page.GetByTextOptions().setExact(true)).waitFor();
            page.getByText("Save", new Page.GetByTextOptions().setExact(true)).click();
            page.locator(".keep input").first().fill("Kept");
            page.locator("vaadin-dialog button:has-text('Save')").last().click();
            page.waitForURL("**saved=*");
            String swapped = page.locator("[role=columnheader]").allInnerTexts().toString();
            assertThat(swapped).isNotEqualTo(before);
            page.locator("[role=grid]").focus();
            page.keyboard().press("Control+z");
            page.waitForCondition(() -> page.locator("[role=columnheader]")
                    .allInnerTexts()
                    .toString()
                    .equals(before));
            page.getByText("Redo", new Page.GetByTextOptions().setExact(true)).waitFor();

            page.getByText("Open", new Page.GetByTextOptions().setExact(true)).click();
            page.locator(".kept .nm:has-text('Kept')").click();
            page.waitForCondition(() -> page.locator("[role=columnheader]")
                    .allInnerTexts()
                    .toString()
                    .equals(swapped));

            for (String kind : List.of("Excel", "CSV", "PDF", "PNG")) {
                page.getByText("Export", new Page.GetByTextOptions().setExact(true))
                        .click();
                com.microsoft.playwright.Download file = page.waitForDownload(
                        () -> page.locator("vaadin-popover[opened] [role=menuitem]:has-text('" + kind + "')")
                                .first()
                                .click());
                byte[] content = java.nio.file.Files.readAllBytes(file.path());
                assertThat(content.length).as(kind).isGreaterThan(500);
                assertThat(file.suggestedFilename()).contains("Gross revenue");
            }
        }
    }

    private static Page largeGrid(BrowserContext context) {
        Page page = context.pages().get(0);
        page.navigate(portal.server().url() + LargeGridView.ROUTE);
        page.locator("[role=gridcell]:has-text('1,001')").first().waitFor();
        return page;
    }

    private static Page pivot(BrowserContext context) {
        Page page = context.pages().get(0);
        page.navigate(portal.server().url() + "pivot");
        page.locator("[role=gridcell]").first().waitFor();
        return page;
    }

    private static double number(Page page, int row, int column) {
        return Double.parseDouble(page.locator("[role=rowgroup] [role=row]:has([role=gridcell])")
                .nth(row)
                .locator("[role=gridcell]")
                .nth(column)
                .innerText()
                .replace(",", ""));
    }

    private static Locator cell(Page page, int row, int column) {
        return page.locator("[role=row][aria-rowindex='" + (row + 3) + "'] [role=gridcell][aria-colindex='"
                        + (column + 3) + "']:not(.wait)")
                .first();
    }

    /** What the clipboard holds once it ends with a text. */
    private static String clipboard(Page page, String end) {
        return (String) page.evaluate("""
                async (end) => {
                  for (let i = 0; i < 100; i++) {
                    const text = (await navigator.clipboard.readText()).trimEnd();
                    if (text.endsWith(end)) return text;
                    await new Promise((done) => setTimeout(done, 50));
                  }
                  return navigator.clipboard.readText();
                }
                """, end);
    }

    private static BrowserContext signedIn(String language) {
        return browser.signedIn(portal.server().url(), PASSWORD, language);
    }
}
