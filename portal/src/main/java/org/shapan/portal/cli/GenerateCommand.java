package org.shapan.portal.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.shapan.warehouse.feed.Profile;
import org.shapan.warehouse.generator.Generator;
import org.shapan.warehouse.generator.GeneratorOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code shapan generate}. */
@Command(
        name = "generate",
        description = "Generates a province as Parquet extracts with a manifest, ready for 'shapan load'."
                + " The same profile and seed give the same bytes.")
final class GenerateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Directory for the extracts.")
    private Path out;

    @Option(
            names = "--profile",
            defaultValue = "demo",
            completionCandidates = ProfileNames.class,
            description = "Size of the province: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).",
            converter = ProfileConverter.class)
    private Profile profile;

    @Option(
            names = "--seed",
            defaultValue = "" + GeneratorOptions.DEFAULT_SEED,
            description = "Seed of the generator (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--clean", description = "Leaves out the planted anomalies.")
    private boolean clean;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Worker threads; they change the time, not the bytes. Default: one per processor.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Override
    public Integer call() throws IOException, InterruptedException {
        ConsoleProgress progress = new ConsoleProgress(spec.commandLine().getOut());
        if (threads < 1) {
            throw new ParameterException(spec.commandLine(), "--threads is " + threads + ", at least 1 is needed");
        }
        Generator.generate(new GeneratorOptions(profile, seed, out, clean, threads), progress);
        progress.done("Generated " + out.toAbsolutePath().normalize());
        return ExitCode.OK;
    }
}
