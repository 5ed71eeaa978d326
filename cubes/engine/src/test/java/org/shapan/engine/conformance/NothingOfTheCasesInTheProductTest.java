package org.shapan.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Code and resources of the product do not know the conformance data, so that no result can be made to fit. */
class NothingOfTheCasesInTheProductTest {
    private static final List<String> PRODUCT = List.of("cubes", "reports", "portal");
    /** Run by hand; they measure on the same data set, with queries of their own. */
    private static final List<String> BENCHMARKS = List.of("benchmarks");

    /** Names that occur in the data and nowhere else. */
    private static final List<String> NAMES = List.of(
            "foodmart",
            "unit sales",
            "store sales",
            "store cost",
            "sales count",
            "warehouse sales",
            "warehouse and sales",
            "sales ragged",
            "org salary",
            "supply time",
            "store size in sqft",
            "promotion media",
            "yearly income",
            "marital status",
            "education level",
            "sales_fact_19",
            "inventory_fact",
            "product_class",
            "time_by_day",
            "store_ragged",
            "sheri nowmer");

    @Test
    void noNameOfTheData() throws IOException {
        Map<Path, String> product = sources(PRODUCT);

        assertThat(product).hasSizeGreaterThan(300);
        assertThat(found(NAMES, product)).isEmpty();
    }

    @Test
    void noQueryOfACase() throws IOException {
        List<String> queries = ConformanceCase.all().stream()
                .map(test -> words(test.mdx()))
                .distinct()
                .toList();

        assertThat(found(queries, sources(PRODUCT))).isEmpty();
        assertThat(found(queries, sources(BENCHMARKS))).isEmpty();
    }

    /** The texts that occur, each with a file. */
    private static List<String> found(List<String> texts, Map<Path, String> sources) {
        return sources.entrySet().stream()
                .flatMap(file ->
                        texts.stream().filter(file.getValue()::contains).map(text -> file.getKey() + ": " + text))
                .toList();
    }

    /** Texts in lower case, with single spaces, of what is shipped. */
    private static Map<Path, String> sources(List<String> modules) throws IOException {
        Map<Path, String> sources = new TreeMap<>();
        for (String module : modules) {
            try (Stream<Path> files = Files.walk(SharedFiles.repository().resolve(module))) {
                for (Path file : files.filter(NothingOfTheCasesInTheProductTest::isShippedText)
                        .toList()) {
                    sources.put(file, words(Files.readString(file)));
                }
            }
        }
        return sources;
    }

    private static boolean isShippedText(Path file) {
        return file.toString().contains("/src/main/")
                && !file.toString().contains("/generated/")
                && Stream.of(
                                ".java",
                                ".xml",
                                ".properties",
                                ".sql",
                                ".jrxml",
                                ".json",
                                ".txt",
                                ".js",
                                ".css",
                                ".mdx",
                                ".csv")
                        .anyMatch(file.toString()::endsWith);
    }

    private static String words(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
    }
}
