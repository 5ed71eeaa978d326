package org.shapan.benchmarks.mondrian;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.shapan.benchmarks.mondrian.EngineMain.Answer;
import org.shapan.benchmarks.mondrian.MeasuredEngine.Memory;
import org.shapan.benchmarks.province.ScratchFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** FoodMart queries in both engines, turn by turn; the page docs/benchmarks.md says what is measured how. */
@Command(
        name = "mondrian",
        description =
                "Every tenth FoodMart query against Mondrian 3.11 from its Debian package: cold, without cells and warm.",
        mixinStandardHelpOptions = true)
public final class MondrianBench implements Callable<Integer> {
    private static final List<String> FILES = List.of("queries", "evaluation", "analysis");
    /** A log4j without settings logs at DEBUG, which would slow Mondrian down. */
    private static final String NO_LOG = "-Dlog4j.configuration=org/shapan/benchmarks/mondrian/log4j.properties";

    private static final int WARM_TURNS = 5;

    @Spec
    private CommandSpec spec;

    @Option(names = "--every", description = "Which part of each file: every n-th case. Default: 10.")
    private int every = 10;

    @Option(names = "--only", paramLabel = "TEXT", description = "Only queries whose file/id contains the text.")
    private String only = "";

    @Option(names = "--rounds", description = "Measured rounds; the median of them counts. Default: 9.")
    private int rounds = 9;

    @Option(names = "--warmup", description = "Rounds before, not measured. Default: 6.")
    private int warmup = 6;

    @Option(names = "--heap", description = "Heap of each engine's JVM. Default: 2g.")
    private String heap = "2g";

    @Option(names = "--list", description = "Lists the times of every query, not only of slow ones.")
    private boolean list;

    @Option(
            names = "--java-option",
            paramLabel = "OPTION",
            description = "One more option for the JVM of our engine, as a profiler's; may be repeated.")
    private List<String> options = List.of();

    @Option(
            names = "--mondrian",
            paramLabel = "DIR",
            description = "Folder with Mondrian 3.11 and the jars it needs; default: fetched from Debian's packages.")
    private Path mondrian;

    @Override
    public Integer call() throws Exception {
        Path foodMart =
                shared().resolve("conformance/foodmart").toAbsolutePath().normalize();
        if (!Files.exists(foodMart.resolve("FoodMart.xml"))) {
            spec.commandLine().getErr().println("no FoodMart in " + foodMart + "; set SHAPAN_SHARED");
            return 2;
        }
        List<SampledQuery> queries = new ArrayList<>();
        for (String file : FILES) {
            queries.addAll(SampledQuery.of(foodMart, file, every));
        }
        queries.removeIf(query -> !(query.file() + "/" + query.id()).contains(only));
        try (ScratchFolder folder = ScratchFolder.create("shapan-mondrian")) {
            Path scratch = folder.path();
            measure(foodMart.resolve("FoodMart.xml"), jars(scratch), queries);
        }
        return 0;
    }

    /** The folder that SHAPAN_SHARED names, else {@code ../shared} beside the repository, in whose benchmarks/target this jar lies. */
    private static Path shared() {
        String named = System.getenv("SHAPAN_SHARED");
        return named == null || named.isBlank()
                ? Path.of(System.getProperty("java.class.path"))
                        .toAbsolutePath()
                        .resolve("../../../../shared")
                : Path.of(named);
    }

    private Path jars(Path scratch) throws IOException, InterruptedException {
        if (mondrian != null) {
            return mondrian;
        }
        Path jars = Files.createDirectories(scratch.resolve("jars"));
        DebianPackages.fetch(jars, scratch);
        return jars;
    }

    private void measure(Path schema, Path jars, List<SampledQuery> queries) throws IOException, InterruptedException {
        List<Measured> measured = queries.stream().map(Measured::new).toList();
        try (EngineProcess ours = new EngineProcess(schema, null, options(options));
                EngineProcess theirs = new EngineProcess(schema, jars, options(List.of(NO_LOG)))) {
            for (int round = -warmup; round < rounds; round++) {
                for (Measured query : measured) {
                    for (Memory memory : Memory.values()) {
                        for (int turn = 0; turn < turns(memory); turn++) {
                            double[] millis = ask(ours, theirs, memory, query, (round + turn) % 2 == 0);
                            if (round >= 0) {
                                query.add(memory, millis);
                            }
                        }
                    }
                }
            }
        }
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "Java %s, heap %s, %d rounds after %d; ratios ours / Mondrian, geometric mean%n%n",
                Runtime.version(), heap, rounds, warmup);
        new RatioTable(measured).print(out, list);
    }

    /** Warm queries take little time and are asked more often. */
    private static int turns(Memory memory) {
        return memory == Memory.ALL ? WARM_TURNS : 1;
    }

    private static double[] ask(
            EngineProcess ours, EngineProcess theirs, Memory memory, Measured query, boolean oursFirst)
            throws IOException {
        String mdx = query.query().mdx();
        Answer first = (oursFirst ? ours : theirs).ask(memory, mdx);
        Answer second = (oursFirst ? theirs : ours).ask(memory, mdx);
        Answer our = oursFirst ? first : second;
        Answer their = oursFirst ? second : first;
        query.compare(our.text(), their.text());
        return new double[] {our.nanos() / 1e6, their.nanos() / 1e6};
    }

    private List<String> options(List<String> more) {
        List<String> all = new ArrayList<>(List.of("-Xms" + heap, "-Xmx" + heap));
        all.addAll(more);
        return all;
    }
}
