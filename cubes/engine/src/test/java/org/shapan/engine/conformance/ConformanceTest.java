package org.shapan.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The score over the conformance cases, by database and file. {@code -Dconformance.only=basic} runs the cases whose file or name
 * contains the text and asserts nothing; the differences are written to {@code target/conformance-<database>.txt}. {@code
 * -Dconformance.write=true} writes docs/conformance.md.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConformanceTest {
    static final double WANTED = 0.98;
    static final double WANTED_OF_A_FILE = 0.95;

    private static final String ONLY = System.getProperty("conformance.only", "");

    private List<ConformanceRun> runs;

    @BeforeAll
    void runEveryCaseOnEveryDatabase() throws IOException {
        List<ConformanceCase> cases = ConformanceCase.all().stream()
                .filter(test -> test.toString().contains(ONLY))
                .toList();
        runs = Stream.of(FoodMartDatabase.values())
                .parallel()
                .map(database -> ConformanceRun.of(database, cases))
                .toList();
        for (ConformanceRun run : runs) {
            String title = "conformance on " + run.database().title() + " ";
            run.scores().forEach((file, score) -> System.out.println(title + file + ": " + score));
            System.out.println(title + "all: " + run.total());
            Files.write(
                    Path.of("target/conformance-" + run.database().title() + ".txt"),
                    run.differences().entrySet().stream()
                            .map(each -> each.getKey() + ": " + each.getValue())
                            .toList());
        }
        assumeTrue(ONLY.isEmpty(), "only some cases ran");
    }

    @Test
    void almostAllCasesGiveTheirResultsOnEveryDatabase() {
        assertThat(runs).allSatisfy(run -> {
            assertThat(run.total().share()).as(run.database().title()).isGreaterThanOrEqualTo(WANTED);
            run.scores()
                    .forEach((file, score) -> assertThat(score.share())
                            .as("%s on %s: %s", file, run.database().title(), score)
                            .isGreaterThanOrEqualTo(WANTED_OF_A_FILE));
        });
    }

    @Test
    void everyDifferenceHasAReasonAndEveryReasonADifference() {
        ConformanceReasons reasons = ConformanceReasons.read();

        assertThat(runs)
                .allSatisfy(run -> assertThat(reasons.cases(run.database()))
                        .as("cases in reasons.txt for " + run.database().title())
                        .containsExactlyInAnyOrderElementsOf(run.differences().keySet()));
    }

    @Test
    void thePageSaysWhatTheRunGave() throws IOException {
        Path page = SharedFiles.repository().resolve("docs/conformance.md");
        String current = new ConformancePage(runs, ConformanceReasons.read()).markdown();
        if (Boolean.getBoolean("conformance.write")) {
            Files.writeString(page, current);
        }

        assertThat(page).as("docs/conformance.md; " + ConformancePage.COMMAND).hasContent(current);
    }
}
