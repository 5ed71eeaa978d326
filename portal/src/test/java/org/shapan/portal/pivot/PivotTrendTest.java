package org.shapan.portal.pivot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.pivot.PivotModel.Place;
import tools.jackson.databind.JsonNode;

/** A measure shown as its trend, compared with plain SQL by months and with what the pivot shows without it. */
class PivotTrendTest extends OperatedPivot {
    private static final String TREND = ShowAs.TREND.of(GROSS);
    private static final String BRANCH_MONTH = "select sum(fee_gross) from f_revenue where k_month = ";

    @TempDir
    Path folder;

    @Test
    void aTrendHasTheFiguresOfThirteenMonths() throws Exception {
        PivotResult plain = run(branches);
        PivotResult result = run(branches.withMeasures(List.of(GROSS, TREND)));

        assertThat(result.columnCount()).isEqualTo(2);
        int total = result.rowCount() - 1;
        double[] course = result.trend(total, 1);
        assertThat(course).hasSize(13);
        for (int i = 0; i < 13; i++) {
            assertThat(course[i]).as("month %d", i).isCloseTo(sql(BRANCH_MONTH + month(i)), within());
        }
        for (int row = 0; row < plain.rowCount(); row++) {
            assertThat(result.number(row, 0)).isEqualTo(plain.number(row, 0));
            assertThat(result.number(row, 1)).isEqualTo(plain.number(row, 0));
            assertThat(result.trend(row, 0)).isNull();
        }
        double[] first = result.trend(0, 1);
        PivotResult before = run(branches.pick(TIME, List.of(TIME + ".[2009].[Q1].[200903]")));
        assertThat(first[0]).isEqualTo(before.number(0, 0));
        assertThat(result.loads().loads())
                .as("one statement for all rows: %s", result.loads().plan())
                .filteredOn(load -> load.sql() != null)
                .hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void aTrendEndsWithTheLastMonthThatIsFilteredOrWithTheData() throws Exception {
        PivotModel months = branches.withMeasures(List.of(TREND));
        double[] single = totalCourse(months);

        assertThat(totalCourse(months.pick(TIME, List.of("latest 3 " + MONTH)))).containsExactly(single);
        assertThat(totalCourse(months.pick(TIME, List.of(TIME + ".[2010].[Q1]"))))
                .containsExactly(single);
        assertThat(totalCourse(months.pick(TIME, List.of()))).containsExactly(single);
        double[] year = totalCourse(months.pick(TIME, List.of(TIME + ".[2009]")));
        assertThat(year[12]).isCloseTo(sql(BRANCH_MONTH + 200912), within());
    }

    @Test
    void aTrendStandsOnRowsAndBesideTimeAsWell() throws Exception {
        PivotResult onColumns = run(branches.withMeasures(List.of(GROSS, TREND)));
        PivotResult onRows = run(branches.withMeasures(List.of(GROSS, TREND))
                .put(brand, brand + ".[Brand]", Place.COLUMNS)
                .withMeasuresOnRows(true));
        int last = onRows.columnCount() - 1;
        assertThat(onRows.rowCount()).isEqualTo(onColumns.rowCount() * 2);
        assertThat(onRows.trend(1, last)).containsExactly(onColumns.trend(0, 1));
        assertThat(onRows.trend(0, last)).isNull();

        PivotResult times = run(PivotModel.of("Revenue")
                .put(TIME, MONTH, Place.ROWS)
                .pick(TIME, List.of("latest 2 " + MONTH))
                .withMeasures(List.of(GROSS, TREND)));
        assertThat(times.trend(1, 1)[12]).isEqualTo(times.number(1, 0));
        assertThat(times.trend(1, 1)[11]).isEqualTo(times.number(0, 0));
        assertThat(times.trend(0, 1)[12]).isEqualTo(times.number(0, 0));
    }

    @Test
    void rowsAreSortedByAMeasureShownAsATrendAndItCountsInTheSize() throws Exception {
        PivotModel model = branches.withMeasures(List.of(TREND)).withSort(Sort.of(Sort.Order.DESC, TREND, List.of()));

        assertThat(numbers(run(model)))
                .isSortedAccordingTo(Comparator.reverseOrder())
                .hasSizeGreaterThan(1);
        assertThat(session.estimate(model).cells())
                .isEqualTo(session.estimate(branches).cells() * Trend.PERIODS);
    }

    @Test
    void aBranchManagerSeesTheTrendOfHisBranch() throws Exception {
        PivotModel model = branches.withMeasures(List.of(TREND));
        PivotResult all = run(model);
        String own = member(all, 0);
        try (PivotSession manager = session(new PortalUser(2, "manager", "Manager", Set.of(), List.of(own)))) {
            manager.open(Map.of("cube", List.of("Revenue")), LocalDate.of(2010, 3, 31));
            PivotResult result = manager.run(model);
            assertThat(details(result)).containsExactly(details(all).getFirst());
            assertThat(result.trend(result.rowCount() - 1, 0)).containsExactly(all.trend(0, 0));
        }
    }

    @Test
    void aFileOfTextHasAllFiguresAndTheGridTheirHeights() throws Exception {
        PivotResult result = run(branches.withMeasures(List.of(TREND)));
        double[] course = result.trend(0, 0);
        String first =
                IntStream.range(0, 13).mapToObj(i -> CellRange.plain(course[i])).collect(Collectors.joining(" "));

        assertThat(TextExport.COMMA.write(new ExportSheet("t", List.of(), result)))
                .contains(first);
        JsonNode cell = new GridJson(result, "Total").tile(0, 0).get("d").get(0).get(0);
        assertThat(cell.get(4)).hasSize(13);
        int[] heights = Trend.heights(new double[] {2, Double.NaN, 4, 3});
        assertThat(heights).containsExactly(0, -1, 100, 50);
    }

    @Test
    void aWorkbookHasSparklinesOverFiguresOfAHiddenSheet() throws Exception {
        PivotResult result = run(branches.withMeasures(List.of(GROSS, TREND)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new WorkbookExport(new ExportSheet("T", List.of(), result).read(), "About", "Tom's").write(out);

        Map<String, String> parts = new HashMap<>();
        Path file = Files.write(folder.resolve("trend.xlsx"), out.toByteArray());
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                parts.put(
                        entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        String sheet = parts.get("xl/worksheets/sheet1.xml");
        assertThat(sheet.split("<x14:sparkline>", -1)).hasSize(1 + result.rowCount());
        assertThat(sheet)
                .contains("<x14:sparkline><xm:f>'Tom''s'!A1:M1</xm:f><xm:sqref>C2</xm:sqref></x14:sparkline>")
                .doesNotContain("<c r=\"C2\"")
                .endsWith("</extLst></worksheet>");
        assertThat(parts.get("xl/workbook.xml")).contains("state=\"hidden\"");
        double[] course = result.trend(0, 1);
        Matcher cell =
                Pattern.compile("<c r=\"A1\"[^>]*><v>([^<]+)</v>").matcher(parts.get("xl/worksheets/sheet3.xml"));
        assertThat(cell.find()).isTrue();
        assertThat(Double.parseDouble(cell.group(1))).isCloseTo(course[0], within());
    }

    @Test
    void aPageHasTheTrendAsALine() throws Exception {
        PivotResult result = run(branches.withMeasures(List.of(TREND)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PdfExport(new ExportSheet("T", List.of(), result).read(), Locale.ENGLISH).write(out);

        try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
            PDPage page = document.getPage(0);
            long lines = lines(new PDFStreamParser(page));
            for (COSName name : page.getResources().getXObjectNames()) {
                if (page.getResources().getXObject(name) instanceof PDFormXObject drawing) {
                    lines += lines(new PDFStreamParser(drawing));
                }
            }
            assertThat(lines).isGreaterThanOrEqualTo((long) result.rowCount() * (Trend.PERIODS - 1));
        }
    }

    private static long lines(PDFStreamParser operators) throws IOException {
        return operators.parse().stream()
                .filter(token ->
                        token instanceof Operator operator && operator.getName().equals("l"))
                .count();
    }

    private double[] totalCourse(PivotModel model) throws Exception {
        PivotResult result = run(model);
        return result.trend(result.rowCount() - 1, 0);
    }

    private static int month(int step) {
        int months = 2009 * 12 + 2 + step;
        return months / 12 * 100 + months % 12 + 1;
    }
}
