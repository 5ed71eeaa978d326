package org.shapan.portal.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.olap4j.OlapConnection;
import org.shapan.portal.CiProvince;
import org.shapan.portal.TestBrowser;
import org.shapan.portal.TestPortal;
import org.shapan.portal.Walk;
import org.shapan.portal.account.Accounts;
import org.shapan.portal.account.NewAccount;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.account.Roles;
import org.shapan.portal.cubes.Cubes;
import org.shapan.reports.delivery.Condition;
import org.shapan.reports.delivery.Manner;
import org.shapan.reports.render.MemberChoices;
import org.shapan.reports.render.ReportFormat;
import org.shapan.reports.render.ReportRenderer;
import org.shapan.reports.render.ReportRequest;
import org.shapan.reports.schedule.Calendar;
import org.shapan.reports.schedule.ReportSchedule;
import org.shapan.reports.schedule.ReportScheduler;
import org.shapan.reports.template.Template;
import org.shapan.reports.template.TemplateParameter.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The jobs of domain §1.2 and the steps of its demonstration §9.8 that the portal has views for, each done by whoever does it, in both
 * languages. A picture of each step is kept in {@code target/screenshots}.
 */
class JobsInBrowserTest {
    private static final String PASSWORD = "one grain of sand";
    private static final String PORTAL = "https://portal.example";
    private static final String XIANGZHOU = "[Area].[Managed].[Zhuhai].[Xiangzhou]";
    private static final Pattern ADDRESS = Pattern.compile(Pattern.quote(PORTAL) + "(/areas\\?\\S+)");

    @TempDir
    static Path folder;

    private static GreenMail mail;
    private static TestPortal portal;
    private static TestBrowser browser;

    @BeforeAll
    static void start() throws Exception {
        mail = new GreenMail(ServerSetup.SMTP.dynamicPort());
        mail.start();
        portal = TestPortal.start(
                CiProvince.copy(Files.createDirectories(folder.resolve("data"))),
                Map.of(
                        "SHAPAN_ADMIN_PASSWORD",
                        PASSWORD,
                        "spring.mail.host",
                        "127.0.0.1",
                        "spring.mail.port",
                        mail.getSmtp().getPort(),
                        "shapan.reports.polling",
                        "200ms",
                        "shapan.reports.portal-url",
                        PORTAL));
        Accounts accounts = portal.server().bean(Accounts.class);
        accounts.create(new NewAccount("boss", "Boss", PASSWORD, Set.of(Roles.ADMIN), List.of()));
        accounts.create(new NewAccount("manager", "Manager", PASSWORD, Set.of("reader"), List.of(XIANGZHOU)));
        portal.server()
                .bean(JdbcClient.class)
                .sql("update account set email = login || '@branch.example'")
                .update();
        browser = TestBrowser.open();
    }

    @AfterAll
    static void stop() {
        browser.close();
        portal.close();
        mail.stop();
    }

    /** Job 1, step 1: from a red figure of the sand table to a customer, five clicks at most. */
    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void anExecutiveReachesTheCustomersBehindAFigure(String language) {
        try (Walk walk = walk("boss", "executive", language)) {
            Page page = walk.page();
            walk.open("sand-table");
            Locator flagged =
                    page.locator(".sand td.m:has(.st.r) a[href*='locate'], .sand td.m:has(.st.y) a[href*='locate']");
            flagged.first().waitFor();
            walk.picture("sand-table");
            flagged.first().click();
            page.locator(".tree .node.on").first().waitFor();
            walk.picture("localisation");
            Locator parts = page.locator(".tree .tcol").nth(3).locator("button.node");
            String part = parts.last().locator(".nm").innerText();
            parts.last().click();
            page.locator(".tree .node.on:has-text('" + part + "')").waitFor();
            walk.picture("another-part");
            Locator customers = page.locator(".customers tbody td:first-child");
            customers.first().waitFor();
            customers.first().click();
            page.locator(".customers .one").waitFor();
            walk.picture("customer");

            assertThat(walk.clicks()).isBetween(3, 5);
            assertThat(customers.first().innerText()).matches("2350\\*{4}\\d{3}");
            assertThat(walk.complaints()).isEmpty();
        }
    }

    /** Job 3, step 2: the mail of the own branch, and its link to the page with the same filters. */
    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void aBranchManagerFollowsTheLinkOfTheMail(String language) throws Exception {
        ReportScheduler scheduler = portal.server().bean(ReportScheduler.class);
        String id = "job-" + language;
        scheduler.save(new ReportSchedule(
                id,
                "Branch " + language,
                "R03",
                Map.of(),
                language.equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH,
                List.of(ReportFormat.PDF),
                Calendar.monthly(5, 7, 30, ZoneId.of("Asia/Shanghai")),
                "branch",
                Condition.ALWAYS,
                Manner.SUMMARY,
                List.of(),
                false,
                "boss",
                Instant.now()));
        int before = mail.getReceivedMessages().length;
        assertThat(scheduler.runNow(id))
                .extracting(row -> row.recipient().login())
                .containsExactly("manager");
        assertThat(mail.waitForIncomingEmail(60_000, before + 1)).isTrue();
        MimeMessage letter = mail.getReceivedMessages()[before];
        Matcher link = ADDRESS.matcher(plain((MimeMultipart) letter.getContent()));
        assertThat(link.find()).isTrue();

        try (Walk walk = walk("manager", "branch-manager", language)) {
            Page page = walk.page();
            page.navigate(portal.server().url() + link.group(1).substring(1));
            page.locator(".rank td.num").first().waitFor();
            walk.picture("board-of-the-mail");

            String shown = page.locator("body").innerText();
            assertThat(shown).contains(language.equals("zh") ? "香洲" : "Xiangzhou");
            assertThat(shown).doesNotContain("斗门", "Doumen", "金湾", "Jinwan");
            assertThat(page.url()).contains("period=201003");
            walk.open("home");
            page.locator(".home .ent").first().waitFor();
            walk.picture("home");
            assertThat(page.locator("body").innerText()).doesNotContain("斗门", "Doumen", "金湾", "Jinwan");
            assertThat(walk.complaints()).isEmpty();
        }
    }

    /** Job 5, step 3: from the list of companies to why one is red, and to whom its users are. */
    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void anSpManagerSeesWhyACompanyIsRed(String language) {
        try (Walk walk = walk("boss", "sp-manager", language)) {
            Page page = walk.page();
            walk.open("sp");
            Locator worst = page.locator(".tb tbody tr:has(.st.r)").first();
            worst.waitFor();
            walk.picture("companies");
            worst.locator("td").nth(1).dblclick();
            page.waitForURL("**/sp/company?**");
            page.locator(".card").nth(2).waitFor();
            walk.picture("company");
            assertThat(page.locator("body").innerText()).contains("08", "09");
            walk.open("sp/risk?view=convergence");
            page.locator(".card tbody tr").first().waitFor();
            walk.picture("convergence");
            page.locator(".card tbody tr td").first().dblclick();
            page.waitForURL("**/sp/company?**");

            assertThat(walk.complaints()).isEmpty();
        }
    }

    /** Job 4, step 4: on a phone, from the alerts to the channels. */
    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void aChannelManagerReadsOnAPhone(String language) {
        try (Walk walk = walk("boss", "channel-manager", language)) {
            Page page = walk.page();
            page.setViewportSize(390, 844);
            walk.open("home");
            page.locator(".home .ent").first().waitFor();
            walk.picture("home");
            page.locator(".home .ent a[href^='channels']").first().click();
            page.locator(".card tbody tr").first().waitFor();
            walk.picture("channels");

            assertThat((boolean) page.evaluate(
                            "document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                    .as("the page is not wider than the phone")
                    .isTrue();
            assertThat(walk.complaints()).isEmpty();
        }
    }

    /** Jobs 2 and 7, steps 5 and 6: branches compared in a pivot, a field dragged, kept, shared by link, subscribed as PDF, opened in the archive. */
    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void anAnalystKeepsAPivotAndSubscribesToIt(String language) {
        String name = "Compared " + language;
        try (Walk walk = walk("boss", "analyst", language)) {
            Page page = walk.page();
            walk.open("pivot?cube=Operations&rows=%5BArea%5D.%5BManaged%5D.%5BBranch%5D"
                    + "&measures=%5BMeasures%5D.%5BGross%20revenue%5D&measures=%5BMeasures%5D.%5BGross%20revenue%20MoM%5D"
                    + "&measures=%5BMeasures%5D.%5BGross%20revenue%20YoY%5D&measures=%5BMeasures%5D.%5BNet%20adds%5D"
                    + "&measures=%5BMeasures%5D.%5BData%20share%5D&filters=%5BTime%5D.%5BCalendar%5D"
                    + "&pick=%5BTime%5D.%5BCalendar%5D.%5B2010%5D.%5BQ1%5D.%5B201003%5D");
            page.locator("[role=gridcell]").first().waitFor();
            walk.picture("compared");
            int columns = page.locator("[role=columnheader]").count();
            Locator brand = page.locator(".fi[draggable=true]")
                    .filter(new Locator.FilterOptions().setHasText(language.equals("zh") ? "品牌" : "Brand"))
                    .first();
            brand.dragTo(page.locator(".well").nth(1));
            page.waitForCondition(() -> page.locator("[role=columnheader]").count() > columns);
            walk.picture("dragged");
            walk.control("pivot.export").click();
            page.locator("[role=menuitem]:has-text('" + walk.text("pivot.schedule") + "')")
                    .click();
            page.locator(".keep vaadin-text-field input").first().fill(name);
            page.locator("vaadin-dialog button:has-text('" + walk.text("pivot.save") + "')")
                    .last()
                    .click();
            page.waitForURL("**/reports/schedule?report=RU&pivot=**");
            walk.picture("subscribed");
            walk.control("reports.editor.save").click();
            page.waitForURL("**schedule=*");
            page.locator(".pvw img").waitFor();
            walk.picture("kept");

            assertThat(walk.complaints()).isEmpty();
        }
    }

    /** Wherever a document of any template leads, there is a page, and it opens without an error. */
    @Test
    void everyReportLeadsToAPage() throws Exception {
        List<String> links = new ArrayList<>();
        ReportRenderer renderer = portal.server().bean(ReportRenderer.class);
        PortalUser boss =
                portal.server().bean(Accounts.class).find("boss").orElseThrow().user();
        try (OlapConnection connection = portal.server().bean(Cubes.class).connect(boss, Locale.ENGLISH)) {
            for (Template template : renderer.templates().all()) {
                if (template.pivot().isEmpty()) {
                    Map<String, String> parameters = new java.util.HashMap<>();
                    for (var prompt : template.parameters()) {
                        if (prompt.kind() == Kind.MEMBER && !prompt.latestPeriod()) {
                            parameters.put(
                                    prompt.name(),
                                    MemberChoices.of(prompt, connection)
                                            .getLast()
                                            .value());
                        }
                    }
                    links.add(renderer.render(
                                    new ReportRequest(template.id(), parameters, Locale.ENGLISH, ReportFormat.CSV),
                                    connection)
                            .link());
                }
            }
        }
        assertThat(links).hasSizeGreaterThan(10).allMatch(link -> link.startsWith(PORTAL + "/"));
        try (Walk walk = walk("boss", "links", "en")) {
            for (String link : links) {
                walk.open(link.substring(PORTAL.length() + 1));
                walk.page().locator(".card, .se").first().waitFor();
                assertThat(walk.page().locator("body").innerText())
                        .as(link)
                        .doesNotContain("no such page", "does not exist", "went wrong");
            }
            assertThat(walk.complaints()).isEmpty();
        }
    }

    private static Walk walk(String login, String name, String language) {
        return Walk.of(portal, browser, login, PASSWORD, name, language);
    }

    private static String plain(MimeMultipart parts) throws Exception {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < parts.getCount(); i++) {
            Object content = parts.getBodyPart(i).getContent();
            if (content instanceof MimeMultipart inner) {
                text.append(plain(inner));
            } else if (parts.getBodyPart(i).isMimeType("text/plain")) {
                text.append(content);
            }
        }
        return text.toString();
    }
}
