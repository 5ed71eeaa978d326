package org.shapan.portal.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.shapan.portal.security.Audit;
import org.shapan.portal.security.AuditEntry;
import org.shapan.portal.security.AuditEntry.Action;
import org.shapan.portal.security.AuditEntry.Outcome;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever leaves the portal, shows whole numbers or reads the catalog anew is in the audit log: every door once. */
class OnRecordInBrowserTest {
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
    void everyExportOfAPivot() {
        try (BrowserContext context = browser.signedIn(portal.server().url(), PASSWORD, "en")) {
            context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
            Page page = open(context, "pivot");
            page.locator("[role=gridcell]").first().waitFor();
            for (String ending : List.of("xlsx", "csv", "pdf", "png", "clipboard")) {
                page.getByText("Export", new Page.GetByTextOptions().setExact(true))
                        .click();
                Locator kinds = page.locator("vaadin-popover[opened] [role=menuitem]");
                kinds.first().waitFor();
                Locator kind = kinds.nth(List.of("xlsx", "csv", "pdf", "png", "print", "clipboard")
                        .indexOf(ending));
                if (ending.equals("clipboard")) {
                    kind.click();
                    page.locator("vaadin-notification-card").first().waitFor();
                } else {
                    page.waitForDownload(kind::click);
                }
                assertThat(newest(Action.EXPORT).subject())
                        .as("of a copy with its cells")
                        .matches(".*\\." + ending + (ending.equals("clipboard") ? " \\([1-9][0-9]*\\)" : ""));
            }
        }
    }

    @Test
    void everyReportThatIsTaken() {
        try (BrowserContext context = browser.signedIn(portal.server().url(), PASSWORD, "en")) {
            Page page = open(context, "reports/template?report=R03&branch=[Area].[Managed].[Zhuhai].[Xiangzhou]");
            for (String format : List.of("PDF", "XLSX", "HTML", "CSV")) {
                page.locator(".se button:text-is('" + format + "')").click();
                Locator file = page.locator(".se a[href]:has-text('." + format.toLowerCase(Locale.ROOT) + "')");
                file.waitFor();
                page.waitForDownload(file::click);
                assertThat(newest(Action.EXPORT).subject())
                        .contains("R03")
                        .endsWith("." + format.toLowerCase(Locale.ROOT));
            }
            assertThat(newest(Action.EXPORT).who()).isEqualTo("admin");
        }
    }

    @Test
    void whatSubCommandsTakeAndDo() throws Exception {
        assertThat(internal(
                                "report",
                                "{\"template\":\"R03\",\"parameters\":{\"branch\":\"香洲\",\"month\":\"201003\"},\"locale\":\"zh\",\"format\":\"XLSX\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(newest(Action.EXPORT).who()).isEqualTo(Audit.SUB_COMMAND);
        assertThat(newest(Action.EXPORT).subject()).contains("R03");

        assertThat(internal("reload?dryRun=true", "").statusCode()).isEqualTo(200);
        assertThat(count(Action.RELOAD)).isZero();
        assertThat(internal("reload?dryRun=false", "").statusCode()).isEqualTo(200);
        assertThat(newest(Action.RELOAD).who()).isEqualTo(Audit.SUB_COMMAND);
    }

    @Test
    void theRowsInQuarantine() throws Exception {
        TestPortal.Visitor admin = portal.visitor();
        admin.signIn("admin", PASSWORD);

        assertThat(admin.get("api/loads/1/quarantine.csv").statusCode()).isEqualTo(200);

        assertThat(newest(Action.EXPORT).subject()).isEqualTo("quarantine-1.csv");
        assertThat(admin.get("api/loads/999/quarantine.csv").statusCode()).isEqualTo(404);
        assertThat(newest(Action.EXPORT).subject()).isEqualTo("quarantine-1.csv");
    }

    private static AuditEntry newest(Action action) {
        return portal.server()
                .bean(Audit.class)
                .entries(new Audit.Filter("", action, Outcome.OK), 0, 1)
                .getFirst();
    }

    private static long count(Action action) {
        return portal.server().bean(Audit.class).count(new Audit.Filter("", action, null));
    }

    private static Page open(BrowserContext context, String path) {
        Page page = context.pages().get(0);
        page.navigate(portal.server().url() + path);
        return page;
    }

    /** As a sub-command asks, with the token of {@code server.json}. */
    private static HttpResponse<byte[]> internal(String path, String body) throws Exception {
        JsonNode server = JsonMapper.shared().readTree(Files.readString(data.resolve("server.json")));
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(portal.server().url() + "internal/" + path))
                            .header(
                                    "Authorization",
                                    "Bearer " + server.get("token").asString())
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        }
    }
}
