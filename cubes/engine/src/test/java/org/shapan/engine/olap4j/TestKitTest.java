package org.shapan.engine.olap4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shapan.engine.conformance.SharedFiles;

/**
 * olap4j's own test kit (Debian: {@code libolap4j-java}) against this driver over FoodMart. What does not apply is listed with its
 * reason in {@code not-applicable.txt}. The failures are written to {@code target/olap4j-test-kit.txt}.
 */
class TestKitTest {
    private static final double WANTED = 0.98;
    private static final Path JARS = Path.of("/usr/share/java");
    private static final String KIT = "olap4j-tck.jar";

    @Test
    void almostAllApplicableTestsOfTheKitPass(@TempDir Path classes) throws Exception {
        Path schema = SharedFiles.foodMart(1).resolve("FoodMart.xml");
        List<Path> jars = Stream.of(KIT, "olap4j-xmla.jar").map(JARS::resolve).toList();
        if (!jars.stream().allMatch(Files::exists)) {
            String message = "skipped olap4j's test kit: no " + JARS.resolve(KIT) + " (apt-get install libolap4j-java)";
            System.out.println(message);
            Assumptions.abort(message);
        }
        Map<String, String> notApplicable = notApplicable();

        Map<String, String> outcomes;
        try (TestKit kit = new TestKit(jars, classes)) {
            outcomes = kit.run("jdbc:shapan:Jdbc=jdbc:hsqldb:res:foodmart;JdbcDrivers=org.hsqldb.jdbc.JDBCDriver;"
                    + "JdbcUser=FOODMART;JdbcPassword=FOODMART;Catalog=" + inTheKitsSpelling(schema, classes));
        }

        List<String> failures = new ArrayList<>();
        List<String> stale = new ArrayList<>(notApplicable.keySet());
        int passed = 0;
        for (Map.Entry<String, String> outcome : outcomes.entrySet()) {
            if (outcome.getValue().isEmpty()) {
                passed++;
            } else if (!stale.remove(outcome.getKey())) {
                failures.add(outcome.getKey() + "\n" + outcome.getValue());
            }
        }
        System.out.println("olap4j test kit: " + passed + " of " + (passed + failures.size())
                + " applicable tests pass, " + notApplicable.size() + " of " + outcomes.size() + " do not apply");
        Files.write(Path.of("target/olap4j-test-kit.txt"), failures);
        assertThat(stale)
                .as("listed as not applicable, but passes or is not in the kit")
                .isEmpty();
        assertThat((double) passed / (passed + failures.size())).isGreaterThanOrEqualTo(WANTED);
    }

    @Test
    void thePageListsWhatDoesNotApply() throws IOException {
        String listed = text("not-applicable.txt");
        String page = Files.readString(SharedFiles.repository().resolve("docs/olap4j.md"));

        assertThat(page).contains(listed.substring(listed.indexOf("\n\n") + 2));
    }

    /** The kit writes {@code [Time].[Time].[1997]}. */
    private static Path inTheKitsSpelling(Path schema, Path folder) throws IOException {
        String text = Files.readString(schema)
                .replace(
                        "<Schema name=",
                        "<Schema xmlns:sp=\"https://shapan.org/catalog/1\" sp:naming=\"mondrian4\" name=");
        return Files.writeString(folder.resolve("FoodMart.xml"), text);
    }

    private static Map<String, String> notApplicable() throws IOException {
        Map<String, String> reasons = new TreeMap<>();
        for (String line : text("not-applicable.txt").split("\n")) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] entry = line.split(":", 2);
                reasons.put(entry[0].strip(), entry[1].strip());
            }
        }
        return reasons;
    }

    private static String text(String resource) throws IOException {
        try (InputStream text = TestKitTest.class.getResourceAsStream(resource)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
