package org.shapan.benchmarks.detection;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.shapan.benchmarks.province.ScratchFolder;
import org.shapan.insight.Parameters;
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
    /** The seed that domain §9.6 names. */
    private static final long FIRST = 20100331;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            description = "Provinces with anomalies: seed 20100331, the others drawn; default: 5.")
    private int seeds = 5;

    @Option(names = "--seed", paramLabel = "SEED", description = "Seeds to use instead of drawn ones; may be repeated.")
    private long[] given = {};

    @Option(
            names = "--clean",
            paramLabel = "N",
            description = "Provinces without anomalies, for false reds, of the same seeds; default: 5.")
    private int clean = 5;

    @Option(names = "--profile", description = "Size of a province: ci, demo, laptop. Default: demo.")
    private String profile = "demo";

    @Option(
            names = "--parameters",
            paramLabel = "FILE",
            description = "Parameters of the rules; default: those built in.")
    private Path parameters;

    @Option(
            names = "--keep",
            paramLabel = "DIR",
            description = "Keep the provinces in a directory and use those that are there; default: none is kept.")
    private Path kept;

    @Option(
            names = "--curve",
            paramLabel = "NAME=VALUE;VALUE",
            description = "Judge by several values of a parameter and print a line for each; may be repeated.")
    private List<String> curves = List.of();

    @Option(names = "--alerts", description = "Print every red alert.")
    private boolean listsAlerts;

    @Override
    public Integer call() throws Exception {
        Parameters used = parameters == null ? Parameters.current() : Parameters.read(parameters);
        List<Curve> drawnCurves = curves.stream().map(Curve::of).toList();
        List<Parameters> variants = new ArrayList<>(List.of(used));
        drawnCurves.forEach(curve -> variants.addAll(curve.variants(used)));
        SecureRandom random = new SecureRandom();
        long[] drawn = given.length > 0
                ? given
                : LongStream.concat(LongStream.of(FIRST), random.longs(seeds, 1, Integer.MAX_VALUE))
                        .limit(seeds)
                        .toArray();
        PrintWriter out = spec.commandLine().getOut();
        out.printf("profile %s, seeds %s%n", profile, Arrays.toString(drawn));
        out.flush();
        List<DetectionScore> scores =
                variants.stream().map(each -> new DetectionScore()).toList();
        for (long seed : drawn) {
            judge(scores, seed, false, variants, out);
        }
        for (int i = 0; i < clean; i++) {
            judge(scores, drawn.length > i ? drawn[i] : random.nextInt(1, Integer.MAX_VALUE), true, variants, out);
        }
        print(scores.getFirst(), out);
        int at = 1;
        for (Curve curve : drawnCurves) {
            curve.print(scores.subList(at, at + curve.values().size()), out);
            at += curve.values().size();
        }
        out.flush();
        return 0;
    }

    private void judge(
            List<DetectionScore> scores, long seed, boolean isClean, List<Parameters> variants, PrintWriter out)
            throws Exception {
        Path directory = kept == null
                ? Files.createTempDirectory("shapan-detection")
                : kept.resolve(profile + "-" + seed + (isClean ? "-clean" : ""));
        try {
            long start = System.nanoTime();
            List<Run> runs = Run.of(directory, Profile.named(profile), seed, isClean, variants);
            for (int i = 0; i < runs.size(); i++) {
                scores.get(i).add(runs.get(i));
            }
            Run run = runs.getFirst();
            out.printf(
                    "seed %d%s: %d alerts, %s%.0f s%n",
                    seed,
                    isClean ? " clean" : "",
                    run.alerts().size(),
                    isClean ? "%.3f false reds per branch and month, ".formatted(run.redsPerBranchAndMonth()) : "",
                    (System.nanoTime() - start) / 1e9);
            if (listsAlerts) {
                run.reds()
                        .forEach(alert -> out.printf(
                                "  %s %s %s %s%n",
                                alert.month(),
                                alert.entity().kind(),
                                alert.entity().key(),
                                alert.findings()));
            }
            out.flush();
        } finally {
            if (kept == null) {
                new ScratchFolder(directory).close();
            }
        }
    }

    private static void print(DetectionScore score, PrintWriter out) {
        out.printf(
                "%n| type | planted | recall | recall, red | hit@1 | hit@3 | rules |%n|---|---|---|---|---|---|---|%n");
        score.types().entrySet().stream()
                .filter(of -> !of.getValue().isDetectable)
                .forEach(of -> out.printf(
                        "| %s | %d | no rule | | | | %s |%n",
                        of.getKey(), of.getValue().planted, String.join(" ", of.getValue().rules)));
        score.types().entrySet().stream()
                .filter(of -> of.getValue().isDetectable)
                .forEach(of -> print(of.getKey(), of.getValue(), out));
        out.printf("%n| type | customers | warned of before they leave |%n|---|---|---|%n");
        score.customers()
                .forEach((type, of) ->
                        out.printf("| %s | %d | %s |%n", type, of.planted, ratio((int) of.found, (int) of.planted)));
        out.printf("%nRET-05 %.3f, RET-06 %.3f%n", score.retention(0), score.retention(1));
        out.printf("%n| rule | red, matched | on decoys | on clean entities | precision |%n|---|---|---|---|---|%n");
        score.rules()
                .forEach((rule, of) -> out.printf(
                        "| %s | %d | %d | %d | %.2f |%n", rule, of.matched, of.onDecoys, of.onClean, of.precision()));
        out.printf("| all | %d | | | %.2f |%n", score.matched(), score.precision());
        out.printf("%nrecall %.2f, of reds %.2f", score.recall(), score.recallOfReds());
        if (score.cleanBranchMonths() > 0) {
            out.printf(
                    "; false reds on clean data: %.3f per branch and month %s",
                    score.falseRedsPerBranchAndMonth(), score.falseReds());
        }
        out.println();
        List<String> missed = score.missed();
        out.printf("%nmissed: %s%n", missed.isEmpty() ? "none" : String.join("; ", missed));
        out.flush();
    }

    private static void print(String type, DetectionScore.OfType of, PrintWriter out) {
        out.printf(
                "| %s | %d | %s | %s | %s | %s | %s |%n",
                type,
                of.planted,
                ratio(of.found, of.planted),
                ratio(of.foundRed, of.planted),
                ratio(of.first, of.located),
                ratio(of.amongThree, of.located),
                String.join(" ", of.rules));
    }

    private static String ratio(int part, int whole) {
        return whole == 0 ? "–" : "%.2f".formatted((double) part / whole);
    }
}
