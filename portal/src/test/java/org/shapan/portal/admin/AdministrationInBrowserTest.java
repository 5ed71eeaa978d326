package org.shapan.portal.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.olap4j.OlapConnection;
import org.olap4j.OlapException;
import org.olap4j.OlapStatement;
import org.shapan.engine.CubeServer;
import org.shapan.portal.CiProvince;
import org.shapan.portal.TestBrowser;
import org.shapan.portal.TestPortal;
import org.shapan.portal.account.Account;
import org.shapan.portal.account.Accounts;
import org.shapan.portal.account.NewAccount;
import org.shapan.portal.cubes.CubeSource;
import org.shapan.portal.cubes.Cubes;
import org.shapan.portal.security.Audit;
import org.shapan.portal.security.AuditEntry.Action;
import org.shapan.portal.security.AuditEntry.Outcome;
import org.shapan.warehouse.load.LoadLedger;

/** The screens of administration in a real browser, on a province whose ledger has a refused delivery. */
class AdministrationInBrowserTest {
    private static final String PASSWORD = "a grain of sand";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    static Path data;

    private static TestPortal portal;
    private static TestBrowser browser;

    @BeforeAll
    static void start() throws Exception {
        portal = TestPortal.start(
                CiProvince.copy(data),
                Map.of(
                        "SHAPAN_ADMIN_PASSWORD", PASSWORD,
                        "shapan.warehouse.inbox-poll", "200ms",
                        "shapan.warehouse.inbox-patience", "1ms"));
        browser = TestBrowser.open();
        Path bad = Files.createDirectories(data.resolve("inbox/bad"));
        Files.writeString(bad.resolve("manifest.json"), "{}");
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.exists(data.resolve("inbox/refused/bad")) && System.nanoTime() < end) {
            Thread.sleep(100);
        }
    }

    @AfterAll
    static void stop() {
        browser.close();
        portal.close();
    }

    @Test
    void theLedgerOfLoadsShowsWhatWasRefusedAndWhy() {
        for (String language : List.of("zh", "en")) {
            try (BrowserContext context = signedIn(language)) {
                Page page = open(context, "admin/loads");
                Locator rows = page.locator(".half").first().locator("tbody tr");
                rows.first().waitFor();

                assertThat(rows.count())
                        .isEqualTo(portal.server()
                                .bean(LoadLedger.class)
                                .newest(99)
                                .size());
                rows.first().click();
                page.waitForURL(url -> url.contains("load="));
                String refusal = portal.server()
                        .bean(LoadLedger.class)
                        .newest(1)
                        .getFirst()
                        .message();
                assertThat(page.locator(".note").innerText()).contains(refusal);
                assertThat(page.locator("body").innerText()).doesNotContain("!{", "!admin");
            }
        }
    }

    @Test
    void loadsAreInTheAuditLogAndItsFiltersAreInTheUrl() {
        try (BrowserContext context = signedIn("en")) {
            Page page = open(context, "admin/audit?action=LOAD&outcome=REFUSED");
            Locator rows = page.locator("tbody tr");
            rows.first().waitFor();

            assertThat(rows.count()).isEqualTo(1);
            assertThat(rows.first().innerText()).contains("inbox", "MANIFEST_INVALID", "refused");
        }
    }

    @Test
    void theAuditLogTurnsItsPages() {
        Audit audit = portal.server().bean(Audit.class);
        for (int i = 1; i <= AuditView.PAGE + 3; i++) {
            audit.record("pager", Audit.LOCAL, Action.EXPORT, "file " + i, Outcome.OK);
        }
        try (BrowserContext context = signedIn("en")) {
            Page page = open(context, "admin/audit?who=pager");
            page.locator("tbody tr").first().waitFor();
            assertThat(page.locator("tbody tr").count()).isEqualTo(AuditView.PAGE);

            page.locator(".foot button").last().click();
            page.waitForURL(url -> url.contains("page=2"));
            page.locator("tbody tr:has-text('file 1')").last().waitFor();

            assertThat(page.locator("tbody tr").count()).isEqualTo(3);
            assertThat(page.locator(".foot button").last().isDisabled()).isTrue();
        }
    }

    @Test
    void aRunningQueryIsListedAndCancelled() throws Exception {
        CubeServer server = portal.server().bean(CubeSource.class).server();
        try (OlapConnection connection = portal.server().bean(Cubes.class).connect(List.of(), Locale.ENGLISH, "slow");
                BrowserContext context = signedIn("en")) {
            String cube = connection.getOlapSchema().getCubes().get(0).getName();
            String members = "[Area].[Managed].Members";
            String slow = "WITH MEMBER [Measures].[Long] AS "
                    + ("Sum(" + members + ", ").repeat(6)
                    + "Len([Area].[Managed].CurrentMember.Name)"
                    + ")".repeat(6)
                    + " SELECT {[Measures].[Long]} ON COLUMNS FROM [" + cube + "]";
            OlapStatement statement = connection.createStatement();
            CompletableFuture<Throwable> ended = CompletableFuture.supplyAsync(() -> {
                try {
                    statement.executeOlapQuery(slow);
                    return null;
                } catch (OlapException e) {
                    return e;
                }
            });
            Page page = open(context, "admin/operations");
            Locator cancel = page.locator(".pair:has-text('slow') button");
            cancel.focus();
            String age = page.locator(".pair:has-text('slow') .b").innerText();
            page.waitForCondition(
                    () -> !page.locator(".pair:has-text('slow') .b").innerText().equals(age));
            assertThat(cancel.evaluate("button => button === document.activeElement"))
                    .as("a refresh leaves the focus")
                    .isEqualTo(true);
            cancel.click();

            assertThat(ended.get(60, TimeUnit.SECONDS)).isNotNull().hasMessageContaining("cancel");
            assertThat(server.running()).noneMatch(running -> running.mdx().equals(slow));
            assertThat(portal.server().bean(Audit.class).count(new Audit.Filter("admin", Action.OPERATE, Outcome.OK)))
                    .isPositive();
        }
    }

    @Test
    void theCachesAreFlushedAndAReloadSaysFirstWhatItWouldChange() throws Exception {
        CubeServer server = portal.server().bean(CubeSource.class).server();
        try (OlapConnection connection =
                        portal.server().bean(Cubes.class).connect(List.of(), Locale.ENGLISH, "reader");
                BrowserContext context = signedIn("zh")) {
            String cube = connection.getOlapSchema().getCubes().get(0).getName();
            connection.createStatement().executeOlapQuery("SELECT [Measures].Members ON COLUMNS FROM [" + cube + "]");
            assertThat(server.cacheUse().segments()).isPositive();
            Page page = open(context, "admin/operations");

            page.locator("button:has-text('清空缓存')").click();
            page.locator("button:has-text('预览变化')").click();
            page.locator(".note:has-text('变化 0')").waitFor();

            assertThat(server.cacheUse().segments()).isZero();
        }
    }

    @Test
    void anAccountIsMadeRestrictedAndItsLinkOpens() throws Exception {
        try (BrowserContext context = signedIn("en")) {
            Page page = open(context, "admin/accounts?new=1");
            page.getByLabel("Account name").fill("ann");
            page.getByLabel("E-mail").fill("ann@example.com");
            page.getByLabel("Areas").fill("Xiangzhou");
            page.locator("vaadin-multi-select-combo-box-item:has-text('Xiangzhou')")
                    .first()
                    .click();
            page.keyboard().press("Escape");
            page.locator("button:has-text('Create')").click();
            Locator link = page.locator(".form .mono");
            link.waitFor();

            Account ann = portal.server().bean(Accounts.class).all().stream()
                    .filter(account -> account.login().equals("ann"))
                    .findFirst()
                    .orElseThrow();
            assertThat(ann.email()).isEqualTo("ann@example.com");
            assertThat(ann.areas()).singleElement().asString().startsWith("[Area].[Managed].");
            String url = link.innerText();
            assertThat(url).startsWith(portal.server().url() + "reset?token=");
            assertThat(portal.visitor()
                            .get(url.substring(portal.server().url().length()))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(portal.server().bean(Audit.class).count(new Audit.Filter("admin", Action.ACCOUNT, Outcome.OK)))
                    .isGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void whoIsNoAdministratorFindsNoneOfIt() throws Exception {
        portal.server()
                .bean(Accounts.class)
                .create(new NewAccount("clerk", "Clerk", PASSWORD, Set.of("analyst"), List.of()));
        TestPortal.Visitor clerk = portal.visitor();
        clerk.signIn("clerk", PASSWORD);

        for (String path : List.of(
                "admin",
                "admin/loads",
                "admin/accounts",
                "admin/operations",
                "admin/settings",
                "admin/audit",
                "admin/calendars",
                "api/loads")) {
            assertThat(clerk.get(path).statusCode()).as(path).isEqualTo(403);
        }
    }

    private static Page open(BrowserContext context, String path) {
        Page page = context.pages().get(0);
        page.navigate(portal.server().url() + path);
        return page;
    }

    private static BrowserContext signedIn(String language) {
        return browser.signedIn(portal.server().url(), PASSWORD, language);
    }
}
