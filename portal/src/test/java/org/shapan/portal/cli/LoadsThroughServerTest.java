package org.shapan.portal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shapan.portal.CiProvince;
import org.shapan.portal.TestPortal;
import org.shapan.portal.TestPortal.Visitor;
import org.shapan.portal.account.Accounts;
import org.shapan.portal.account.NewAccount;
import org.shapan.warehouse.load.LoadEntry;
import org.shapan.warehouse.load.LoadLedger;
import picocli.CommandLine;

/** The ledger of loads and the inbox of a running server. */
class LoadsThroughServerTest {
    private static final String PASSWORD = "a grain of sand";
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path data;

    @Test
    void theInboxIsLoadedAndTheLedgerIsForAdministrators() throws Exception {
        Map<String, Object> settings =
                Map.of("SHAPAN_ADMIN_PASSWORD", PASSWORD, "shapan.warehouse.inbox-poll", "200ms");
        try (TestPortal portal = TestPortal.start(CiProvince.copy(data), settings)) {
            Path bad = Files.createDirectories(data.resolve("inbox/a-bad"));
            copy(CiProvince.delivery(), bad);
            Files.writeString(
                    bad.resolve("manifest.json"),
                    Files.readString(bad.resolve("manifest.json"))
                            .replaceFirst("\"file\" : \"dim_area.parquet\"", "\"file\" : \"../dim_area.parquet\""));
            copy(CiProvince.delivery(), Files.createDirectories(data.resolve("inbox/b-again")));
            await(data.resolve("inbox/done/b-again"));
            assertThat(data.resolve("inbox/done/b-again.txt")).content().startsWith("Loaded already, in version 1");
            assertThat(bad).as("may still be uploaded").exists();

            assertThat(run("loads")).isEqualTo(ExitCode.OK);
            assertThat(out.toString()).contains("UNCHANGED as version 1", "MANIFEST_INVALID", "inbox");
            LoadEntry refused = portal.server().bean(LoadLedger.class).newest(9).stream()
                    .filter(load -> load.outcome().equals("MANIFEST_INVALID"))
                    .findFirst()
                    .orElseThrow();
            Path csv = data.resolve("bad.csv");
            assertThat(run("loads", String.valueOf(refused.id()), "--quarantine", csv.toString()))
                    .isEqualTo(ExitCode.OK);
            assertThat(csv).content().isEqualTo("feed,file,line,column,value,reason\n");
            assertThat(run("loads", "4711")).isEqualTo(ExitCode.INPUT_REFUSED);

            portal.server()
                    .bean(Accounts.class)
                    .create(new NewAccount(
                            "branch", "Branch", PASSWORD, Set.of(), List.of("[Area].[Managed].[Branch].&[NJ-1]")));
            String path = "api/loads/%d/quarantine.csv".formatted(refused.id());
            assertThat(portal.visitor().get(path).statusCode()).as("signed out").isEqualTo(401);
            assertThat(signedIn(portal, "branch").get(path).statusCode()).isEqualTo(403);
            assertThat(signedIn(portal, "branch").get("api/loads").statusCode()).isEqualTo(403);
            Visitor admin = signedIn(portal, "admin");
            HttpResponse<String> answer = admin.get(path);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                    .startsWith("attachment");
            assertThat(answer.body()).isEqualTo("feed,file,line,column,value,reason\n");
            assertThat(admin.get("api/loads").body()).contains("MANIFEST_INVALID");
            assertThat(admin.get("api/loads/4711/quarantine.csv").statusCode()).isEqualTo(404);
        }
        out.getBuffer().setLength(0);
        assertThat(run("loads")).as("without a server").isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("UNCHANGED as version 1", "MANIFEST_INVALID");
    }

    private static Visitor signedIn(TestPortal portal, String login) throws Exception {
        Visitor visitor = portal.visitor();
        visitor.signIn(login, PASSWORD);
        return visitor;
    }

    /** As an upload does: the manifest comes last. */
    private static void copy(Path from, Path to) throws Exception {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(f -> !f.endsWith("manifest.json")).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
        Files.copy(from.resolve("manifest.json"), to.resolve("manifest.json"));
    }

    private static void await(Path path) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.exists(path) && System.nanoTime() < end) {
            Thread.sleep(100);
        }
        assertThat(path).exists();
    }

    private int run(String... arguments) {
        CommandLine command = Shapan.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", data.toString()));
        return command.execute(all.toArray(String[]::new));
    }
}
