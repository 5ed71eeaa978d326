package org.shapan.portal.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.shapan.portal.internal.ServerClient;
import org.shapan.warehouse.data.DataDirectory;
import org.shapan.warehouse.data.ServerInfo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code shapan reload}. */
@Command(
        name = "reload",
        description = {
            "Lets the running server read its catalog anew: says what changed and which saved queries no longer work. Queries go on"
                    + " meanwhile; a catalog that is wrong or does not fit its database replaces nothing.",
            "With --dry-run nothing is replaced. Ends with 5 when the catalog is refused."
        })
final class ReloadCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOption data;

    @Option(names = "--dry-run", description = "Only say what would change and what would break.")
    private boolean dryRun;

    @Override
    public Integer call() {
        ServerInfo owner = DataDirectory.owner(data.directory())
                .filter(server -> server.port() > 0)
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.FAILED,
                        "no server runs on " + data.directory() + ". Start it, or name its directory with --data."));
        PrintWriter out = spec.commandLine().getOut();
        JsonNode answer = new ServerClient(owner).reload(dryRun);
        answer.get("changes").forEach(change -> out.println(change.asString()));
        answer.get("broken")
                .forEach(broken -> out.println("breaks " + broken.get("name").asString() + ": "
                        + broken.get("message").asString()));
        int changes = answer.get("changes").size();
        int broken = answer.get("broken").size();
        out.println((dryRun ? "Would be reloaded: " : "Reloaded: ")
                + changes
                + (changes == 1 ? " change, " : " changes, ")
                + broken
                + (broken == 1 ? " query broken" : " queries broken"));
        return ExitCode.OK;
    }
}
