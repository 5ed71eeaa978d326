package org.shapan.portal.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.olap4j.OlapConnection;
import org.shapan.portal.TestBrowser;
import org.shapan.portal.TestPortal;
import org.shapan.portal.cubes.Cubes;
import org.shapan.reports.render.RenderedReport;
import org.shapan.reports.render.ReportFormat;
import org.shapan.reports.render.ReportRenderer;
import org.shapan.reports.render.ReportRequest;
import org.shapan.warehouse.data.WarehouseDatabase;

/** A running portal in a real browser: sign in, pivot, read numbers; and the same numbers in a PDF and in plain SQL. */
class PortalInBrowserTest {
    private static final String PASSWORD = "one grain of sand";
    private static final Duration PREPARATION = Duration.ofMinutes(6);

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
    void thePivotThePdfAndPlainSqlAgreeToTheCent() throws Exception {
        BigDecimal sql = bySql();

        assertThat(byPivot()).as("pivot").isEqualByComparingTo(sql);
        assertThat(byPdf()).as("PDF").isEqualByComparingTo(sql);
    }

    @Test
    void everyViewOfTheRailOpensInBothLanguages() {
        for (String language : List.of("zh", "en")) {
            try (BrowserContext context = signedIn(language)) {
                Page page = context.pages().get(0);
                for (String view : List.of("areas", "sp", "pivot", "reports")) {
                    page.locator("nav a[href='" + view + "']").first().waitFor();
                    page.navigate(portal.server().url() + view);
                    page.locator(".card").first().waitFor();
                    String text = page.locator("body").innerText();
                    assertThat(text)
                            .as(view + " " + language)
                            .doesNotContain("!{")
                            .doesNotContain("Exception");
                }
            }
        }
    }

    /** Gross revenue of the branch 香洲 in March 2010, from the fact rows. */
    private static BigDecimal bySql() throws Exception {
        try (Connection connection =
                        portal.server().bean(WarehouseDatabase.class).connection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT sum(r.fee_gross) FROM f_rev_detail r JOIN d_area_leaf l USING (k_leaf)"
                                + " JOIN d_area a USING (k_area) WHERE r.k_month = 201003 AND a.branch_zh = '香洲'")) {
            row.next();
            return row.getBigDecimal(1);
        }
    }

    /** The same from the pivot as it opens: branches on rows, brands and measures on columns, March 2010. */
    private static BigDecimal byPivot() {
        try (BrowserContext context = signedIn("zh")) {
            Page page = context.pages().get(0);
            page.navigate(portal.server().url() + "pivot");
            Locator row = page.locator("[role=row]")
                    .filter(new Locator.FilterOptions().setHas(page.locator("[role=rowheader]:has-text('香洲')")));
            row.first().waitFor();
            BigDecimal sum = BigDecimal.ZERO;
            for (int brand = 0; brand < 3; brand++) {
                String text =
                        row.first().locator("[role=gridcell]").nth(brand * 2).innerText();
                sum = sum.add(new BigDecimal(text.strip().replace(",", "")));
            }
            return sum;
        }
    }

    /** The same from report R03: the totals of the branch's micro areas. */
    private static BigDecimal byPdf() throws Exception {
        ReportRenderer renderer = portal.server().bean(ReportRenderer.class);
        RenderedReport report;
        try (OlapConnection connection =
                portal.server().bean(Cubes.class).connect(List.of(), Locale.SIMPLIFIED_CHINESE, "test")) {
            report = renderer.render(
                    new ReportRequest(
                            "R03",
                            Map.of("branch", "香洲", "month", "201003"),
                            Locale.SIMPLIFIED_CHINESE,
                            ReportFormat.PDF),
                    connection);
        }
        try (PDDocument document = Loader.loadPDF(new ByteArrayInputStream(report.content()).readAllBytes())) {
            Matcher total = Pattern.compile("合计\\s+\\S+\\s+([\\d,]+\\.\\d\\d)(?![\\d%])")
                    .matcher(new PDFTextStripper().getText(document));
            BigDecimal sum = BigDecimal.ZERO;
            int areas = 0;
            while (total.find()) {
                sum = sum.add(new BigDecimal(total.group(1).replace(",", "")));
                areas++;
            }
            assertThat(areas).isGreaterThan(1);
            return sum;
        }
    }

    private static BrowserContext signedIn(String language) {
        return browser.signedIn(portal.server().url(), PASSWORD, language);
    }
}
