package org.shapan.reports.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.olap4j.OlapConnection;
import org.shapan.reports.TelecomProvince;
import org.shapan.reports.insight.Assessment;
import org.shapan.reports.insight.ReportInsight;
import org.shapan.reports.insight.ReportState;
import org.shapan.reports.render.ReportException.Code;
import org.shapan.reports.template.TemplateCatalog;

/** Reports over the real engine and a generated province. */
class ReportRendererTest {
    private final TelecomProvince province = TelecomProvince.get();
    private ReportInsight insight = ReportInsight.NONE;

    @ParameterizedTest
    @CsvSource({
        "R03, zh, 片区化管理分公司报告, 第 1 页，共",
        "R03, en, Partitioned-area branch report, Page 1 of",
        "R06, zh, SP 监控月报, 第 1 页，共",
        "R06, en, SP monitoring monthly, Page 1 of"
    })
    void everyReportIsReadableInBothLanguages(String id, Locale locale, String title, String page) throws Exception {
        RenderedReport report = render(id, locale, ReportFormat.PDF);

        String text = text(report);
        assertThat(text).contains(title).contains(page).contains("2010-03-31").contains(report.documentId());
        assertThat(fonts(report))
                .isNotEmpty()
                .allSatisfy(font -> assertThat(font.isEmbedded()).isTrue());
        keep(report, locale);
    }

    @Test
    void theBranchTotalIsTheSumOfTheWarehouseToTheCent() throws Exception {
        RenderedReport report = render("R03", Locale.SIMPLIFIED_CHINESE, ReportFormat.XLSX);

        List<Row> areas = sheet(report, "微区域");
        int revenue = column(areas.getFirst(), "收入");
        BigDecimal total = areas.getLast().getCellAsNumber(revenue).orElseThrow();
        BigDecimal sum = BigDecimal.ZERO;
        for (Row row : areas.subList(1, areas.size() - 1)) {
            sum = sum.add(row.getCellAsNumber(revenue).orElseThrow());
        }
        BigDecimal warehouse = scalar("""
                select sum(f.fee_gross) from f_rev_detail f
                join d_area_leaf l using (k_leaf) join d_area a using (k_area)
                where f.k_month = 201003 and a.branch_zh = '香洲'""");
        assertThat(total).isEqualByComparingTo(warehouse);
        assertThat(sum).isEqualByComparingTo(warehouse);
    }

    @Test
    void theSpTotalIsTheSumOfTheWarehouseToTheCent() throws Exception {
        RenderedReport report = render("R06", Locale.SIMPLIFIED_CHINESE, ReportFormat.XLSX);

        List<Row> companies = sheet(report, "合作公司");
        int fee = column(companies.getFirst(), "信息费");
        BigDecimal warehouse = scalar("select sum(fee) from f_sp_user where k_month = 201003");
        assertThat(companies.getLast().getCellAsNumber(fee).orElseThrow()).isEqualByComparingTo(warehouse);
        assertThat(companies.subList(1, companies.size() - 1).stream()
                        .map(row -> row.getCellAsNumber(fee).orElse(BigDecimal.ZERO))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(warehouse);
    }

    @Test
    void thePdfShowsTheFiguresOfTheWorkbook() throws Exception {
        List<Row> areas = sheet(render("R03", Locale.SIMPLIFIED_CHINESE, ReportFormat.XLSX), "微区域");
        BigDecimal total =
                areas.getLast().getCellAsNumber(column(areas.getFirst(), "收入")).orElseThrow();

        String pdf = text(render("R03", Locale.SIMPLIFIED_CHINESE, ReportFormat.PDF));

        assertThat(pdf).contains(new Figures(org.shapan.reports.template.Texts.of("R03", Locale.CHINA)).money(total));
    }

    @Test
    void theFirstSheetSaysWhatTheNumbersAre() throws Exception {
        List<Row> about = sheet(render("R03", Locale.SIMPLIFIED_CHINESE, ReportFormat.XLSX), "说明");

        assertThat(about.stream().map(row -> row.getCellText(0) + "=" + row.getCellText(1)))
                .contains("分公司=香洲", "周期=2010年3月", "品牌=全部")
                .anyMatch(line -> line.startsWith("数据=数据截至 2010-03-31"));
    }

    @Test
    void withoutInsightNothingIsJudged() throws Exception {
        List<Row> areas = sheet(render("R03", Locale.SIMPLIFIED_CHINESE, ReportFormat.XLSX), "微区域");

        int expected = column(areas.getFirst(), "预期");
        assertThat(areas.subList(1, areas.size()))
                .allSatisfy(row -> assertThat(row.getCellText(expected)).isEmpty());
    }

    @Test
    void insightIsAskedOncePerColumnAndItsJudgementIsShown() throws Exception {
        insight = (connection, cells) -> cells.stream()
                .map(cell -> cell.measure()
                                .filter(m -> m.getName().equals("Gross revenue"))
                                .isPresent()
                        ? new Assessment(new BigDecimal(100_000), null, null, ReportState.RED)
                        : Assessment.ABSENT)
                .toList();

        RenderedReport report = render("R03", Locale.SIMPLIFIED_CHINESE, ReportFormat.XLSX);

        List<Row> areas = sheet(report, "微区域");
        int revenue = column(areas.getFirst(), "收入");
        int difference = column(areas.getFirst(), "ΔE");
        assertThat(areas.subList(1, areas.size())).isNotEmpty().allSatisfy(row -> {
            BigDecimal actual = row.getCellAsNumber(revenue).orElseThrow();
            assertThat(row.getCellAsNumber(difference).orElseThrow())
                    .isEqualByComparingTo(actual.subtract(new BigDecimal(100_000)));
            assertThat(row.getCellText(column(areas.getFirst(), "状态"))).isEqualTo("红");
        });
        assertThat(text(render("R03", Locale.SIMPLIFIED_CHINESE, ReportFormat.PDF)))
                .contains("■");
    }

    @Test
    void aMemberIsFoundByCaptionNameOrUniqueName() throws Exception {
        String byCaption = render("香洲").documentId();

        assertThat(render("Xiangzhou").documentId()).isEqualTo(byCaption);
        assertThat(byCaption).isEqualTo("R03-201003-香洲");
    }

    @ParameterizedTest
    @CsvSource({"2010-02, 201002", "201002, 201002", "2010年2月, 201002", "2010/2, 201002"})
    void aMonthIsReadInAnyUsualForm(String given, String month) throws Exception {
        RenderedReport report = render(Map.of("branch", "香洲", "month", given));

        assertThat(report.documentId()).isEqualTo("R03-" + month + "-香洲");
    }

    @Test
    void aWrongRequestNamesWhatIsWrong() {
        assertRefused(Code.MISSING_PARAMETER, "branch", "R03", Map.of());
        assertRefused(Code.UNKNOWN_MEMBER, "branch", "R03", Map.of("branch", "Atlantis"));
        assertRefused(Code.UNKNOWN_MEMBER, "branch", "R03", Map.of("branch", "[Area].[Managed].[x], [Measures].[y]"));
        assertRefused(Code.INVALID_PARAMETER, "month", "R03", Map.of("branch", "香洲", "month", "last week"));
        assertRefused(Code.UNKNOWN_MEMBER, "month", "R03", Map.of("branch", "香洲", "month", "1999-01"));
        assertRefused(Code.UNKNOWN_PARAMETER, "colour", "R03", Map.of("branch", "香洲", "colour", "red"));
        assertRefused(Code.UNKNOWN_TEMPLATE, null, "R99", Map.of());
    }

    private void assertRefused(Code code, String parameter, String id, Map<String, String> parameters) {
        assertThatThrownBy(() -> renderer(province.data())
                        .render(new ReportRequest(id, parameters, Locale.CHINA, ReportFormat.PDF), province.connect()))
                .isInstanceOfSatisfying(ReportException.class, e -> {
                    assertThat(e.code()).isEqualTo(code);
                    assertThat(e.parameter()).isEqualTo(parameter);
                    assertThat(e.isRefusal()).isTrue();
                });
    }

    @Test
    void beforeTheFirstLoadThereIsNothingToReport() {
        assertThatThrownBy(() -> renderer(null)
                        .render(new ReportRequest("R06", Map.of(), Locale.CHINA, ReportFormat.PDF), province.connect()))
                .isInstanceOfSatisfying(
                        ReportException.class, e -> assertThat(e.code()).isEqualTo(Code.NO_DATA));
    }

    @Test
    void theFirstPageComesAsAnImage() throws Exception {
        try (OlapConnection connection = province.connect()) {
            byte[] png = renderer(province.data())
                    .firstPage(new ReportRequest("R06", Map.of(), Locale.CHINA, ReportFormat.PDF), connection);

            assertThat(javax.imageio.ImageIO.read(new ByteArrayInputStream(png)).getHeight())
                    .isEqualTo(640);
        }
    }

    private RenderedReport render(String branch) throws Exception {
        return render(Map.of("branch", branch));
    }

    private RenderedReport render(Map<String, String> parameters) throws Exception {
        try (OlapConnection connection = province.connect()) {
            return renderer(province.data())
                    .render(new ReportRequest("R03", parameters, Locale.CHINA, ReportFormat.PDF), connection);
        }
    }

    private RenderedReport render(String id, Locale locale, ReportFormat format) throws Exception {
        Map<String, String> parameters = id.equals("R03") ? Map.of("branch", "Xiangzhou") : Map.of();
        try (OlapConnection connection = province.connect()) {
            return renderer(province.data())
                    .render(new ReportRequest(id, parameters, locale, format, "何建平，分公司经理"), connection);
        }
    }

    private ReportRenderer renderer(DataState data) {
        return new ReportRenderer(
                TemplateCatalog.bundled(),
                (connection, cells) -> insight.assess(connection, cells),
                () -> data,
                new ReportSettings(ZoneId.of("Asia/Shanghai"), "http://portal.example"),
                Clock.fixed(Instant.parse("2010-04-06T00:11:00Z"), ZoneOffset.UTC));
    }

    private static String text(RenderedReport report) throws IOException {
        try (PDDocument document = Loader.loadPDF(report.content())) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static List<PDFont> fonts(RenderedReport report) throws IOException {
        try (PDDocument document = Loader.loadPDF(report.content())) {
            java.util.List<PDFont> fonts = new java.util.ArrayList<>();
            for (var page : document.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    fonts.add(page.getResources().getFont(name));
                }
            }
            return fonts;
        }
    }

    private static List<Row> sheet(RenderedReport report, String name) throws IOException {
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(report.content()))) {
            Sheet sheet = book.findSheet(name).orElseThrow();
            return sheet.read();
        }
    }

    private static int column(Row head, String caption) {
        for (int i = 0; i < head.getCellCount(); i++) {
            if (head.getCellText(i).equals(caption)) {
                return i;
            }
        }
        throw new AssertionError("no column " + caption + " in " + head);
    }

    private BigDecimal scalar(String sql) throws Exception {
        try (Connection connection = province.database().dataSource().getConnection();
                ResultSet result = connection.createStatement().executeQuery(sql)) {
            result.next();
            return result.getBigDecimal(1);
        }
    }

    /** Leaves the document beside the test classes, to be looked at. */
    private static void keep(RenderedReport report, Locale locale) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "documents"));
        Files.write(folder.resolve(locale.getLanguage() + "-" + report.fileName()), report.content());
    }
}
