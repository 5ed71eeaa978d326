package org.shapan.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The score over the conformance cases, by file. {@code -Dconformance.only=basic} runs the cases whose file or name contains the text;
 * the differences are written to {@code target/conformance.txt}.
 */
class ConformanceTest {
    private static final double WANTED = 0.90;

    @Test
    void almostAllCasesGiveTheirResults() throws IOException {
        String only = System.getProperty("conformance.only", "");
        CaseRunner runner = CaseRunner.onHsqldb();
        Map<String, int[]> scores = new TreeMap<>();
        List<String> differences = new ArrayList<>();

        for (ConformanceCase test : ConformanceCase.all()) {
            if (!test.toString().contains(only)) {
                continue;
            }
            long start = System.nanoTime();
            String difference = runner.difference(test);
            long millis = (System.nanoTime() - start) / 1_000_000;
            int[] score = scores.computeIfAbsent(test.file(), any -> new int[2]);
            score[1]++;
            if (difference == null) {
                score[0]++;
            } else {
                differences.add(test + " (" + millis + " ms): " + difference.replace('\n', ' '));
            }
            if (millis > 2_000) {
                System.out.println("slow: " + test + " " + millis + " ms");
            }
        }

        int passed = scores.values().stream().mapToInt(s -> s[0]).sum();
        int total = scores.values().stream().mapToInt(s -> s[1]).sum();
        scores.forEach(
                (file, score) -> System.out.println("conformance " + file + ": " + score[0] + " of " + score[1]));
        System.out.println("conformance: " + passed + " of " + total);
        Files.write(Path.of("target/conformance.txt"), differences);
        assertThat(only.isEmpty() ? (double) passed / total : 1).isGreaterThanOrEqualTo(WANTED);
    }
}
