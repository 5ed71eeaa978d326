package org.shapan.portal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shapan.portal.CiProvince;
import org.shapan.portal.TestPortal;
import org.shapan.portal.province.DataState;
import picocli.CommandLine;

/** A load into a data directory whose server runs: the server does it, and shows the new version at once. */
class LoadThroughServerTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path data;

    @TempDir
    Path other;

    @Test
    void theServerLoadsAndPublishesOrRefusesAndKeepsWhatItHas() throws Exception {
        try (TestPortal portal =
                TestPortal.start(CiProvince.copy(data), Map.of("SHAPAN_ADMIN_PASSWORD", "a grain of sand"))) {
            assertThat(version(portal)).isEqualTo(1);

            assertThat(load(CiProvince.delivery())).isEqualTo(ExitCode.OK);
            assertThat(out.toString()).contains("Loaded as version 2");
            assertThat(version(portal)).isEqualTo(2);

            Files.writeString(other.resolve("manifest.json"), "{ not a manifest");
            assertThat(load(other)).isEqualTo(ExitCode.INPUT_REFUSED);
            assertThat(err.toString().strip()).startsWith("shapan: ").hasLineCount(1);
            assertThat(version(portal)).isEqualTo(2);
        }
    }

    private static long version(TestPortal portal) {
        return portal.server().province().data().map(DataState::version).orElse(-1L);
    }

    private int load(Path delivery) {
        CommandLine command = Shapan.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute("load", delivery.toString(), "--data", data.toString());
    }
}
