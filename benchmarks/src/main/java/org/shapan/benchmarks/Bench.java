package org.shapan.benchmarks;

import org.shapan.benchmarks.detection.DetectionBench;
import org.shapan.benchmarks.mondrian.MondrianBench;
import org.shapan.benchmarks.portal.PortalBench;
import org.shapan.benchmarks.reports.ReportsBench;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./shapan bench}: the benchmarks that are run by hand. */
@Command(
        name = "bench",
        description = "Measures Shapan side by side with a baseline, as ratios in one run.",
        mixinStandardHelpOptions = true,
        subcommands = {
            LoadBench.class,
            OverheadBench.class,
            MondrianBench.class,
            CrossjoinBench.class,
            DetectionBench.class,
            ReportsBench.class,
            PortalBench.class
        })
public final class Bench {
    private Bench() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }
}
