package org.shapan.portal.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.shapan.portal.cubes.WarehouseCubes;
import org.shapan.portal.internal.ServerClient;
import org.shapan.portal.mdx.CatalogQueries;
import org.shapan.portal.mdx.MdxLines;
import org.shapan.portal.mdx.MdxQueries;
import org.shapan.portal.star.DriverSource;
import org.shapan.portal.star.StarSettings;
import org.shapan.warehouse.data.DataDirectory;
import org.shapan.warehouse.data.DatabaseSettings;
import org.shapan.warehouse.data.ServerInfo;
import org.shapan.warehouse.data.WarehouseDatabase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code shapan mdx}. */
@Command(
        name = "mdx",
        description = {
            "Answers MDX as JSON lines: reads {\"id\",\"mdx\"} on standard input, optionally with \"role\" and \"catalog\","
                    + " and writes one line each, in order. A bad line gets an error line.",
            "With --catalog and --jdbc over any star; without, the telecom catalog of --data, through the server where one runs."
        })
final class MdxCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private StarOptions star;

    @Option(names = "--role", paramLabel = "ROLE", description = "Role of the catalog for lines that name none.")
    private String role;

    @Option(names = "--timeout", paramLabel = "SECONDS", description = "Time limit of a query; default: 300.")
    private long timeout = 300;

    @Mixin
    private DataOption data;

    @Override
    public Integer call() throws IOException {
        boolean overJdbc = star.given();
        if (timeout < 1) {
            throw new ParameterException(spec.commandLine(), "--timeout must be at least 1 second");
        }
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PrintWriter out = spec.commandLine().getOut();
        if (overJdbc) {
            answerOverJdbc(in, out);
            return ExitCode.OK;
        }
        Optional<ServerInfo> owner = DataDirectory.owner(data.directory());
        if (owner.isPresent() && owner.get().port() > 0) {
            new ServerClient(owner.get()).mdx(in, out, role, Duration.ofSeconds(timeout));
        } else {
            answerFromData(in, out);
        }
        return ExitCode.OK;
    }

    private void answerOverJdbc(BufferedReader in, Writer out) throws IOException {
        StarSettings settings = star.settings();
        try (DriverSource source = settings.connect()) {
            MdxQueries queries = CatalogQueries.overJdbc(
                    source.dataSource(),
                    CommandSettings.limits(),
                    settings.catalog(),
                    role,
                    Duration.ofSeconds(timeout));
            new MdxLines(queries).answerAll(in, out);
        }
    }

    private void answerFromData(BufferedReader in, Writer out) throws IOException {
        try (DataDirectory directory = DataDirectory.open(data.directory());
                WarehouseDatabase database = WarehouseDatabase.open(directory, DatabaseSettings.DEFAULT)) {
            MdxQueries queries = CatalogQueries.over(
                    new WarehouseCubes(database, CommandSettings.limits()).server(), role, Duration.ofSeconds(timeout));
            new MdxLines(queries).answerAll(in, out);
        }
    }
}
