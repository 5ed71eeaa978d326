package org.shapan.benchmarks.detection;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.shapan.insight.Parameters;
import org.shapan.insight.State;
import org.shapan.warehouse.feed.Profile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./shapan bench detection}: recall, precision and localisation on provinces of seeds drawn when it starts. */
@Command(
        name = "detection",
        description = "Generates provinces, judges them without the file of truth, then counts what was found.",
        mixinStandardHelpOptions = true)
public final class DetectionBench implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--seeds", paramLabel = "N", description = "Provinces with anomalies; default: 5.")
    private int seeds = 5;

    @Option(names = "--seed", paramLabel = "SEED", description = "Seeds to use instead of drawn ones; may be repeated.")
    private long[] given = {};

    @Option(
            names = "--clean",
            paramLabel = "N",
            description = "Provinces without anomalies, for false reds; default: 1.")
    private int clean = 1;

    @Option(names = "--profile", description = "Size of a province: ci, demo, laptop. Default: demo.")
    private String profile = "demo";

    @Option(
            names = "--parameters",
            paramLabel = "FILE",
            description = "Parameters of the rules; default: those built in.")
    private Path parameters;

    @Option(names = "--alerts", description = "Print every red alert.")
    private boolean listsAlerts;

    @Override
    public Integer call() throws Exception {
        Parameters used = parameters == null ? Parameters.current() : Parameters.read(parameters);
        SecureRandom random = new SecureRandom();
        long[] drawn = given.length > 0
                ? given
                : random.longs(seeds, 1, Integer.MAX_VALUE).toArray();
        PrintWriter out = spec.commandLine().getOut();
        out.printf("profile %s, seeds %s%n", profile, Arrays.toString(drawn));
        out.flush();
        DetectionScore score = new DetectionScore();
        for (long seed : drawn) {
            judge(score, seed, false, used, out);
        }
        for (int i = 0; i < clean; i++) {
            judge(score, drawn.length > i ? drawn[i] : random.nextInt(1, Integer.MAX_VALUE), true, used, out);
        }
        print(score, out);
        return 0;
    }

    private void judge(DetectionScore score, long seed, boolean isClean, Parameters used, PrintWriter out)
            throws Exception {
        Path directory = Files.createTempDirectory("shapan-detection");
        try {
            long start = System.nanoTime();
            Run run = Run.of(directory, Profile.named(profile), seed, isClean, used);
            score.add(run);
            out.printf(
                    "seed %d%s: %d alerts, %.0f s%n",
                    seed, isClean ? " clean" : "", run.alerts().size(), (System.nanoTime() - start) / 1e9);
            if (listsAlerts) {
                run.alerts().stream()
                        .filter(alert -> alert.state() == State.RED)
                        .forEach(alert -> out.printf(
                                "  %s %s %s %s%n",
                                alert.month(),
                                alert.entity().kind(),
                                alert.entity().key(),
                                alert.findings()));
            }
            out.flush();
        } finally {
            delete(directory);
        }
    }

    private static void print(DetectionScore score, PrintWriter out) {
        out.printf(
                "%n| type | planted | recall | recall, red | hit@1 | hit@3 | rules |%n|---|---|---|---|---|---|---|%n");
        score.types()
                .forEach((type, of) -> out.printf(
                        "| %s | %d | %s | %s | %s | %s | %s |%n",
                        type,
                        of.planted,
                        ratio(of.found, of.planted),
                        ratio(of.foundRed, of.planted),
                        ratio(of.first, of.located),
                        ratio(of.amongThree, of.located),
                        String.join(" ", of.rules)));
        out.printf("%n| rule | red, matched | on decoys | on clean entities | precision |%n|---|---|---|---|---|%n");
        score.rules()
                .forEach((rule, of) -> out.printf(
                        "| %s | %d | %d | %d | %.2f |%n", rule, of.matched, of.onDecoys, of.onClean, of.precision()));
        int matched = score.rules().values().stream().mapToInt(of -> of.matched).sum();
        int all = matched
                + score.rules().values().stream()
                        .mapToInt(of -> of.onDecoys + of.onClean)
                        .sum();
        out.printf("| all | %d | | %d | %s |%n", matched, all - matched, ratio(matched, all));
        if (score.cleanBranchMonths() > 0) {
            int reds = score.falseReds().values().stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            out.printf(
                    "%nfalse reds on clean data: %.3f per branch and month %s%n",
                    (double) reds / score.cleanBranchMonths(), score.falseReds());
        }
        List<String> missed = score.missed();
        out.printf("%nmissed: %s%n", missed.isEmpty() ? "none" : String.join("; ", missed));
        out.flush();
    }

    private static String ratio(int part, int whole) {
        return whole == 0 ? "–" : "%.2f".formatted((double) part / whole);
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
