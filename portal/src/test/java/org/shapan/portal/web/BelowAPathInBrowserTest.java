package org.shapan.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shapan.portal.CiProvince;
import org.shapan.portal.TestBrowser;
import org.shapan.portal.TestPortal;
import org.shapan.portal.Walk;
import org.shapan.portal.cli.ExitCode;
import org.shapan.portal.cli.Shapan;
import picocli.CommandLine;

/** A portal below a path of a host name that others share. */
class BelowAPathInBrowserTest {
    private static final String PASSWORD = "one grain of sand";

    @TempDir
    Path data;

    @Test
    void pagesLinksDrawingsAndSubCommandsFindTheirWay() throws Exception {
        try (TestPortal portal = TestPortal.start(
                        CiProvince.copy(data),
                        Map.of("SHAPAN_ADMIN_PASSWORD", PASSWORD, "server.servlet.context-path", "/bi"));
                TestBrowser browser = TestBrowser.open();
                Walk walk = Walk.of(portal, browser, "admin", PASSWORD, "path", "zh")) {
            String url = portal.server().url();
            Page page = walk.page();
            assertThat(url).endsWith("/bi/");
            assertThat(page.url()).startsWith(url);

            page.locator("nav a[href='areas']").click();
            page.locator(".tile .v").first().waitFor();
            assertThat(page.url()).isEqualTo(url + "areas");
            page.locator("sp-chart svg").first().waitFor();
            walk.open("areas/locate");
            page.locator(".tree .node").first().waitFor();
            walk.open("pivot");
            page.locator("[role=gridcell]").first().waitFor();
            walk.open("admin/accounts");
            page.locator(".card").first().waitFor();
            assertThat(walk.complaints()).isEmpty();

            assertThat(portal.visitor().get("login").body()).contains("<base href=\"/bi/\">");
            StringWriter err = new StringWriter();
            CommandLine command = Shapan.commandLine();
            command.setErr(new PrintWriter(err, true));
            assertThat(command.execute("reload", "--data", data.toString()))
                    .as(err.toString())
                    .isEqualTo(ExitCode.OK);
        }
    }
}
