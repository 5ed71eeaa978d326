package org.shapan.portal.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.shapan.portal.internal.ServerClient;
import org.shapan.portal.reports.ReportByHand;
import org.shapan.portal.text.Language;
import org.shapan.reports.render.ReportFormat;
import org.shapan.reports.render.ReportRequest;
import org.shapan.warehouse.data.DataDirectory;
import org.shapan.warehouse.data.ServerInfo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code shapan report run}. */
@Command(
        name = "run",
        description = "Renders one report to a file. Where a server runs on the data directory, the server renders it.")
final class ReportRunCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "Id of the report, such as R03; 'report list' shows all.")
    private String template;

    @Option(
            names = "--param",
            paramLabel = "NAME=VALUE",
            description = "A parameter; may be repeated. Members by name, caption or unique name, months as 2010-03.")
    private Map<String, String> parameters = new LinkedHashMap<>();

    @Option(names = "--locale", defaultValue = "zh", description = "zh or en (default: ${DEFAULT-VALUE}).")
    private Language language;

    @Option(
            names = "--format",
            defaultValue = "pdf",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private ReportFormat format;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "File to write; an old one is replaced.")
    private Path out;

    @Mixin
    private DataOption data;

    @Override
    public Integer call() throws IOException {
        Path folder = out.toAbsolutePath().normalize().getParent();
        if (!Files.isDirectory(folder)) {
            throw new CommandFailure(ExitCode.USAGE, "there is no directory " + folder);
        }
        ReportRequest request = new ReportRequest(template, parameters, language.locale(), format);
        Optional<ServerInfo> owner = DataDirectory.owner(data.directory());
        byte[] document = owner.isPresent() && owner.get().port() > 0
                ? new ServerClient(owner.get()).report(request)
                : ReportByHand.render(data.directory(), request);
        write(folder, document);
        spec.commandLine().getOut().println("Wrote " + out + " (" + Math.ceilDiv(document.length, 1024) + " KB)");
        return ExitCode.OK;
    }

    /** The file appears whole or not at all. */
    private void write(Path folder, byte[] document) throws IOException {
        Path part = Files.createTempFile(folder, "report", ".part");
        try {
            Files.write(part, document);
            Files.move(part, out, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
