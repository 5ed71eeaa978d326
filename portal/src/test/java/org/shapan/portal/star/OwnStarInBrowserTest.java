package org.shapan.portal.star;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shapan.portal.ServerProcess;
import org.shapan.portal.TestBrowser;
import org.shapan.portal.cli.ExitCode;
import org.shapan.portal.cli.Shapan;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One command serves somebody's own star: the pivot in a real browser, the same number in plain SQL, and a reload under way. */
class OwnStarInBrowserTest {
    private static final String PASSWORD = "one grain of sand";
    private static final Path PICTURES = Path.of("target", "screenshots");

    @TempDir
    static Path folder;

    private static FoodMartInPostgres postgres;
    private static Path catalog;
    private static ServerProcess server;
    private static TestBrowser browser;

    @BeforeAll
    static void start() throws Exception {
        postgres = FoodMartInPostgres.get();
        catalog = folder.resolve("market.xml");
        try (var in = OwnStarInBrowserTest.class.getResourceAsStream("market.xml")) {
            Files.copy(in, catalog);
        }
        server = ServerProcess.start(
                folder,
                Map.of("SHAPAN_ADMIN_PASSWORD", PASSWORD, "SHAPAN_JDBC_PASSWORD", "not asked for"),
                List.of(
                        "--port",
                        "0",
                        "--catalog",
                        "market.xml",
                        "--jdbc",
                        postgres.url(),
                        "--jdbc-user",
                        FoodMartInPostgres.USER));
        browser = TestBrowser.open();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        browser.close();
        server.close();
    }

    @Test
    void thePivotOpensAtHomeAndShowsTheNumberOfPlainSql() throws Exception {
        try (BrowserContext context = signedIn("en")) {
            Page page = context.pages().get(0);
            page.navigate(server.url());
            page.waitForURL("**/pivot**");
            assertThat(cell(page, "Drink")).isEqualByComparingTo(bySql("product_family = 'Drink'"));
            page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("own-star-en.png")));
        }
    }

    @Test
    void onlyTheViewsThatTheStarCanFillAreThereInBothLanguages() throws Exception {
        for (String language : List.of("zh", "en")) {
            try (BrowserContext context = signedIn(language)) {
                Page page = context.pages().get(0);
                assertThat(page.locator("nav a").all().stream().map(a -> a.getAttribute("href")))
                        .containsExactly("pivot", "admin");
                page.locator("[role=rowheader]").first().waitFor();
                page.screenshot(
                        new Page.ScreenshotOptions().setPath(PICTURES.resolve("own-star-" + language + "-home.png")));
                String text = page.locator("body").innerText();
                assertThat(text)
                        .doesNotContain("!{")
                        .doesNotContain("Exception")
                        .doesNotContain("null");
                page.navigate(server.url() + "admin");
                page.waitForURL("**/admin/accounts");
                for (String absent : List.of("areas", "sp", "reports", "reports/ledger", "admin/loads")) {
                    page.navigate(server.url() + absent);
                    page.getByText(language.equals("zh") ? "没有这个页面" : "There is no such page")
                            .waitFor();
                }
            }
        }
    }

    @Test
    void theVirtualCubeOpens() throws Exception {
        try (BrowserContext context = signedIn("en")) {
            Page page = context.pages().get(0);
            page.navigate(server.url() + "pivot?cube=Sales+and+stock");
            assertThat(cell(page, "Drink")).isEqualByComparingTo(bySql("product_family = 'Drink'"));
        }
    }

    @Test
    void theTreeOfEmployeesAddsUpToItsRootThroughTheServer() throws Exception {
        server.url();
        InputStream console = System.in;
        System.setIn(new ByteArrayInputStream(
                "{\"id\":1,\"mdx\":\"SELECT {[Measures].[Paid]} ON 0, [Employee].Children ON 1 FROM [Payroll]\"}"
                        .getBytes(StandardCharsets.UTF_8)));
        try {
            JsonNode answer =
                    JsonMapper.builder().build().readTree(shapan("mdx").out());

            assertThat(answer.get("values").values())
                    .singleElement()
                    .satisfies(value -> assertThat(value.decimalValue().setScale(2, RoundingMode.HALF_UP))
                            .isEqualByComparingTo(number("SELECT SUM(salary_paid) FROM salary")));
        } finally {
            System.setIn(console);
        }
    }

    @Test
    void aReloadGoesThroughTheServerAndABrokenCatalogReplacesNothing() throws Exception {
        String before = Files.readString(catalog);
        try {
            Files.writeString(
                    catalog,
                    before.replace("name=\"Cost\" column=\"store_cost\"", "name=\"Cost\" column=\"store_costs\""));
            Answer refused = reload();
            assertThat(refused.exit()).isEqualTo(ExitCode.INPUT_REFUSED);
            assertThat(refused.err()).contains("no column 'store_costs'", "Did you mean 'store_cost'?", "line");

            Files.writeString(catalog, before.replace("column=\"store_sales\"", "column=\"unit_sales\""));
            Answer preview = reload("--dry-run");
            assertThat(preview.out())
                    .contains(
                            "changed measure Sales / Turnover; expression: store_sales → unit_sales",
                            "Would be reloaded: 1 change");
            assertThat(turnoverOfDrink()).isEqualByComparingTo(bySql("product_family = 'Drink'"));

            assertThat(reload().exit()).isEqualTo(ExitCode.OK);
            assertThat(turnoverOfDrink())
                    .isEqualByComparingTo(
                            number("SELECT SUM(unit_sales) FROM sales_fact_1997 JOIN product USING (product_id)"
                                    + " JOIN product_class USING (product_class_id) WHERE product_family = 'Drink'"));
        } finally {
            Files.writeString(catalog, before);
            reload();
        }
    }

    @Test
    void whatNeedsTheWarehouseIsRefusedInWords() throws Exception {
        server.url();

        Answer load = shapan("load", folder.toString());

        assertThat(load.exit()).isEqualTo(ExitCode.FAILED);
        assertThat(load.err())
                .isEqualToIgnoringNewLines(
                        "shapan: the server on this data directory serves a star of your own; it loads nothing.");
    }

    private static BigDecimal turnoverOfDrink() throws Exception {
        try (BrowserContext context = signedIn("en")) {
            Page page = context.pages().get(0);
            page.navigate(server.url() + "pivot?cube=Sales");
            return cell(page, "Drink");
        }
    }

    private record Answer(int exit, String out, String err) {}

    private static Answer reload(String... more) {
        return shapan("reload", more);
    }

    /** A sub-command on the data directory of the server. */
    private static Answer shapan(String name, String... more) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = Shapan.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        List<String> arguments =
                new ArrayList<>(List.of(name, "--data", folder.resolve("data").toString()));
        arguments.addAll(List.of(more));
        int exit = command.execute(arguments.toArray(String[]::new));
        return new Answer(exit, out.toString(), err.toString());
    }

    /** Turnover of some products, from the fact rows. */
    private static BigDecimal bySql(String condition) throws Exception {
        return number("SELECT SUM(f.store_sales) FROM sales_fact_1997 f JOIN product p ON p.product_id = f.product_id"
                + " JOIN product_class c ON c.product_class_id = p.product_class_id WHERE " + condition);
    }

    private static BigDecimal number(String sql) throws Exception {
        try (Connection connection = postgres.connection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getBigDecimal(1).setScale(2, RoundingMode.HALF_UP);
        }
    }

    /** The first cell of a row of the pivot. */
    private static BigDecimal cell(Page page, String rowHeader) {
        Locator row = page.locator("[role=row]")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("[role=rowheader]:has-text('" + rowHeader + "')")));
        row.first().waitFor();
        String text = row.first().locator("[role=gridcell]").first().innerText();
        return new BigDecimal(text.strip().replace(",", ""));
    }

    private static BrowserContext signedIn(String language) throws Exception {
        return browser.signedIn(server.url(), PASSWORD, language);
    }
}
