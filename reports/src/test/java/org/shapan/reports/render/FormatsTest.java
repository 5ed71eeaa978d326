package org.shapan.reports.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import net.sf.jasperreports.engine.JRDataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.olap4j.OlapConnection;
import org.shapan.reports.insight.ReportInsight;
import org.shapan.reports.template.Template;
import org.shapan.reports.template.TemplateCatalog;
import org.shapan.reports.template.Texts;

/** Reports as HTML and CSV, and what a mail shows of them. */
class FormatsTest {
    private static final Map<String, String> XIANGZHOU = Map.of("branch", "香洲");
    private static final String SLY = "<script>alert(1)</script><img src=x onerror=alert(1)>";

    @Test
    void theHtmlPageShowsThePdfsTextAndFetchesNothing() throws Exception {
        RenderedReport html = Documents.render("R03", XIANGZHOU, Locale.SIMPLIFIED_CHINESE, ReportFormat.HTML);

        String page = new String(html.content(), StandardCharsets.UTF_8);
        assertThat(html.fileName()).isEqualTo("R03-201003-香洲.html");
        String shown = page.replaceAll("(?s)<[^>]*>", "").replace("&nbsp;", " ");
        assertThat(shown).contains("片区化管理分公司报告", "拱北", "第 1 页");
        String pdf = Documents.text(Documents.render("R03", XIANGZHOU, Locale.SIMPLIFIED_CHINESE, ReportFormat.PDF));
        List<String> money = Pattern.compile("\\d+\\.\\d\\d 万元")
                .matcher(pdf)
                .results()
                .map(m -> m.group())
                .toList();
        assertThat(money)
                .isNotEmpty()
                .allSatisfy(figure -> assertThat(shown).contains(figure.substring(0, figure.indexOf(' '))));
        assertThat(page).doesNotContainIgnoringCase("<script", "<link", "<iframe");
        assertThat(page).contains("sans-serif");
        assertThat(Pattern.compile("(?:src|href)=\"(?!data:|#|http://portal\\.example)[^\"]*")
                        .matcher(page)
                        .results()
                        .toList())
                .isEmpty();
    }

    @Test
    void markupInATextStaysText() throws Exception {
        try (OlapConnection connection = Documents.PROVINCE.connect()) {
            ReportRenderer renderer = new ReportRenderer(
                    TemplateCatalog.bundled(),
                    ReportInsight.NONE,
                    Documents.PROVINCE::data,
                    new ReportSettings(java.time.ZoneId.of("Asia/Shanghai"), null),
                    java.time.Clock.systemUTC());
            RenderedReport html = renderer.render(
                    new ReportRequest("R03", Map.of("branch", "Xiangzhou"), Locale.ENGLISH, ReportFormat.HTML, SLY),
                    connection);

            String page = new String(html.content(), StandardCharsets.UTF_8);
            assertThat(page).doesNotContain("<script", "<img src=x").contains("&lt;script&gt;");
        }
    }

    @Test
    void theCsvHoldsTheRowsOfTheWorkbooksTable() throws Exception {
        RenderedReport csv = Documents.render("R05", XIANGZHOU, Locale.SIMPLIFIED_CHINESE, ReportFormat.CSV);
        RenderedReport book = Documents.render("R05", XIANGZHOU, Locale.SIMPLIFIED_CHINESE, ReportFormat.XLSX);

        String text = new String(csv.content(), StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFF").endsWith("\r\n");
        List<String[]> lines =
                text.substring(1).lines().map(line -> line.split(",", -1)).toList();
        List<String> heads = List.of(lines.getFirst());
        String sheet = Texts.of("R05", Locale.CHINA).text("sheet.6.owners");
        Map<String, BigDecimal> shown = new LinkedHashMap<>();
        for (String[] line : lines.subList(1, lines.size())) {
            String value = line[heads.indexOf("实际")];
            if (!value.isEmpty() && new BigDecimal(value).signum() != 0) {
                shown.put(line[0], Documents.figure(new BigDecimal(value)));
            }
        }
        assertThat(shown).isNotEmpty().isEqualTo(Documents.column(book, sheet, heads.getFirst(), "实际"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "=HYPERLINK(\"http://x\",\"y\")"})
    void aTextThatLooksLikeAFormulaIsNone(String caption) {
        Template template = TemplateCatalog.bundled().find("R03").orElseThrow();
        JRDataset table = Sheets.of(template.design()).getLast();
        String first = Sheets.columns(table).getFirst().getName();

        String csv = new String(
                CsvTable.of(table, List.of(Map.of(first, caption)), Texts.of("R03", Locale.ENGLISH)),
                StandardCharsets.UTF_8);

        String line = csv.substring(csv.indexOf("\r\n") + 2);
        assertThat(line).matches("(?s)\"?'.*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"R03", "R06", "R19"})
    void theSummaryHasSentenceFiguresFiltersAndChart(String id) throws Exception {
        Map<String, String> parameters =
                id.equals("R03") ? XIANGZHOU : id.equals("R19") ? Map.of("campaign", "C20090401") : Map.of();
        try (OlapConnection connection = Documents.PROVINCE.connect()) {
            ReportRenderer renderer = new ReportRenderer(
                    TemplateCatalog.bundled(),
                    ReportInsight.NONE,
                    Documents.PROVINCE::data,
                    new ReportSettings(java.time.ZoneId.of("Asia/Shanghai"), null),
                    java.time.Clock.systemUTC());

            Summary summary = renderer.prepare(
                            new ReportRequest(id, parameters, Locale.SIMPLIFIED_CHINESE, ReportFormat.PDF), connection)
                    .summary();

            assertThat(summary.sentence()).isNotBlank().doesNotContain("<");
            assertThat(summary.tiles())
                    .hasSizeGreaterThanOrEqualTo(5)
                    .allSatisfy(tile -> assertThat(tile.label()).isNotBlank());
            assertThat(summary.tiles())
                    .anySatisfy(tile -> assertThat(tile.value()).matches(".*\\d.*"));
            assertThat(summary.filters()).isNotEmpty();
            byte[] png = summary.chart().orElseThrow().png();
            assertThat(Stream.of(ImageIO.read(new ByteArrayInputStream(png))).map(image -> image.getWidth()))
                    .containsExactly(2 * summary.chart().get().width());
        }
    }
}
