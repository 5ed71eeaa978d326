package org.shapan.engine.conformance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.shapan.engine.sql.JdbcExecutor;

/**
 * What became of the cases on one database.
 *
 * @param scores by file
 * @param differences of the cases that failed, by {@code file/id}, in the order of the cases
 */
record ConformanceRun(FoodMartDatabase database, Map<String, Score> scores, Map<String, String> differences) {
    private static final int SLOW_MILLIS = 2_000;

    record Score(int passed, int total) {
        double share() {
            return total == 0 ? 1 : (double) passed / total;
        }

        Score plus(Score other) {
            return new Score(passed + other.passed, total + other.total);
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%,d of %,d", passed, total);
        }
    }

    static ConformanceRun of(FoodMartDatabase database, List<ConformanceCase> cases) {
        CaseRunner runner = new CaseRunner(JdbcExecutor.of(database.source()));
        Map<String, Score> scores = new TreeMap<>();
        Map<String, String> differences = new LinkedHashMap<>();
        for (ConformanceCase test : cases) {
            long start = System.nanoTime();
            String difference = runner.difference(test);
            long millis = (System.nanoTime() - start) / 1_000_000;
            if (millis > SLOW_MILLIS) {
                System.out.println("slow on " + database.title() + ": " + test + " " + millis + " ms");
            }
            scores.merge(test.file(), new Score(difference == null ? 1 : 0, 1), Score::plus);
            if (difference != null) {
                differences.put(test.toString(), difference.replace('\n', ' '));
            }
        }
        return new ConformanceRun(database, scores, differences);
    }

    Score total() {
        return scores.values().stream().reduce(new Score(0, 0), Score::plus);
    }
}
