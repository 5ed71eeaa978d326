package org.shapan.reports.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.olap4j.OlapConnection;
import org.shapan.reports.crosstab.CrossTab.Mark;
import org.shapan.reports.crosstab.CrossTabLimits;
import org.shapan.reports.insight.ReportInsight;
import org.shapan.reports.insight.ReportState;
import org.shapan.reports.template.TemplateCatalog;

/** The report of a saved pivot: what stands on its pages, and how a result comes to stand on several. */
class CrossTabReportTest {
    private static final Map<String, String> PIVOT = Map.of("pivot", "12");
    private static final Map<String, String> BROKEN = Map.of("pivot", "12", "breaks", "true");

    @Test
    void aSmallResultIsAnUprightPageWithAllThatIsToBeKnown() throws Exception {
        try (PDDocument pdf = pdf(WrittenTable.of(2, 3, 2, Mark.NONE), PIVOT, Locale.ENGLISH)) {
            String text = text(pdf, 1);

            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            assertThat(across(pdf)).isFalse();
            assertThat(text)
                    .contains(
                            "Revenue & subscribers <by> branch",
                            "Pivot · Operations",
                            "Brand GoTone, Easyown · Time 2010")
                    .contains("Author 何建平", "Data until 2010-03-31", "Run 2010-04-06 08:11", "For He", "Page 1 of 1")
                    .contains("Month 1", "Gross revenue", "Branch 2 total", "Open in the portal");
            assertThat(figures(text)).contains("0", "3", "1,002", "7,003", "8,000");
        }
    }

    @Test
    void chineseReadersGetTheirWords() throws Exception {
        try (PDDocument pdf = pdf(WrittenTable.of(2, 3, 12, Mark.NONE), PIVOT, Locale.SIMPLIFIED_CHINESE)) {
            assertThat(text(pdf, 1)).contains("透视表 · Operations", "筛选", "作者 何建平", "数据截至", "收件人 He", "第 1 页");
        }
    }

    @Test
    void headsAreRepeatedAndWhatGoesOnSaysSo() throws Exception {
        try (PDDocument pdf = pdf(WrittenTable.of(3, 60, 2, Mark.NONE), PIVOT, Locale.ENGLISH)) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(5);
            for (int page = 1; page <= 5; page++) {
                assertThat(text(pdf, page))
                        .contains("Month 1", "Month 2", "Gross revenue", "Time 2010", "Page " + page);
            }
            assertThat(text(pdf, 2))
                    .contains("Branch 1 (cont.)")
                    .contains("Branch 2")
                    .doesNotContain("Branch 2 (cont.)");
        }
    }

    @Test
    void eachMemberOfTheFirstFieldBeginsAPageAndSharesItWithNone() throws Exception {
        try (PDDocument pdf = pdf(WrittenTable.of(3, 4, 2, Mark.NONE), BROKEN, Locale.ENGLISH)) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(4);
            for (int page = 1; page <= 3; page++) {
                assertThat(text(pdf, page)).contains("Branch " + page + " total");
                for (int other = 1; other <= 3; other++) {
                    if (other != page) {
                        assertThat(text(pdf, page)).doesNotContain("Branch " + other, "Area " + other);
                    }
                }
            }
            assertThat(text(pdf, 4)).contains("Total").doesNotContain("Area");
            assertThat(pdf.getDocumentCatalog().getDocumentOutline().children())
                    .extracting(item -> item.getTitle())
                    .containsExactly("Branch 1", "Branch 2", "Branch 3", "Total");
        }
    }

    @ParameterizedTest
    @CsvSource({"zh, 目录", "en, Contents"})
    void aLongDocumentInPartsBeginsWithItsContents(Locale locale, String heading) throws Exception {
        int branches = 90;
        try (PDDocument pdf = pdf(WrittenTable.of(branches, 40, 2, Mark.NONE), BROKEN, locale)) {
            int contents = 0;
            Map<String, Integer> listed = new LinkedHashMap<>();
            while (text(pdf, contents + 1).contains(heading)) {
                contents++;
                Matcher line =
                        Pattern.compile("(?m)^(Branch \\d+|Total) (\\d+)$").matcher(text(pdf, contents));
                while (line.find()) {
                    listed.put(line.group(1), Integer.parseInt(line.group(2)));
                }
            }

            assertThat(contents).isEqualTo(3);
            assertThat(listed).hasSize(branches + 1);
            for (Map.Entry<String, Integer> entry : listed.entrySet()) {
                String page = text(pdf, entry.getValue());
                assertThat(page.lines()).as("page %d", entry.getValue()).contains(entry.getKey());
                assertThat(page)
                        .contains(
                                locale.equals(Locale.ENGLISH)
                                        ? "Page " + entry.getValue() + " of " + pdf.getNumberOfPages()
                                        : "第 " + entry.getValue() + " 页，共 " + pdf.getNumberOfPages() + " 页");
            }
            PDOutlineItem second = pdf.getDocumentCatalog()
                    .getDocumentOutline()
                    .getFirstChild()
                    .getNextSibling();
            assertThat(pdf.getPages().indexOf(second.findDestinationPage(pdf)) + 1)
                    .isEqualTo(listed.get(second.getTitle()));
            List<Integer> links = new ArrayList<>();
            for (PDAnnotation annotation : pdf.getPage(0).getAnnotations()) {
                if (annotation instanceof PDAnnotationLink link && page(link) instanceof PDPageDestination to) {
                    links.add(to.retrievePageNumber() + 1);
                }
            }
            assertThat(links).contains(listed.get("Branch 1"), listed.get("Branch 2"));
        }
    }

    private static PDDestination page(PDAnnotationLink link) throws IOException {
        return link.getAction() instanceof PDActionGoTo go ? go.getDestination() : link.getDestination();
    }

    @Test
    void aShortDocumentAndOneWithoutPartsHaveNoContents() throws Exception {
        try (PDDocument parts = pdf(WrittenTable.of(8, 4, 2, Mark.NONE), BROKEN, Locale.ENGLISH);
                PDDocument whole = pdf(WrittenTable.of(20, 60, 2, Mark.NONE), PIVOT, Locale.ENGLISH)) {
            assertThat(parts.getNumberOfPages()).isEqualTo(9);
            assertThat(text(parts, 1)).doesNotContain("Contents");
            assertThat(whole.getNumberOfPages()).isGreaterThan(10);
            assertThat(text(whole, 1)).doesNotContain("Contents");
        }
    }

    @Test
    void whatIsWideGoesAcrossThenSmallerThenOnFurtherPages() throws Exception {
        try (PDDocument across = pdf(WrittenTable.of(1, 2, 5, Mark.NONE), PIVOT, Locale.ENGLISH);
                PDDocument torn = pdf(WrittenTable.of(1, 2, 20, Mark.NONE), PIVOT, Locale.ENGLISH)) {
            assertThat(across.getNumberOfPages()).isEqualTo(1);
            assertThat(across(across)).isTrue();
            List<String> heads = new ArrayList<>();
            List<String> figures = new ArrayList<>();
            for (int page = 1; page <= torn.getNumberOfPages(); page++) {
                String text = text(torn, page);
                assertThat(text).contains("Area 1.1", "Area 1.2", "Branch 1", " of 40");
                text.lines().filter(line -> line.contains("Month ")).forEach(heads::add);
                text.lines()
                        .filter(line -> line.contains("Area 1.2"))
                        .flatMap(line -> figures(line).stream())
                        .forEach(figures::add);
            }
            assertThat(torn.getNumberOfPages()).isGreaterThan(1);
            for (int month = 1; month <= 20; month++) {
                String name = "Month " + month;
                assertThat(heads.stream().filter(line -> (line + " ").contains(name + " ")))
                        .as(name)
                        .hasSize(1);
            }
            for (int column = 0; column < 40; column++) {
                assertThat(figures).contains("1,0%02d".formatted(column));
            }
        }
    }

    @Test
    void marksCountForConditionsAndKeepTheirFigures() throws Exception {
        Mark red = new Mark(0, new Color(0xFBE9E6), ReportState.RED);
        try (OlapConnection connection = Documents.PROVINCE.connect()) {
            Filling filling = renderer(WrittenTable.of(2, 3, 1, red), CrossTabLimits.DEFAULT)
                    .prepare(request(PIVOT, Locale.ENGLISH, ReportFormat.PDF), connection);

            Reading reading = filling.reading();

            assertThat(reading.red()).isEqualTo(6);
            assertThat(reading.figures()).isEqualTo(18);
            assertThat(new String(filling.document(ReportFormat.HTML).content(), StandardCharsets.UTF_8))
                    .contains("Revenue &amp; subscribers &lt;by&gt; branch", "7,001", "#FBE9E6")
                    .doesNotContain("<by>");
            assertThat(filling.firstPage()).startsWith(0x89, 'P', 'N', 'G');
        }
    }

    @Test
    void signsArePrintedAndCopied() throws Exception {
        Mark yellow = new Mark(0, new Color(0xFCF1D6), ReportState.YELLOW);
        try (PDDocument pdf = pdf(WrittenTable.of(1, 2, 1, yellow), PIVOT, Locale.ENGLISH)) {
            assertThat(text(pdf, 1).lines().filter(line -> line.contains("Area 1.2")))
                    .singleElement()
                    .asString()
                    .containsSubsequence("▲", "1,000", "▲", "1,001");
        }
    }

    @Test
    void anEmptyResultSaysSoAndIsBlank() throws Exception {
        WrittenTable nothing = new WrittenTable(List.of(), List.of(), Mark.NONE);
        try (PDDocument pdf = pdf(nothing, PIVOT, Locale.ENGLISH);
                OlapConnection connection = Documents.PROVINCE.connect()) {
            Filling filling = renderer(nothing, CrossTabLimits.DEFAULT)
                    .prepare(request(PIVOT, Locale.ENGLISH, ReportFormat.PDF), connection);

            assertThat(text(pdf, 1)).contains("No data", "Time 2010");
            assertThat(filling.reading().isBlank()).isTrue();
        }
    }

    @Test
    void whatIsTooLargeIsRefusedByTheNameOfItsLimit() {
        WrittenTable table = WrittenTable.of(4, 5, 2, Mark.NONE);

        assertRefused(table, new CrossTabLimits(10, 100, 100), "shapan.reports.pivot-rows", "has 25 rows");
        assertRefused(table, new CrossTabLimits(100, 3, 100), "shapan.reports.pivot-columns", "has 4 columns");
        assertRefused(table, new CrossTabLimits(100, 100, 3), "shapan.reports.pivot-pages", "XLSX or CSV");
    }

    private static void assertRefused(WrittenTable table, CrossTabLimits limits, String setting, String words) {
        assertThatThrownBy(() -> render(table, BROKEN, Locale.ENGLISH, ReportFormat.PDF, limits))
                .isInstanceOfSatisfying(ReportException.class, e -> {
                    assertThat(e.code()).isEqualTo(ReportException.Code.TOO_LARGE);
                    assertThat(e.parameter()).isEqualTo(setting);
                    assertThat(e.isTransient()).isFalse();
                })
                .hasMessageContaining(words);
    }

    @Test
    void parametersThatAreNoneAreRefused() {
        WrittenTable table = WrittenTable.of(1, 1, 1, Mark.NONE);

        for (Map<String, String> wrong : List.of(
                Map.of("pivot", "12", "breaks", "perhaps"),
                Map.of("pivot", "12", "version", "1.5"),
                Map.<String, String>of("breaks", "true"))) {
            assertThatThrownBy(() -> render(table, wrong, Locale.ENGLISH, ReportFormat.PDF, CrossTabLimits.DEFAULT))
                    .isInstanceOfSatisfying(
                            ReportException.class,
                            e -> assertThat(e.isRefusal()).isTrue());
        }
    }

    private static PDDocument pdf(WrittenTable table, Map<String, String> parameters, Locale locale) throws Exception {
        return Loader.loadPDF(render(table, parameters, locale, ReportFormat.PDF, CrossTabLimits.DEFAULT)
                .content());
    }

    private static RenderedReport render(
            WrittenTable table,
            Map<String, String> parameters,
            Locale locale,
            ReportFormat format,
            CrossTabLimits limits)
            throws SQLException {
        try (OlapConnection connection = Documents.PROVINCE.connect()) {
            return renderer(table, limits).render(request(parameters, locale, format), connection);
        }
    }

    private static ReportRequest request(Map<String, String> parameters, Locale locale, ReportFormat format) {
        return new ReportRequest("RU", parameters, locale, format, "He", "he");
    }

    private static ReportRenderer renderer(WrittenTable table, CrossTabLimits limits) {
        return new ReportRenderer(
                TemplateCatalog.bundled(),
                ReportInsight.NONE,
                table.asSource(),
                Documents.PROVINCE::data,
                new ReportSettings(ZoneId.of("Asia/Shanghai"), "http://portal.example", limits),
                Clock.fixed(Instant.parse("2010-04-06T00:11:00Z"), ZoneOffset.UTC));
    }

    private static String text(PDDocument pdf, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(pdf);
    }

    private static boolean across(PDDocument pdf) {
        boolean wide = pdf.getPage(0).getMediaBox().getWidth()
                > pdf.getPage(0).getMediaBox().getHeight();
        return wide ^ pdf.getPage(0).getRotation() % 180 != 0;
    }

    private static List<String> figures(String text) {
        return List.of(text.split("\\s+"));
    }
}
