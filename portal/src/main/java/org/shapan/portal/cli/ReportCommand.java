package org.shapan.portal.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.shapan.portal.text.Language;
import org.shapan.reports.template.Template;
import org.shapan.reports.template.TemplateCatalog;
import org.shapan.reports.template.TemplateParameter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code shapan report}. */
@Command(
        name = "report",
        description = "Lists the reports and renders one by hand.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ReportCommand.ListCommand.class, ReportRunCommand.class})
final class ReportCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        throw new CommandFailure(
                ExitCode.USAGE, "say what to do: report list, or report run ID. See 'shapan report --help'.");
    }

    /** {@code shapan report list}. */
    @Command(name = "list", description = "Lists the reports and their parameters.")
    static final class ListCommand implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Option(names = "--locale", defaultValue = "zh", description = "zh or en (default: ${DEFAULT-VALUE}).")
        private Language language;

        @Override
        public Integer call() {
            PrintWriter out = spec.commandLine().getOut();
            for (Template template : TemplateCatalog.bundled().all()) {
                out.println(template.id() + "  " + template.title(language.locale()));
                for (TemplateParameter parameter : template.parameters()) {
                    out.println("      --param " + parameter.name() + "=…  "
                            + template.caption(parameter, language.locale())
                            + (parameter.required()
                                    ? ""
                                    : parameter.latestPeriod() ? " (default: last month with data)" : " (optional)"));
                }
            }
            return ExitCode.OK;
        }
    }
}
