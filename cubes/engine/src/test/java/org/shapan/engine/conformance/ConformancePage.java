package org.shapan.engine.conformance;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.shapan.engine.conformance.ConformanceReasons.Reason;
import org.shapan.engine.conformance.ConformanceRun.Score;

/** docs/conformance.md: scores and reasons, without anything of the cases but their names. */
record ConformancePage(List<ConformanceRun> runs, ConformanceReasons reasons) {
    static final String COMMAND =
            "mvn -q -B -Pquick -pl cubes/engine test -Dtest=ConformanceTest -Dconformance.write=true";

    String markdown() {
        return """
                # Conformance

                The engine is held against the FoodMart cases: MDX queries with the results that an existing server of the same language
                gives for them. Each case runs on the same rows in each database. Names and texts of a result must be the same, numbers
                within one in a million. The cases are no part of this repository (`SHAPAN_SHARED`, default `../shared`); where they are
                absent the test is skipped and says how many were.

                This page is written from the run. The test fails where the page is not what the run gives, where a case fails without a
                reason below, and where a reason explains a case that passes. It also fails below %s of all cases or %s of the cases of a
                file. To write the page anew:

                ```
                %s
                ```

                ## Scores

                """.formatted(percent(ConformanceTest.WANTED), percent(ConformanceTest.WANTED_OF_A_FILE), COMMAND)
                + scores()
                + "\n## Cases that differ on every database\n\n"
                + reasons(true)
                + "\n## Cases that differ on one database\n\n"
                + reasons(false);
    }

    private String scores() {
        StringBuilder table = new StringBuilder();
        table.append("| File |");
        runs.forEach(run -> table.append(' ').append(run.database().title()).append(" |"));
        table.append("\n|---|").append("---:|".repeat(runs.size())).append('\n');
        for (String file : runs.getFirst().scores().keySet()) {
            row(table, file, run -> run.scores().get(file));
        }
        row(table, "all", ConformanceRun::total);
        return table.toString();
    }

    private void row(StringBuilder table, String file, Function<ConformanceRun, Score> score) {
        table.append("| ").append(file).append(" |");
        for (ConformanceRun run : runs) {
            Score s = score.apply(run);
            table.append(" %s (%s) |".formatted(s, percent(s.share())));
        }
        table.append('\n');
    }

    private String reasons(boolean everywhere) {
        String text = reasons.reasons().stream()
                .map(reason -> reason(reason, everywhere))
                .collect(Collectors.joining());
        return text.isEmpty() ? "None.\n" : text;
    }

    private static String reason(Reason reason, boolean everywhere) {
        List<String> cases = reason.cases().entrySet().stream()
                .filter(each -> everywhere == (each.getValue().size() == FoodMartDatabase.values().length))
                .map(each -> "  - `" + each.getKey() + "`" + (everywhere ? "" : " on " + titles(each)) + "\n")
                .toList();
        return cases.isEmpty() ? "" : "* " + reason.text().replace("\n", "\n  ") + "\n" + String.join("", cases);
    }

    private static String titles(Map.Entry<String, List<FoodMartDatabase>> each) {
        return each.getValue().stream().map(FoodMartDatabase::title).collect(Collectors.joining(", "));
    }

    private static String percent(double share) {
        return (Math.floor(share * 1000) / 10 + " %").replace(".0 %", " %");
    }
}
