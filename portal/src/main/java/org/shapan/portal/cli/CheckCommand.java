package org.shapan.portal.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shapan.engine.catalog.Place;
import org.shapan.engine.check.CatalogCheck;
import org.shapan.engine.check.CheckLimits;
import org.shapan.engine.check.CheckReport;
import org.shapan.engine.check.Finding;
import org.shapan.engine.check.Severity;
import org.shapan.portal.star.DriverSource;
import org.shapan.portal.star.StarSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code shapan check}. */
@Command(
        name = "check",
        description = {
            "Checks a catalog against the database it is meant for and says everything that is wrong, each with file, line,"
                    + " column and remedy. Nothing is changed.",
            "Ends with 0 when there are no errors (there may be warnings and hints), with 5 when there are."
        })
final class CheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private StarOptions star;

    @Option(names = "--json", description = "One JSON line for each finding, for machines.")
    private boolean json;

    @Override
    public Integer call() {
        StarSettings settings = star.settings();
        CheckReport report;
        try (DriverSource source = settings.connect()) {
            report = CatalogCheck.check(
                    settings.catalog(), source.dataSource(), CheckLimits.fromSettings(CommandSettings.settings()));
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            JsonMapper mapper = JsonMapper.builder().build();
            report.findings().forEach(finding -> out.println(mapper.writeValueAsString(line(finding, mapper))));
        } else {
            report.findings().forEach(finding -> out.println(text(finding)));
            out.println(Stream.of(Severity.values())
                    .map(severity -> counted(report.count(severity), name(severity)))
                    .collect(Collectors.joining(", ")));
        }
        return report.hasErrors() ? ExitCode.INPUT_REFUSED : ExitCode.OK;
    }

    private static String text(Finding finding) {
        Place place = finding.place();
        String at = place == null
                ? ""
                : place.file() + ":" + place.region().line() + ":"
                        + place.region().column() + ": ";
        return at + name(finding.severity()) + " [" + finding.rule() + "]\n    " + finding.what() + "\n    → "
                + finding.remedy();
    }

    private static ObjectNode line(Finding finding, JsonMapper mapper) {
        ObjectNode line = mapper.createObjectNode();
        line.put("severity", name(finding.severity()));
        line.put("rule", finding.rule());
        if (finding.place() != null) {
            line.put("file", finding.place().file());
            line.put("line", finding.place().region().line());
            line.put("column", finding.place().region().column());
        }
        line.put("what", finding.what());
        line.put("remedy", finding.remedy());
        return line;
    }

    private static String counted(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private static String name(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }
}
