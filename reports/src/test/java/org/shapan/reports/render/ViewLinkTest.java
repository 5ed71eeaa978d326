package org.shapan.reports.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.olap4j.OlapConnection;

/** A document leads to the page of the portal that shows the same. */
class ViewLinkTest {
    private static final String OWN = "[Area].[Managed].[Zhuhai].[Xiangzhou]";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            R01 | day=2010-03-30                 | /sand-table
            R03 | branch=Xiangzhou;month=2010-03       | /areas?area=[Area].[Managed].[Zhuhai].[Xiangzhou]&period=201003
            R05 | branch=Xiangzhou;month=2010-02       | /areas/locate?area=[Area].[Managed].[Zhuhai].[Xiangzhou]&period=201002
            R06 | month=2010-03                  | /sp?period=201003
            R08 | month=2010-03                  | /channels?view=value&period=201003
            R13 | branch=Xiangzhou;month=2010-03       | /reports/template?report=R13&branch=[Area].[Managed].[Zhuhai].[Xiangzhou]&month=[Time].[Calendar].[2010].[Q1].[201003]
            """)
    void thePathHasTheParametersAsFilters(String id, String parameters, String path) throws Exception {
        Map<String, String> given = Stream.of(parameters.split(";"))
                .map(pair -> pair.split("="))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));

        String link =
                Documents.render(id, given, Locale.ENGLISH, ReportFormat.CSV).link();

        assertThat(URLDecoder.decode(link, StandardCharsets.UTF_8)).isEqualTo("http://portal.example" + path);
        assertThat(link).doesNotContain("[", " ", "<", "\"");
    }

    @Test
    void thePagesLeadThereTooAndSomebodyConfinedToTheOwnBranch() throws Exception {
        try (OlapConnection connection = Documents.PROVINCE.connectIn(OWN)) {
            RenderedReport report = Documents.render(
                    "R02", Map.of("month", "2010-03"), Locale.SIMPLIFIED_CHINESE, ReportFormat.PDF, connection);

            assertThat(URLDecoder.decode(report.link(), StandardCharsets.UTF_8))
                    .isEqualTo("http://portal.example/areas?area=" + OWN + "&period=201003");
            assertThat(links(report.content())).isNotEmpty().containsOnly(report.link());
        }
    }

    private static List<String> links(byte[] pdf) throws Exception {
        List<String> links = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (PDPage page : document.getPages()) {
                for (PDAnnotation annotation : page.getAnnotations()) {
                    if (annotation instanceof PDAnnotationLink link && link.getAction() instanceof PDActionURI uri) {
                        links.add(uri.getURI());
                    }
                }
            }
        }
        return links;
    }
}
