package org.shapan.benchmarks.reports;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.shapan.benchmarks.province.LoadedProvince;
import org.shapan.benchmarks.province.ScratchFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Rendering against JasperReports on the same template and rows, one core against two, a mailed burst, and a long one under a small heap. */
@Command(
        name = "reports",
        description =
                "Rendering against JasperReports alone, two cores against one, and mailed bursts under a small heap.",
        mixinStandardHelpOptions = true)
public final class ReportsBench implements Callable<Integer> {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Data directory; a province is loaded there when it has none. Default: a temporary directory.")
    private Path data;

    @Option(
            names = "--profile",
            description = "Size of the province when it is generated: ci, demo, laptop. Default: ${DEFAULT-VALUE}.")
    private String profile = "demo";

    @Option(names = "--template", description = "Report that is rendered, one a branch. Default: ${DEFAULT-VALUE}.")
    private String template = "R03";

    @Option(names = "--heap", description = "Heap of the JVM that renders and sends. Default: ${DEFAULT-VALUE}.")
    private String heap = "1500m";

    @Option(names = "--rounds", description = "Measured rounds of each; the median counts. Default: ${DEFAULT-VALUE}.")
    private int rounds = 5;

    @Option(names = "--recipients", description = "Recipients of the timed burst. Default: ${DEFAULT-VALUE}.")
    private int recipients = 200;

    @Option(names = "--pages", description = "Pages of the long burst, 0 to leave it out. Default: ${DEFAULT-VALUE}.")
    private int pages = 10_000;

    @Override
    public Integer call() throws Exception {
        try (ScratchFolder scratch = ScratchFolder.create("shapan-bench-reports")) {
            Path directory = data == null ? scratch.path().resolve("data") : data;
            LoadedProvince.ensure(directory, profile, null);
            return JvmProcess.command(
                            List.of("-Xmx" + heap, "--enable-native-access=ALL-UNNAMED"),
                            ReportsMain.class,
                            directory.toString(),
                            scratch.path().toString(),
                            template,
                            Integer.toString(rounds),
                            Integer.toString(recipients),
                            Integer.toString(pages))
                    .inheritIO()
                    .start()
                    .waitFor();
        }
    }
}
