package org.shapan.portal.reports;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.vaadin.flow.router.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shapan.portal.TestBrowser;
import org.shapan.portal.TestPortal;
import org.shapan.portal.account.PortalUser;
import org.shapan.reports.delivery.Condition;
import org.shapan.reports.delivery.Delivery;
import org.shapan.reports.delivery.DeliveryState;
import org.shapan.reports.delivery.LedgerFilter;
import org.shapan.reports.delivery.Manner;
import org.shapan.reports.delivery.Recipient;
import org.shapan.reports.render.ReportFormat;
import org.shapan.reports.schedule.Audience;
import org.shapan.reports.schedule.Calendar;
import org.shapan.reports.schedule.DayRule;
import org.shapan.reports.schedule.ReportSchedule;
import org.shapan.reports.schedule.ReportScheduler;

/** A person reads a report, makes a schedule of it, tries it, runs it and finds it in the ledger. Pictures are left in target/screens. */
class ReportsInBrowserTest {
    private static final String PASSWORD = "one grain of sand";
    private static final Duration PREPARATION = Duration.ofMinutes(6);

    @TempDir
    static Path data;

    private static TestPortal portal;
    private static TestBrowser browser;

    @BeforeAll
    static void start() throws InterruptedException {
        portal = TestPortal.start(
                data,
                Map.of(
                        "SHAPAN_ADMIN_PASSWORD",
                        PASSWORD,
                        "shapan.reports.polling",
                        "200ms",
                        "shapan.reports.templates",
                        data.resolve("templates").toString()));
        browser = TestBrowser.open();
        setDefaultAssertionTimeout(PREPARATION.toMillis() / 4.0);
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
    void aReportIsReadScheduledTriedSentAndFound() {
        for (String language : List.of("zh", "en")) {
            try (BrowserContext context = browser.signedIn(portal.server().url(), PASSWORD, language)) {
                Page page = context.pages().get(0);
                read(page, language);
                schedule(page, language);
                find(page, language);
            }
        }
    }

    @Test
    void aPivotIsSavedAndHandedToASchedule() {
        for (String language : List.of("zh", "en")) {
            boolean zh = language.equals("zh");
            try (BrowserContext context = browser.signedIn(portal.server().url(), PASSWORD, language)) {
                Page page = context.pages().get(0);
                page.navigate(portal.server().url() + "pivot?cube=Revenue");
                page.locator(".filters button", new Page.LocatorOptions().setHasText(zh ? "导出" : "Export"))
                        .click();
                page.locator("[role=menuitem]", new Page.LocatorOptions().setHasText(zh ? "定时发送…" : "Schedule…"))
                        .click();
                page.locator(".keep vaadin-text-field input").first().fill("Sent " + language);
                page.locator("vaadin-dialog")
                        .getByText(zh ? "保存" : "Save", new Locator.GetByTextOptions().setExact(true))
                        .last()
                        .click();

                page.waitForURL(url -> url.contains("reports/schedule?report=RU&pivot="));
                assertThat(page.locator("vaadin-text-field input").first()).hasValue("Sent " + language);
                picture(page, "pivot-schedule", language);
                page.locator(".filters button", new Page.LocatorOptions().setHasText(zh ? "保存" : "Save"))
                        .click();
                page.waitForURL(url -> url.contains("schedule="));
                ReportSchedule kept = portal.server()
                        .bean(ReportScheduler.class)
                        .find(page.url().replaceAll(".*schedule=", ""))
                        .orElseThrow();
                assertThat(kept.templateId()).isEqualTo("RU");
                assertThat(kept.parameters()).containsOnlyKeys("pivot");
                assertThat(page.locator(".pvw img")).isVisible();
                picture(page, "pivot-centre", language);
            }
        }
    }

    @Test
    void anAdministratorDeploysATemplateAndIsToldWhatIsWrongWithAnother() throws IOException {
        Path folder = Files.createDirectories(data.resolve("templates"));
        Path pattern = Path.of("../reports/src/test/resources/org/shapan/reports/folder");
        for (String suffix : List.of(".jrxml", ".properties", "_en.properties")) {
            String text = Files.readString(pattern.resolve("X01" + suffix));
            Files.writeString(folder.resolve("X01" + suffix), text);
            Files.writeString(
                    folder.resolve("X02" + suffix),
                    text.replace("$P{F}.number($F{value}, 0)", "System.getenv(\"PATH\")"));
            Files.writeString(
                    folder.resolve("X03" + suffix),
                    text.replace("{ [Measures].[Gross revenue] }", "{ [Measures].[Gross revenues] }"));
            Files.writeString(folder.resolve("R03" + suffix), text);
        }
        for (String language : List.of("zh", "en")) {
            try (BrowserContext context = browser.signedIn(portal.server().url(), PASSWORD, language)) {
                Page page = context.pages().get(0);
                page.navigate(portal.server().url() + "reports?tab=templates");
                page.locator(".tfold header button").click();

                assertThat(page.locator("vaadin-notification-card"))
                        .containsText(language.equals("zh") ? "已读取，有误" : "Read; faulty");
                assertThat(page.locator(".tfold tbody")).containsText("System.getenv");
                assertThat(page.locator(".tfold tbody")).containsText("X03.jrxml");
                assertThat(page.locator(".tfold tbody")).containsText("R03.jrxml");
                Locator card = page.locator(".tp", new Page.LocatorOptions().setHasText("X01"));
                assertThat(card.locator("img")).isVisible();
                picture(page, "folder", language);
                assertThat(page.locator(".tp", new Page.LocatorOptions().setHasText("X02")))
                        .hasCount(0);
                card.click();
                page.waitForURL(url -> url.contains("report=X01"));
                page.navigate(portal.server().url()
                        + "reports/template?report=X01&branch=[Area].[Managed].[Zhuhai].[Xiangzhou]");
                assertThat(page.frameLocator(".pages iframe").locator("body"))
                        .containsText(language.equals("zh") ? "自制分公司表" : "Own branch table");
            }
        }
        FolderTemplates templates = portal.server().bean(FolderTemplates.class);
        PortalUser branch =
                new PortalUser(7, "branch", "branch", Set.of(), List.of("[Area].[Managed].[Zhuhai].[Xiangzhou]"));
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> templates.reload(branch))
                .isInstanceOf(SecurityException.class);
    }

    @Test
    void aRunUnderWayShowsEachRecipientAndIsCancelled() throws IOException {
        ReportScheduler scheduler = portal.server().bean(ReportScheduler.class);
        for (String language : List.of("zh", "en")) {
            ReportSchedule schedule = new ReportSchedule(
                    "burst-" + language,
                    "Run " + language,
                    "R02",
                    Map.of(),
                    java.util.Locale.of(language),
                    List.of(ReportFormat.PDF),
                    Calendar.monthly(5, 7, 30, java.time.ZoneId.of("Asia/Shanghai")),
                    IntStream.rangeClosed(1, 60)
                            .mapToObj(i -> new Recipient("r" + i + "@branch.example", "R" + i, "admin"))
                            .toList(),
                    false,
                    "admin",
                    Instant.now());
            scheduler.save(schedule);
            try (BrowserContext context = browser.signedIn(portal.server().url(), PASSWORD, language)) {
                Page page = context.pages().get(0);
                scheduler.runNow(schedule.id());
                page.navigate(portal.server().url() + "reports?schedule=" + schedule.id());
                assertThat(page.locator(".rp progress")).isVisible();
                assertThat(page.locator(".rp tbody tr")).hasCount(60);
                picture(page, "run", language);
                page.locator(".rp button").click();
                page.locator("vaadin-confirm-dialog-overlay, vaadin-confirm-dialog")
                        .getByRole(com.microsoft.playwright.options.AriaRole.BUTTON)
                        .last()
                        .click();
                assertThat(page.locator(".rp")).hasCount(0);
                picture(page, "run-cancelled", language);
            }
            List<Delivery> rows = portal.server()
                    .bean(org.shapan.reports.delivery.DeliveryLedger.class)
                    .ofSchedule(schedule.id(), 100);
            org.assertj.core.api.Assertions.assertThat(rows)
                    .extracting(Delivery::state)
                    .contains(DeliveryState.CANCELLED);
            ReportCentre centre = portal.server().bean(ReportCentre.class);
            PortalUser branch =
                    new PortalUser(7, "branch", "branch", Set.of(), List.of("[Area].[Managed].[Zhuhai].[Xiangzhou]"));
            Instant planned = rows.getFirst().key().plannedAt();
            org.assertj.core.api.Assertions.assertThat(centre.run(schedule, planned, branch))
                    .isEmpty();
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> centre.cancelRun(schedule, planned, branch))
                    .isInstanceOf(SecurityException.class);
        }
    }

    @Test
    void anAdministratorKeepsCalendarsAndAScheduleShowsWhatTheyDo() {
        for (String language : List.of("zh", "en")) {
            String name = language.equals("zh") ? "出账日" : "Billing";
            try (BrowserContext context = browser.signedIn(portal.server().url(), PASSWORD, language)) {
                Page page = context.pages().get(0);
                page.navigate(portal.server().url() + "admin/calendars");
                page.locator(".cal vaadin-text-field input").fill(name);
                page.locator(".cal vaadin-text-area textarea").fill("month 40=off");
                page.locator(".cal .acts button").last().click();
                assertThat(page.locator(".cal [role=alert]")).containsText("month 40=off");
                page.locator(".cal vaadin-text-area textarea").fill("month 4..12=off");
                page.locator(".cal .acts button").last().click();
                page.waitForURL(url -> url.contains("calendar="));
                assertThat(page.locator(".cal tbody")).containsText(name);
                picture(page, "calendars", language);

                page.navigate(portal.server().url()
                        + "reports/schedule?report=R03&branch=[Area].[Managed].[Zhuhai].[Xiangzhou]");
                page.locator("vaadin-multi-select-combo-box input").click();
                page.locator("vaadin-multi-select-combo-box-item", new Page.LocatorOptions().setHasText(name))
                        .first()
                        .click();
                page.keyboard().press("Escape");
                assertThat(page.locator(".nx").first()).containsText("-13");
                page.locator(
                                ".filters button",
                                new Page.LocatorOptions().setHasText(language.equals("zh") ? "试算" : "Dry run"))
                        .click();
                page.locator("vaadin-text-field input[placeholder='{report} {scope}']")
                        .fill("[{schedule}] {period} {area}");
                page.locator(
                                ".filters button",
                                new Page.LocatorOptions().setHasText(language.equals("zh") ? "试算" : "Dry run"))
                        .click();
                assertThat(page.locator(".nx").last()).containsText(language.equals("zh") ? "主题：[" : "Subject: [");
                assertThat(page.locator(".nx").last()).containsText(language.equals("zh") ? "香洲" : "Xiangzhou");
                picture(page, "calendar-schedule", language);
                page.locator(
                                ".filters button",
                                new Page.LocatorOptions().setHasText(language.equals("zh") ? "保存" : "Save"))
                        .click();
                page.waitForURL(url -> url.contains("schedule="));
                ReportSchedule kept = portal.server()
                        .bean(ReportScheduler.class)
                        .find(page.url().replaceAll(".*schedule=", ""))
                        .orElseThrow();
                assertThat(kept.calendar().calendars()).containsExactly(name);
                PortalUser elsewhere = new PortalUser(
                        8, "elsewhere", "Elsewhere", Set.of(), List.of("[Area].[Managed].[Zhuhai].[Doumen]"));
                assertThat(portal.server()
                                .bean(ReportCentre.class)
                                .subject(ScheduleDraft.of(kept), new Audience(List.of(), List.of()), elsewhere))
                        .isEmpty();
            }
        }
    }

    @Test
    void aBoardOffersTheReportsAboutTheSame() {
        String branch = "[Area].[Managed].[Zhuhai].[Xiangzhou]";
        String month = "[Time].[Calendar].[2010].[Q1].[201002]";

        org.assertj.core.api.Assertions.assertThat(
                        offered("areas", Map.of("area", branch + ".[Gongbei]", "period", "201002", "vs", "m")))
                .containsExactly(
                        "R02 {branch=[%s], month=[%s], report=[R02]}".formatted(branch, month),
                        "R03 {branch=[%s], month=[%s], report=[R03]}".formatted(branch, month));
        org.assertj.core.api.Assertions.assertThat(offered("areas", Map.of("area", "[Area].[Managed].[Zhuhai]")))
                .as("of a city there is no report")
                .isEmpty();
        org.assertj.core.api.Assertions.assertThat(offered("areas", Map.of("area", branch, "brand", "[Brand].[B1]")))
                .as("reports know no brand")
                .isEmpty();
        org.assertj.core.api.Assertions.assertThat(offered("channels", Map.of("view", "cost")))
                .containsExactly("R10 {report=[R10]}");
        org.assertj.core.api.Assertions.assertThat(
                        offered("areas", Map.of("area", branch), "[Area].[Managed].[Zhuhai].[Doumen]"))
                .as("somebody of another branch")
                .isEmpty();
    }

    /** Names and filters of the reports that a board offers. */
    private static List<String> offered(String route, Map<String, String> filters, String... areas) {
        PortalUser user = new PortalUser(9, "reader", "Reader", Set.of(), List.of(areas));
        return portal
                .server()
                .bean(ReportsOfBoard.class)
                .of(route, filters, user, org.shapan.portal.text.Language.EN)
                .stream()
                .map(report -> {
                    Location page = new Location(report.pages());
                    Map<String, List<String>> query = page.getQueryParameters().getParameters();
                    org.assertj.core.api.Assertions.assertThat(page.getPath()).isEqualTo("reports/template");
                    org.assertj.core.api.Assertions.assertThat(new Location(report.subscription())
                                    .getQueryParameters()
                                    .getParameters())
                            .isEqualTo(query);
                    return report.title().substring(0, 3) + " " + new TreeMap<>(query);
                })
                .toList();
    }

    private static void read(Page page, String language) {
        page.navigate(portal.server().url() + "reports?tab=templates");
        assertThat(page.locator(".tp img").first()).isVisible();
        page.waitForCondition(() -> page.locator(".tp .pic.skel").count() == 0);
        picture(page, "templates", language);
        page.locator(".tp", new Page.LocatorOptions().setHasText("R06")).click();
        assertThat(page.frameLocator(".pages iframe").locator("body")).containsText("2010-03-31");
        page.navigate(portal.server().url() + "areas?area=[Area].[Managed].[Zhuhai].[Xiangzhou]&period=201002");
        page.locator(".filters button", new Page.LocatorOptions().setHasText(language.equals("zh") ? "导出" : "Export"))
                .click();
        picture(page, "board-export", language);
        page.locator("[role=menuitem]", new Page.LocatorOptions().setHasText("R03"))
                .click();
        page.waitForURL(url -> url.contains("report=R03") && url.contains("201002"));
        Locator pages = page.frameLocator(".pages iframe").locator("body");
        assertThat(pages).containsText(language.equals("zh") ? "拱北" : "Gongbei");
        picture(page, "template", language);
        page.locator(".se .sec button", new Page.LocatorOptions().setHasText("CSV"))
                .click();
        assertThat(page.locator(".se .sec a")).containsText(".csv");
    }

    private static void schedule(Page page, String language) {
        boolean zh = language.equals("zh");
        page.locator(".filters button", new Page.LocatorOptions().setHasText(zh ? "订阅" : "Subscribe"))
                .click();
        page.waitForURL(url -> url.contains("reports/schedule"));
        page.locator(".seg button", new Page.LocatorOptions().setHasText(zh ? "工作日" : "Working day"))
                .click();
        assertThat(page.locator(".nx tbody tr")).hasCount(10);
        page.locator(".seg button", new Page.LocatorOptions().setHasText(zh ? "月" : "Month"))
                .first()
                .click();
        choose(page, zh ? "不拆分" : "one for all", zh ? "按分公司" : "by Branch");
        page.locator(".seg button", new Page.LocatorOptions().setHasText(zh ? "有数据时" : "when not empty"))
                .click();
        page.locator(".seg button", new Page.LocatorOptions().setHasText(zh ? "正文摘要" : "summary in the mail"))
                .click();
        page.locator(".filters button", new Page.LocatorOptions().setHasText(zh ? "试算" : "Dry run"))
                .click();
        assertThat(page.locator(".card.nx").nth(1)).containsText(zh ? "香洲" : "Xiangzhou");
        picture(page, "schedule", language);

        page.locator(".filters button", new Page.LocatorOptions().setHasText(zh ? "保存" : "Save"))
                .click();

        page.waitForURL(url -> url.contains("schedule="));
        String id = page.url().replaceAll(".*schedule=", "");
        ReportSchedule kept =
                portal.server().bean(ReportScheduler.class).find(id).orElseThrow();
        assertThat(kept.burst()).isEqualTo("branch");
        assertThat(kept.condition().kind()).isEqualTo(Condition.Kind.NOT_EMPTY);
        assertThat(kept.manner()).isEqualTo(Manner.SUMMARY);
        assertThat(kept.calendar().cron()).isEqualTo("0 30 7 5 * *");
        assertThat(kept.calendar().rule()).isEqualTo(DayRule.NEXT);
        assertThat(kept.formats()).containsExactly(ReportFormat.PDF);
        assertThat(page.locator(".pvw img")).isVisible();
        picture(page, "centre", language);
        page.navigate(portal.server().url() + "reports/schedule?id=" + id);
        assertThat(page.locator(".card.nx").nth(1)).containsText(zh ? "香洲" : "Xiangzhou");
        page.locator(".filters button", new Page.LocatorOptions().setHasText(zh ? "给自己发一份" : "Send to me"))
                .click();
        page.waitForCondition(
                () -> portal.server().bean(ReportCentre.class).rows(LedgerFilter.ALL, 0, 10, admin()).stream()
                        .anyMatch(row -> row.key().scheduleId().equals(id) && row.state() == DeliveryState.SENT));
    }

    private static void find(Page page, String language) {
        page.navigate(portal.server().url() + "reports/ledger");
        assertThat(page.locator(".rct tbody tr").first()).isVisible();
        picture(page, "ledger", language);
        page.navigate(portal.server().url() + "reports/ledger?state=FAILED");
        assertThat(page.locator(".rct tbody tr")).hasCount(0);
    }

    private static org.shapan.portal.account.PortalUser admin() {
        return portal.server()
                .bean(org.shapan.portal.account.Accounts.class)
                .find("admin")
                .orElseThrow()
                .user();
    }

    private static void choose(Page page, String shown, String wanted) {
        page.locator("vaadin-select", new Page.LocatorOptions().setHasText(shown))
                .click();
        page.locator("vaadin-select-item", new Page.LocatorOptions().setHasText(wanted))
                .last()
                .click();
    }

    private static void picture(Page page, String name, String language) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", "reports-" + name + "-" + language + ".png")));
    }
}
