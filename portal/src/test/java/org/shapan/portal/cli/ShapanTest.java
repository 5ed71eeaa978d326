package org.shapan.portal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shapan.warehouse.data.DataDirectory;
import org.shapan.warehouse.feed.FeedFile;
import org.shapan.warehouse.feed.Manifest;
import picocli.CommandLine;

/** What a person sees who types something wrong: one line and an exit code. */
class ShapanTest {
    private final StringWriter err = new StringWriter();
    private final StringWriter out = new StringWriter();

    @TempDir
    Path folder;

    @Test
    void helpListsTheExitCodesOfEveryCommand() {
        for (String command : new String[] {"start", "generate", "load"}) {
            out.getBuffer().setLength(0);

            assertThat(run(command, "--help")).isZero();
            assertThat(out.toString()).contains("Exit codes:", "the data directory is owned by another process");
        }
    }

    @Test
    void oneThreadAndTwoGenerateTheSameBytes(@TempDir Path directory) throws Exception {
        for (String threads : new String[] {"1", "2"}) {
            String delivery = directory.resolve(threads).toString();
            assertThat(run("generate", "--profile", "ci", "--threads", threads, "--out", delivery))
                    .isZero();
        }
        List<FeedFile> files = Manifest.read(directory.resolve("1")).files();

        assertThat(files)
                .isNotEmpty()
                .isEqualTo(Manifest.read(directory.resolve("2")).files());
        for (FeedFile file : files) {
            assertThat(directory.resolve("1").resolve(file.file()))
                    .hasSameBinaryContentAs(directory.resolve("2").resolve(file.file()));
        }
        assertThat(run("generate", "--threads", "0", "--out", directory.toString()))
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void anUnknownCommandIsAMisuse() {
        assertThat(run("strat")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("strat");
    }

    @Test
    void anUnknownProfileNamesTheKnownOnes() {
        assertThat(run("start", "--profile", "huge")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("huge", "ci", "demo", "laptop").doesNotContain("\tat ");
    }

    @Test
    void aDirectoryOfAnotherProcessIsLeftAlone() {
        try (DataDirectory owner = DataDirectory.open(folder)) {
            assertThat(run("start", "--data", folder.toString())).isEqualTo(ExitCode.DATA_OWNED);
        }
        assertOneLine("is owned by process " + ProcessHandle.current().pid(), "--data");
    }

    @Test
    void aPortInUseIsSaidAtOnceAndTheDirectoryIsFreeAgain() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            int port = taken.getLocalPort();

            assertThat(run("start", "--data", folder.toString(), "--port", "" + port))
                    .isEqualTo(ExitCode.PORT_IN_USE);
            assertOneLine("port " + port, "--port");
        }
        assertThat(DataDirectory.owner(folder)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "shapan.carrier-threads, 300, is 1 to 256",
        "shapan.carrier-threads, many, many",
        "shapan.sign-in.lock, soon, soon"
    })
    void aSettingThatIsNoneIsNamed(String name, String value, String why) {
        System.setProperty(name, value);
        try {
            assertThat(run("start", "--data", folder.toString(), "--port", "0")).isEqualTo(ExitCode.FAILED);
        } finally {
            System.clearProperty(name);
        }
        assertOneLine(name, why, "docs/operations.md");
        assertThat(DataDirectory.owner(folder)).isEmpty();
    }

    @Test
    void aDirectoryThatCannotBeIsRefused() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "x");

        assertThat(run("start", "--data", file.resolve("below").toString())).isEqualTo(ExitCode.FAILED);
        assertOneLine("cannot be used");
    }

    @Test
    void aDeliveryThatIsMissingOrNoneIsRefused() throws Exception {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Path data = folder.resolve("data");

        assertThat(run("load", folder.resolve("none").toString(), "--data", data.toString()))
                .isEqualTo(ExitCode.INPUT_REFUSED);
        assertOneLine("there is no directory");
        assertThat(run("load", empty.toString(), "--data", data.toString())).isEqualTo(ExitCode.INPUT_REFUSED);
        assertOneLine("manifest.json");
    }

    private int run(String... arguments) {
        err.getBuffer().setLength(0);
        CommandLine command = Shapan.commandLine();
        command.setErr(new PrintWriter(err, true));
        command.setOut(new PrintWriter(out, true));
        return command.execute(arguments);
    }

    private void assertOneLine(String... parts) {
        assertThat(err.toString().strip())
                .startsWith("shapan: ")
                .contains(parts)
                .hasLineCount(1);
    }
}
