package org.shapan.benchmarks.reports;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A GreenMail SMTP server in a process of its own; it ends with its input. */
final class MailServer implements AutoCloseable {
    private static final int SECONDS_TO_END = 10;

    private final Process process;
    private final BufferedReader answers;
    private final PrintWriter questions;
    private final int port;

    MailServer() throws IOException {
        process = JvmProcess.command(List.of("-Xmx1200m"), MailServer.class)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        answers = process.inputReader();
        questions = new PrintWriter(process.outputWriter(), true);
        port = Integer.parseInt(answers.readLine());
    }

    int port() {
        return port;
    }

    /** How many mails came since the last call; they are thrown away. */
    int take() throws IOException {
        questions.println("take");
        return Integer.parseInt(answers.readLine());
    }

    @Override
    public void close() throws InterruptedException {
        questions.close();
        if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    public static void main(String[] ignored) throws IOException, FolderException {
        GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());
        server.start();
        System.out.println(server.getSmtp().getPort());
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        while (in.readLine() != null) {
            System.out.println(server.getReceivedMessages().length);
            server.purgeEmailFromAllMailboxes();
        }
        server.stop();
    }
}
