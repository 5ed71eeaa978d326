package org.shapan.portal.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.shapan.portal.account.IllegalAccountException;
import org.shapan.reports.render.ReportException;
import org.shapan.warehouse.data.DataDirectoryException;
import org.shapan.warehouse.generator.NotEnoughMemoryException;
import org.shapan.warehouse.load.LoadException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.NestedExceptionUtils;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** The command {@code shapan}. */
@Command(
        name = "shapan",
        description = "OLAP cube server with an embedded reporting portal.",
        mixinStandardHelpOptions = true,
        version = "Shapan 0.1.0",
        scope = ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:failed; the reason is on standard error",
            "2:the command line is wrong",
            "3:the data directory is owned by another process",
            "4:the port is in use",
            "5:the input was refused and nothing has changed; or a check found errors"
        },
        subcommands = {
            StartCommand.class,
            GenerateCommand.class,
            LoadCommand.class,
            LoadsCommand.class,
            ReportCommand.class,
            MdxCommand.class,
            CheckCommand.class,
            ReloadCommand.class,
            BackupCommand.class,
            RestoreCommand.class
        })
public final class Shapan {
    private Shapan() {}

    public static void main(String[] arguments) {
        CommandLogging.quiet();
        System.exit(commandLine().execute(arguments));
    }

    /** The command line, for tests and {@link #main}. */
    public static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new Shapan());
        commandLine.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        commandLine.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setParameterExceptionHandler(Shapan::misused);
        commandLine.setExecutionExceptionHandler((failure, command, parsed) -> fail(failure, command));
        return commandLine;
    }

    private static int misused(CommandLine.ParameterException misuse, String[] arguments) {
        CommandLine command = misuse.getCommandLine();
        command.getErr().println("shapan: " + misuse.getMessage());
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(misuse, command.getErr())) {
            command.getErr().println("See '" + command.getCommandSpec().qualifiedName() + " --help'.");
        }
        return ExitCode.USAGE;
    }

    private static int fail(Exception failure, CommandLine command) {
        command.getErr().println("shapan: " + oneLine(failure));
        return exitCode(failure);
    }

    private static String oneLine(Throwable failure) {
        String text =
                switch (root(failure)) {
                    case DataDirectoryException e -> e.getMessage() + ". " + e.remedy();
                    case LoadException e -> e.getMessage() + ". " + e.remedy();
                    case NotEnoughMemoryException e -> e.getMessage() + ". " + e.remedy() + ".";
                    case PortInUseException e -> "port " + e.getPort() + " is in use. Choose another with --port.";
                    case IllegalAccountException e -> "SHAPAN_ADMIN_PASSWORD is refused: " + e.getMessage() + ".";
                    case BindException e ->
                        "the setting " + e.getName() + " is refused: "
                                + NestedExceptionUtils.getMostSpecificCause(e).getMessage()
                                + ". docs/operations.md lists the settings.";
                    case Throwable e when e.getMessage() != null -> e.getMessage();
                    case Throwable e -> e.toString();
                };
        return text.replaceAll("\\R+", " ");
    }

    private static int exitCode(Throwable failure) {
        return switch (root(failure)) {
            case CommandFailure e -> e.exitCode();
            case DataDirectoryException e when e.code() == DataDirectoryException.Code.OWNED -> ExitCode.DATA_OWNED;
            case PortInUseException e -> ExitCode.PORT_IN_USE;
            case LoadException e -> ExitCode.INPUT_REFUSED;
            case ReportException e when e.isRefusal() -> ExitCode.USAGE;
            default -> ExitCode.FAILED;
        };
    }

    /** The first failure in the chain of causes that has a message of its own for people. */
    private static Throwable root(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CommandFailure
                    || cause instanceof DataDirectoryException
                    || cause instanceof LoadException
                    || cause instanceof NotEnoughMemoryException
                    || cause instanceof ReportException
                    || cause instanceof PortInUseException
                    || cause instanceof BindException
                    || cause instanceof IllegalAccountException) {
                return cause;
            }
        }
        return failure;
    }
}
