package org.shapan.portal.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.shapan.portal.internal.LoadLedgerDoor;
import org.shapan.portal.internal.LoadsEndpoint;
import org.shapan.warehouse.load.LoadEntry;
import org.shapan.warehouse.load.LoadTimes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code shapan loads}. */
@Command(
        name = "loads",
        description =
                "Lists the loads of the warehouse, refused ones too; with a number: its feeds, times and bad rows.")
final class LoadsCommand implements Callable<Integer> {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "N", description = "Number of a load.")
    private Long id;

    @Option(names = "--limit", paramLabel = "COUNT", description = "How many are listed, the newest. Default: 20.")
    private int limit = 20;

    @Option(names = "--quarantine", paramLabel = "FILE", description = "Write the rows that load N kept out as CSV.")
    private Path quarantine;

    @Mixin
    private DataOption data;

    @Override
    public Integer call() throws IOException {
        if (quarantine != null && id == null) {
            throw new ParameterException(spec.commandLine(), "--quarantine needs the number of a load");
        }
        if (limit < 0) {
            throw new ParameterException(spec.commandLine(), "--limit is negative: " + limit);
        }
        LoadLedgerDoor ledger = new LoadLedgerDoor(data.directory());
        PrintWriter out = spec.commandLine().getOut();
        if (id == null) {
            list(ledger.newest(limit), out);
        } else {
            detail(ledger.load(id), out);
            if (quarantine != null) {
                Files.writeString(quarantine, ledger.quarantine(id));
            }
        }
        out.flush();
        return ExitCode.OK;
    }

    private static void list(List<LoadEntry> loads, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%5s  %-19s  %-10s  %-13s  %5s  %12s  %10s  %8s  %9s  %s%n",
                "load",
                "started",
                "by",
                "months",
                "files",
                "rows",
                "bad rows",
                "seconds",
                "rows/s",
                "outcome");
        for (LoadEntry load : loads) {
            out.printf(
                    Locale.ROOT,
                    "%5d  %-19s  %-10s  %-13s  %5d  %,12d  %,10d  %8.1f  %,9d  %s%n",
                    load.id(),
                    TIME.format(load.startedAt().atZone(ZoneId.systemDefault())),
                    load.by(),
                    load.firstMonth() == 0 ? "" : load.firstMonth() + "-" + load.lastMonth(),
                    load.files(),
                    load.rows(),
                    load.badRows(),
                    load.totalMillis() / 1000.0,
                    load.rowsPerSecond(),
                    outcome(load));
        }
    }

    private static String outcome(LoadEntry load) {
        return load.version() > 0 ? load.outcome() + " as version " + load.version() : load.outcome();
    }

    private static void detail(LoadsEndpoint.Detail detail, PrintWriter out) {
        LoadEntry load = detail.load();
        list(List.of(load), out);
        out.println("from " + load.directory() + (load.source() == null ? "" : ", made by " + load.source()));
        if (load.message() != null) {
            out.println(load.message() + ". " + load.remedy());
        }
        LoadTimes.Step[] steps = LoadTimes.Step.values();
        for (int i = 0; i < steps.length; i++) {
            out.printf(
                    Locale.ROOT,
                    "  %-10s %8.2f s%n",
                    steps[i].name().toLowerCase(Locale.ROOT),
                    load.steps().get(i) / 1000.0);
        }
        for (LoadEntry.OfFeed feed : detail.feeds()) {
            out.printf(
                    Locale.ROOT,
                    "  %-16s %3d files  %,12d rows  %,8d bad  checked in %.2f s%n",
                    feed.feed(),
                    feed.files(),
                    feed.rows(),
                    feed.badRows(),
                    feed.checkMillis() / 1000.0);
        }
        for (LoadEntry.BadCount bad : detail.bad()) {
            out.printf(Locale.ROOT, "  kept out of %s: %,d by %s%n", bad.feed(), bad.rows(), bad.reason());
        }
    }
}
