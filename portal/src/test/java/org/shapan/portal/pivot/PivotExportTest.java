package org.shapan.portal.pivot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shapan.portal.CiProvince;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.cubes.CubeDoor;
import org.shapan.portal.province.DataState;

/** Exports hold the pivot's shape and real numbers, what a reader must know of them, and nothing another may not see. */
class PivotExportTest {
    private static final List<ExportSheet.Fact> FACTS = List.of(
            new ExportSheet.Fact("Filters", "Time March 2010"), new ExportSheet.Fact("Exported by", "=HYPERLINK(1)"));
    private static final AxisLayout.TotalText TOTALS = new AxisLayout.TotalText() {
        @Override
        public String total() {
            return "Total";
        }

        @Override
        public String subtotal(String member) {
            return member + " total";
        }
    };

    @TempDir
    Path folder;

    @Test
    void csvHasFactsHeadsAndRealNumbersAndNoFormulas() throws Exception {
        String csv = TextExport.COMMA.write(sheet(CiProvince.EVERYBODY));

        assertThat(csv)
                .startsWith("'=Title\r\nFilters,Time March 2010\r\nExported by,'=HYPERLINK(1)\r\n\r\n")
                .contains("\r\nTotal,")
                .doesNotContain("\u2212");
        assertThat(csv.lines()
                        .filter(line -> line.startsWith("Total,"))
                        .findFirst()
                        .orElseThrow())
                .matches("Total(,-?[\\d.]+)+");
    }

    @Test
    void theWorkbookHasMergedAndFrozenHeadsAndNumbersInTheirFormats() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new WorkbookExport(sheet(CiProvince.EVERYBODY), "About", "Trends").write(out);

        Map<String, String> parts = unzip(out.toByteArray());
        String figures = parts.get("xl/worksheets/sheet1.xml");
        assertThat(figures).contains("<mergeCell ref=\"B1:C1\"/>", "state=\"frozen\"", "xSplit=\"1\"", "ySplit=\"2\"");
        assertThat(figures).containsPattern("<c r=\"B3\" s=\"\\d+\" t=\"n\"><v>[\\d.E]+</v></c>");
        assertThat(parts.get("xl/styles.xml")).contains("#,##0.00").contains("0.00%");
        assertThat(parts.get("xl/sharedStrings.xml")).contains("Time March 2010");
    }

    @Test
    void formatsFollowTheTextOnScreen() {
        assertThat(WorkbookExport.format("1,234.50")).isEqualTo("#,##0.00");
        assertThat(WorkbookExport.format("\u22123.1%")).isEqualTo("0.0%");
        assertThat(WorkbookExport.format("12")).isEqualTo("#,##0");
    }

    @Test
    void everyPageOfThePdfHasTheFacts() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PdfExport(sheet(CiProvince.EVERYBODY), Locale.ENGLISH).write(out);

        try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
            PDFTextStripper text = new PDFTextStripper();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                text.setStartPage(page);
                text.setEndPage(page);
                assertThat(text.getText(document)).contains("Time March 2010", "Page " + page);
            }
            text.setStartPage(1);
            assertThat(text.getText(document)).contains("Total");
        }
    }

    @Test
    void everythingThatKeepsRowsOutIsAFact() throws Exception {
        try (PivotSession session = session(CiProvince.EVERYBODY)) {
            LocalDate day = LocalDate.of(2010, 3, 31);
            PivotModel opened = session.open(Map.of(), day).model();
            AxisField rows = opened.rows().getFirst();
            String measure = opened.measures().getFirst();
            PivotModel model = opened.select(rows.hierarchy(), new Selection(List.of(), List.of(firstBranch())))
                    .change(
                            rows.hierarchy(),
                            field -> field.withConditions(List.of(
                                    Condition.value(Condition.Kind.TOP_COUNT, measure, BigDecimal.TWO),
                                    Condition.label(Condition.Kind.CONTAINS, "B"))));
            ExportFacts facts = new ExportFacts(
                    (key, values) -> key + Arrays.toString(values),
                    session.open(Map.of(), day).fields(),
                    Map.of(firstBranch(), "First branch"));

            String filters = facts.of(model, new DataState(1, day, true), CiProvince.EVERYBODY).stream()
                    .filter(fact -> fact.label().startsWith("pivot.export.filter"))
                    .findFirst()
                    .orElseThrow()
                    .text();
            String written = facts.of(model.withMdx("SELECT 1"), new DataState(1, day, true), CiProvince.EVERYBODY)
                    .toString();

            assertThat(filters)
                    .contains("pivot.export.without[First branch]")
                    .contains("pivot.where.TOP_COUNT[] 2 · ")
                    .contains("pivot.where.CONTAINS[] B");
            assertThat(written).contains("SELECT 1").doesNotContain("TOP_COUNT");
        }
    }

    @Test
    void aBranchUserExportsHisBranchOnly() throws Exception {
        String all = TextExport.COMMA.write(sheet(CiProvince.EVERYBODY));
        List<String> branches = rows(all);
        PortalUser first = new PortalUser(2, "one", "one", Set.of(), List.of(firstBranch()));

        String own = TextExport.COMMA.write(sheet(first));

        assertThat(branches).hasSizeGreaterThan(2);
        assertThat(rows(own)).containsExactly(branches.getFirst(), "Total");
        assertThat(own.lines().filter(line -> line.startsWith("Total,")).findFirst())
                .isNotEqualTo(
                        all.lines().filter(line -> line.startsWith("Total,")).findFirst());
        for (ByteArrayOutputStream out : List.of(workbook(first), pdf(first))) {
            String text = out.toString(StandardCharsets.ISO_8859_1).startsWith("PK")
                    ? String.join(" ", unzip(out.toByteArray()).values())
                    : new PDFTextStripper().getText(Loader.loadPDF(out.toByteArray()));
            assertThat(text).contains(branches.getFirst());
            branches.subList(1, branches.size() - 1)
                    .forEach(other -> assertThat(text).doesNotContain(other));
        }
    }

    @Test
    void numbersOfRowsHaveNoExponent() throws Exception {
        StringBuilder out = new StringBuilder();
        TextExport.COMMA.values(
                out,
                java.util.Arrays.asList(1.25e7, 1e-5f, 3L, new java.math.BigDecimal("1E+3"), Double.NaN, null, "=1"));
        assertThat(out.toString()).isEqualTo("12500000,0.000010,3,1000,NaN,,'=1\r\n");
    }

    private static ByteArrayOutputStream workbook(PortalUser user) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new WorkbookExport(sheet(user), "About", "Trends").write(out);
        return out;
    }

    private static ByteArrayOutputStream pdf(PortalUser user) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PdfExport(sheet(user), Locale.ENGLISH).write(out);
        return out;
    }

    /** Heads of the rows of a CSV export. */
    private static List<String> rows(String csv) {
        return csv.lines()
                .skip(6)
                .map(line -> line.substring(0, line.indexOf(',')))
                .toList();
    }

    private static String firstBranch() throws Exception {
        try (PivotSession session = session(CiProvince.EVERYBODY)) {
            PivotModel model = session.open(Map.of(), LocalDate.of(2010, 3, 31)).model();
            return session.run(model)
                    .rows()
                    .lines()
                    .getFirst()
                    .heads()
                    .getFirst()
                    .member();
        }
    }

    /** The pivot as it opens, read as a whole. */
    private static ExportSheet sheet(PortalUser user) throws Exception {
        try (PivotSession session = session(user)) {
            PivotModel model = session.open(Map.of(), LocalDate.of(2010, 3, 31)).model();
            return new ExportSheet("=Title", FACTS, session.run(model)).read();
        }
    }

    private static PivotSession session(PortalUser user) {
        return new PivotSession(CubeDoor.to(CiProvince.database()), user, Locale.ENGLISH, TOTALS);
    }

    private Map<String, String> unzip(byte[] content) throws Exception {
        Map<String, String> parts = new HashMap<>();
        Path file = Files.write(folder.resolve("book.xlsx"), content);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
                try (var in = zip.getInputStream(entry)) {
                    parts.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return parts;
    }
}
