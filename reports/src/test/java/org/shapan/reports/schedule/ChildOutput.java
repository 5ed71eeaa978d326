package org.shapan.reports.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;

/** What a child process prints: a line that says how far it is, then nothing of interest, until it ends or is killed. */
final class ChildOutput {
    private ChildOutput() {}

    /** Waits for a line and reads on in the background, so that the process can print on. */
    static void awaitLine(Process process, String wanted) throws IOException {
        BufferedReader lines = process.inputReader();
        String line = lines.readLine();
        while (line != null && !line.equals(wanted)) {
            line = lines.readLine();
        }
        assertThat(line).isEqualTo(wanted);
        Thread.ofVirtual().start(() -> drain(lines));
    }

    private static void drain(BufferedReader lines) {
        try {
            lines.transferTo(Writer.nullWriter());
        } catch (IOException e) {
            // the process was killed
        }
    }
}
