package org.shapan.benchmarks.detection;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.shapan.insight.Parameters;

/** What several values of a parameter give, the others as they are. */
record Curve(String parameter, List<String> values) {
    /** @param text name, {@code =}, values with semicolons between them */
    static Curve of(String text) {
        String[] parts = text.split("=", 2);
        if (parts.length != 2 || parts[1].isBlank()) {
            throw new IllegalArgumentException("not NAME=VALUE;VALUE: " + text);
        }
        return new Curve(
                parts[0].strip(),
                Stream.of(parts[1].split(";")).map(String::strip).toList());
    }

    List<Parameters> variants(Parameters usual) {
        return values.stream()
                .map(value -> usual.with(Map.of(parameter, value)))
                .toList();
    }

    /** @param scores one for each value */
    void print(List<DetectionScore> scores, PrintWriter out) {
        out.printf(
                "%n| %s | recall | of reds | precision | false reds on clean data | reds by rule: matched + not |%n",
                parameter);
        out.println("|---|---|---|---|---|---|");
        List<String> moved = moved(scores);
        for (int i = 0; i < values.size(); i++) {
            DetectionScore score = scores.get(i);
            List<String> byRule =
                    moved.stream().map(rule -> rule + " " + reds(score, rule)).toList();
            out.printf(
                    "| %s | %.2f | %.2f | %.2f | %.3f | %s |%n",
                    values.get(i),
                    score.recall(),
                    score.recallOfReds(),
                    score.precision(),
                    score.falseRedsPerBranchAndMonth(),
                    String.join(", ", byRule));
        }
    }

    /** Rules whose red alerts are not the same for all values. */
    private static List<String> moved(List<DetectionScore> scores) {
        return scores.stream()
                .flatMap(score -> score.rules().keySet().stream())
                .distinct()
                .sorted()
                .filter(rule -> scores.stream()
                                .map(score -> reds(score, rule))
                                .distinct()
                                .count()
                        > 1)
                .toList();
    }

    private static String reds(DetectionScore score, String rule) {
        DetectionScore.OfRule of = score.rules().getOrDefault(rule, new DetectionScore.OfRule());
        return of.matched + "+" + (of.onDecoys + of.onClean);
    }
}
