package org.shapan.reports.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.sf.jasperreports.engine.JREmptyDataSource;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.repo.RepositoryUtil;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.olap4j.OlapConnection;
import org.shapan.reports.TelecomProvince;
import org.shapan.reports.insight.ReportInsight;
import org.shapan.reports.render.ReportException.Code;
import org.shapan.reports.template.JasperContext;
import org.shapan.reports.template.TemplateCatalog;
import org.shapan.reports.template.TemplateFault;
import org.shapan.reports.template.TemplateFault.Reason;

/** Reports of a template that an administrator wrote, over the real cubes. */
class FolderTemplateTest {
    private static final String XIANGZHOU = "香洲";

    private final TelecomProvince province = TelecomProvince.get();

    @TempDir
    private Path folder;

    private TemplateCatalog catalog;
    private ReportRenderer renderer;

    @BeforeEach
    void deploy() throws IOException {
        for (String name : List.of("X01.jrxml", "X01.properties", "X01_en.properties")) {
            Files.writeString(folder.resolve(name), resource(name));
        }
        catalog = TemplateCatalog.with(folder);
        renderer = new ReportRenderer(
                catalog,
                ReportInsight.NONE,
                province::data,
                new ReportSettings(ZoneId.of("Asia/Shanghai"), null),
                Clock.systemUTC());
    }

    @Test
    void itIsRenderedInBothLanguagesWithTheFiguresOfABuildTemplate() throws Exception {
        assertThat(catalog.reload(trial())).isEmpty();

        try (OlapConnection connection = province.connect()) {
            String chinese = text(render("X01", Locale.CHINA, connection));
            String english = text(render("X01", Locale.ENGLISH, connection));

            assertThat(chinese).contains("自制分公司表").contains("第 1 页").contains(XIANGZHOU);
            assertThat(english).contains("Own branch table").contains("Page 1 of");
        }
    }

    @Test
    void aBranchManagerGetsNothingOfAnotherBranch() throws Exception {
        try (OlapConnection connection = province.connectIn("[Area].[Managed].[Zhuhai].[Xiangzhou]")) {
            assertThatThrownBy(() -> renderer.render(
                            new ReportRequest("X01", Map.of("branch", "斗门"), Locale.CHINA, ReportFormat.PDF),
                            connection))
                    .isInstanceOfSatisfying(
                            ReportException.class, e -> assertThat(e.code()).isEqualTo(Code.UNKNOWN_MEMBER));
        }
    }

    @Test
    void aQueryThatTheCubesDoNotKnowIsAFault() throws IOException {
        rewrite(
                "SELECT { [Measures].[Gross revenue] } ON COLUMNS,\n",
                "SELECT { [Measures].[Gross revenues] } ON COLUMNS,\n");

        assertThat(catalog.reload(trial())).first().satisfies(fault -> {
            assertThat(fault.reason()).isEqualTo(Reason.QUERY);
            assertThat(fault.detail()).contains("Gross revenues");
        });
        assertThat(catalog.find("X01")).isEmpty();
    }

    @Test
    void aFieldThatIsOnNoColumnIsFoundByTheTrial() throws IOException {
        rewrite("<![CDATA[[Measures].[Gross revenue]]]>", "<![CDATA[[Measures].[ARPU]]]>");

        assertThat(catalog.reload(trial())).extracting(TemplateFault::reason).containsExactly(Reason.TRIAL);
    }

    @Test
    void aPromptOfALevelThatIsNotThereIsAFault() throws IOException {
        rewrite("[Area].[Managed].[Branch]", "[Area].[Managed].[Village]");

        assertThat(catalog.reload(trial()))
                .extracting(TemplateFault::reason)
                .isNotEmpty()
                .containsAnyOf(Reason.QUERY, Reason.TRIAL);
    }

    @Test
    void anImageOfTheFolderIsShownAndNoOther(@TempDir Path elsewhere) throws Exception {
        Files.copy(Path.of("src/test/resources/org/shapan/reports/folder/logo.png"), folder.resolve("logo.png"));
        rewrite("org.shapan.reports.chart.StateMark.of($F{state})", "\"logo.png\"");
        assertThat(catalog.reload(trial())).isEmpty();

        Files.move(folder.resolve("logo.png"), elsewhere.resolve("logo.png"));
        Files.createSymbolicLink(folder.resolve("logo.png"), elsewhere.resolve("logo.png"));
        assertThat(catalog.reload(trial())).extracting(TemplateFault::reason).contains(Reason.RESOURCE);
    }

    /** The second line, should a check ever let something through. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc/hostname",
                "file:///etc/hostname",
                "http://127.0.0.1:1/",
                "../R03.jasper",
                "org/shapan/reports/template/R03.jasper",
                "java/lang/Object.class",
                "org/shapan/reports/template/../../../../log4j.properties"
            })
    void noOtherResourceIsOpened(String location) {
        JasperReportsContext context = JasperContext.create(folder);

        assertThatThrownBy(() -> RepositoryUtil.getInstance(context).getBytesFromLocation(location))
                .isInstanceOf(JRException.class);
        assertThatThrownBy(() -> RepositoryUtil.getInstance(context).getReport(null, location))
                .isInstanceOf(JRException.class);
    }

    /** The third line: the classes of an expression's code. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "System.getProperty(\"user.home\")",
                "Runtime.getRuntime().toString()",
                "\"\".getClass().toString()",
                "new java.io.File(\"/\").toString()",
                "java.nio.file.Path.of(\"/\").toString()"
            })
    void noOtherClassIsReachedWhenAnExpressionRuns(String expression) throws Exception {
        JasperReportsContext context = JasperContext.create(folder);
        String jrxml =
                "<jasperReport name=\"T\" language=\"java\" pageWidth=\"100\" pageHeight=\"100\" columnWidth=\"100\" leftMargin=\"0\""
                        + " rightMargin=\"0\" topMargin=\"0\" bottomMargin=\"0\"><title height=\"20\"><element kind=\"textField\" x=\"0\" y=\"0\""
                        + " width=\"100\" height=\"20\"><expression><![CDATA[" + expression
                        + "]]></expression></element></title></jasperReport>";
        var report = JasperCompileManager.getInstance(context)
                .compile(new java.io.ByteArrayInputStream(jrxml.getBytes(StandardCharsets.UTF_8)));

        assertThatThrownBy(() ->
                        JasperFillManager.getInstance(context).fill(report, new HashMap<>(), new JREmptyDataSource()))
                .hasStackTraceContaining("not visible");
    }

    private TemplateTrial trial() {
        return new TemplateTrial(renderer, province::connect, true);
    }

    private RenderedReport render(String id, Locale locale, OlapConnection connection) {
        return renderer.render(
                new ReportRequest(
                        id, Map.of("branch", "[Area].[Managed].[Zhuhai].[Xiangzhou]"), locale, ReportFormat.PDF),
                connection);
    }

    private static String text(RenderedReport report) throws IOException {
        try (PDDocument pdf = org.apache.pdfbox.Loader.loadPDF(report.content())) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    private void rewrite(String old, String put) throws IOException {
        String jrxml = resource("X01.jrxml");
        assertThat(jrxml).contains(old);
        Files.writeString(folder.resolve("X01.jrxml"), jrxml.replace(old, put));
    }

    private static String resource(String name) {
        try (var in = FolderTemplateTest.class.getResourceAsStream("/org/shapan/reports/folder/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
