package org.shapan.portal.pivot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.shapan.portal.pivot.format.Highlight;
import org.shapan.portal.pivot.format.Light;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;

/** Marks of figures on screen, in links, workbooks and pages. */
class MarksTest extends OperatedPivot {
    private static final String SHARE = "[Measures].[Data share]";

    private PivotResult marked(Highlight gross, Highlight share) throws Exception {
        return run(branches.withMeasures(List.of(GROSS, SHARE))
                .withStyle(GROSS, MeasureStyle.DEFAULT.with(gross).withFormat("#,##0"))
                .withStyle(SHARE, MeasureStyle.DEFAULT.with(share)));
    }

    @Test
    void withoutAnythingSaidAmountsHaveBarsAndRatiosNone() throws Exception {
        PivotResult result = run(branches.withMeasures(List.of(GROSS, SHARE)));
        Marks marks = Marks.of(result);

        double most = numbers(result).stream().mapToDouble(d -> d).max().orElseThrow();
        for (int row = 0; row < result.rowCount() - 1; row++) {
            assertThat(marks.mark(row, 0, result.number(row, 0)).bar())
                    .isEqualTo((int) Math.round(result.number(row, 0) / most * 100));
            assertThat(marks.mark(row, 1, result.number(row, 1))).isEqualTo(Marks.Mark.NONE);
        }
        assertThat(marks.mark(result.rowCount() - 1, 0, total(result)))
                .as("at the total")
                .isEqualTo(Marks.Mark.NONE);
    }

    @Test
    void lightsAndScalesReachTheGrid() throws Exception {
        double middle = median(SHARE);
        PivotResult result = marked(Highlight.SCALE, Highlight.lights(middle, middle));

        JsonNode rows = new GridJson(result, "Total").tile(0, 0).get("d");

        List<Double> figures = numbers(result);
        int largest = figures.indexOf(figures.stream().max(Double::compare).orElseThrow());
        assertThat(rows.get(largest).get(0).get(3).asString()).isEqualTo("q7");
        for (int row = 0; row < result.rowCount(); row++) {
            assertThat(rows.get(row).get(1).get(3).asString())
                    .isEqualTo(result.number(row, 1) >= middle ? Light.GREEN.key() : Light.RED.key());
        }
    }

    @Test
    void aWorkbookHasThemAsConditionalFormats() throws Exception {
        PivotResult result = marked(Highlight.SCALE, Highlight.lights(0.01, 0.3));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        new WorkbookExport(new ExportSheet("Title", List.of(), result).read(), "About", "Trends").write(out);

        String sheet = unzip(out.toByteArray()).get("xl/worksheets/sheet1.xml");
        assertThat(sheet)
                .as("a scale is of details, lights of all")
                .contains("<conditionalFormatting sqref=\"B2:B" + result.rowCount() + "\">")
                .contains("<conditionalFormatting sqref=\"C2:C" + (result.rowCount() + 1) + "\">")
                .contains("<formula>AND(ISNUMBER(C2),C2&lt;=0.01)</formula>")
                .contains("<formula>AND(ISNUMBER(C2),C2&gt;0.3)</formula>");
        assertThat(unzip(out.toByteArray()).get("xl/styles.xml"))
                .as("shapes beside tints")
                .contains("formatCode=\"\\■\\ 0.00%\"", "formatCode=\"\\▲\\ 0.00%\"", "formatCode=\"\\●\\ 0.00%\"");
        assertThat(sheet.split("<cfRule", -1))
                .as("rules of a scale and of lights")
                .hasSize(1 + 7 + 3);
    }

    @Test
    void theLargestAndTheLeastFiguresAreMarked() throws Exception {
        PivotResult result =
                marked(Highlight.extreme(Highlight.Kind.TOP, 2), Highlight.extreme(Highlight.Kind.BOTTOM, 1));
        List<Double> figures = numbers(result).stream().sorted().toList();
        double second = figures.get(figures.size() - 2);
        double least = IntStream.range(0, result.rowCount() - 1)
                .mapToDouble(row -> result.number(row, 1))
                .min()
                .orElseThrow();
        JsonNode rows = new GridJson(result, "Total").tile(0, 0).get("d");
        for (int row = 0; row < result.rowCount(); row++) {
            boolean detail = row < result.rowCount() - 1;
            assertThat(rows.get(row).get(0).size() > 3)
                    .as("row %d", row)
                    .isEqualTo(detail && result.number(row, 0) >= second);
            assertThat(rows.get(row).get(1).size() > 3).isEqualTo(detail && result.number(row, 1) <= least);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new WorkbookExport(new ExportSheet("Title", List.of(), result).read(), "About", "Trends").write(out);
        assertThat(unzip(out.toByteArray()).get("xl/worksheets/sheet1.xml"))
                .contains("<formula>AND(ISNUMBER(B2),B2&gt;=" + second + ")</formula>")
                .contains("<formula>AND(ISNUMBER(C2),C2&lt;=" + least + ")</formula>");
    }

    @Test
    void aWorkbookHasBarsAsDataBarsOfTheDetails() throws Exception {
        PivotModel open = branches.change(AREA, field -> field.with(Expansion.to(MICRO)));
        PivotResult result = run(open);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new WorkbookExport(new ExportSheet("Title", List.of(), result).read(), "About", "Trends").write(out);

        String sheet = unzip(out.toByteArray()).get("xl/worksheets/sheet1.xml");
        Document xml = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(sheet.getBytes(StandardCharsets.UTF_8)));

        Element rule = (Element) xml.getElementsByTagName("cfRule").item(0);
        assertThat(rule.getAttribute("type")).isEqualTo("dataBar");
        Set<Integer> barred = new HashSet<>();
        for (String run : ((Element) rule.getParentNode()).getAttribute("sqref").split(" ")) {
            Matcher rows = Pattern.compile("C(\\d+):C(\\d+)").matcher(run);
            assertThat(rows.matches()).as(run).isTrue();
            IntStream.rangeClosed(Integer.parseInt(rows.group(1)), Integer.parseInt(rows.group(2)))
                    .forEach(barred::add);
        }
        double most = 0;
        for (int row = 0; row < result.rowCount(); row++) {
            boolean detail = result.rows().lines().get(row).kind() == AxisLine.Kind.DETAIL;
            assertThat(barred.contains(row + 2)).as("row %d", row).isEqualTo(detail);
            most = detail ? Math.max(most, result.number(row, 0)) : most;
        }
        assertThat(((Element) xml.getElementsByTagName("cfvo").item(1)).getAttribute("val"))
                .isEqualTo(Double.toString(most));
        assertThat(xml.getElementsByTagName("x14:id").item(0).getTextContent())
                .isEqualTo(((Element) xml.getElementsByTagName("x14:cfRule").item(0)).getAttribute("id"));
        assertThat(xml.getDocumentElement().getLastChild().getNodeName()).isEqualTo("extLst");
    }

    @Test
    void aPageHasShapesBesideColours() throws Exception {
        double middle = median(SHARE);
        PivotResult result = marked(Highlight.BARS, Highlight.lights(middle, middle));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        new PdfExport(new ExportSheet("Title", List.of(), result).read(), Locale.ENGLISH).write(out);

        try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
            String text = new PDFTextStripper().getText(document);
            assertThat(text)
                    .contains(Light.GREEN.sign() + " ", Light.RED.sign() + " ")
                    .doesNotContain("▲");
        }
    }

    @Test
    void aWrongHighlightInALinkIsRefused() {
        Map<String, List<String>> link = new LinkedHashMap<>(PivotLink.write(branches));
        for (String wrong : List.of(GROSS, GROSS + " LIGHTS 1", "[Measures].[No such] BARS")) {
            link.put("highlight", List.of(wrong));
            assertThatThrownBy(() -> session.open(link, LocalDate.of(2010, 3, 31)))
                    .as(wrong)
                    .isInstanceOf(UnknownNameException.class);
        }
    }

    private double median(String measure) throws Exception {
        List<Double> sorted = numbers(run(branches.withMeasures(List.of(measure)))).stream()
                .sorted()
                .toList();
        return sorted.get(sorted.size() / 2);
    }

    private static Map<String, String> unzip(byte[] archive) throws Exception {
        Path file = Files.createTempFile("marks", ".xlsx");
        try {
            Files.write(file, archive);
            Map<String, String> parts = new LinkedHashMap<>();
            try (ZipFile zip = new ZipFile(file.toFile())) {
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        parts.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
                    }
                }
            }
            return parts;
        } finally {
            Files.delete(file);
        }
    }
}
