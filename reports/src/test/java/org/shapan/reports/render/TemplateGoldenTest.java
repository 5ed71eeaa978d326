package org.shapan.reports.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shapan.reports.template.Template;
import org.shapan.reports.template.TemplateCatalog;

/**
 * The text of every template's document in both languages, as it stands on the pages. After a wanted change the tests are
 * run with {@code -Dshapan.golden=write}, and the new texts are read before they are committed.
 */
class TemplateGoldenTest {
    private static final Path GOLDEN = Path.of("src/test/resources/org/shapan/reports/golden");

    /** What each document is about: a month and a scope in which its blocks have something to say. */
    private static final Map<String, Map<String, String>> REQUESTS = Map.ofEntries(
            Map.entry("R01", Map.of()),
            Map.entry("R02", Map.of()),
            Map.entry("R03", Map.of("branch", "[Area].[Managed].[Zhuhai].[Xiangzhou]")),
            Map.entry("R05", Map.of("branch", "[Area].[Managed].[Zhuhai].[Xiangzhou]")),
            Map.entry("R06", Map.of()),
            Map.entry("R07", Map.of("company", "SP0001")),
            Map.entry("R08", Map.of()),
            Map.entry("R09", Map.of()),
            Map.entry("R10", Map.of()),
            Map.entry("R11", Map.of()),
            Map.entry("R13", Map.of()),
            Map.entry("R14", Map.of()),
            Map.entry("R15", Map.of()),
            Map.entry("R17", Map.of("month", "2009-11")),
            Map.entry("R18", Map.of()),
            Map.entry("R19", Map.of("campaign", "C20090401")));

    /** Those that ask for themselves; what a saved pivot looks like is in {@link CrossTabReportTest}. */
    static Stream<String> templates() {
        return TemplateCatalog.bundled().all().stream()
                .filter(template -> template.pivot().isEmpty())
                .map(Template::id);
    }

    @Test
    void everyTemplateHasARequest() {
        assertThat(REQUESTS.keySet()).isEqualTo(templates().collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void chinese(String id) throws Exception {
        check(id, Locale.SIMPLIFIED_CHINESE, "zh");
    }

    @ParameterizedTest
    @MethodSource("templates")
    void english(String id) throws Exception {
        check(id, Locale.ENGLISH, "en");
    }

    private static void check(String id, Locale locale, String language) throws Exception {
        RenderedReport report = Documents.render(id, REQUESTS.get(id), locale, ReportFormat.PDF);
        keep(report, language);
        String text = Documents.text(report).replace("\r\n", "\n");
        Path golden = GOLDEN.resolve(id + "_" + language + ".txt");
        if ("write".equals(System.getProperty("shapan.golden"))) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, text, StandardCharsets.UTF_8);
        }

        assertThat(text).isEqualTo(Files.readString(golden, StandardCharsets.UTF_8));
        assertEmbeddedFontsAndOutline(report);
    }

    private static void assertEmbeddedFontsAndOutline(RenderedReport report) throws Exception {
        try (PDDocument document = Loader.loadPDF(report.content())) {
            for (var page : document.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded())
                            .as(name.getName())
                            .isTrue();
                }
            }
            assertThat(document.getDocumentCatalog().getDocumentOutline())
                    .as("bookmarks")
                    .isNotNull();
        }
    }

    /** Leaves the document beside the test classes, to be looked at. */
    private static void keep(RenderedReport report, String language) throws Exception {
        Path folder = Files.createDirectories(Path.of("target", "documents"));
        Files.write(folder.resolve(language + "-" + report.fileName()), report.content());
    }
}
