package org.shapan.reports.delivery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** An SMTP server on a socket that answers each command as a test says; silence where the answer is empty. */
final class ScriptedSmtp implements AutoCloseable {
    private final ServerSocket socket;
    private final UnaryOperator<String> answers;
    final AtomicInteger accepted = new AtomicInteger();

    /** @param answers reply to a command's first word, or to {@code .} at the end of a mail; null for the usual one */
    ScriptedSmtp(UnaryOperator<String> answers) {
        this.answers = answers;
        try {
            this.socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Thread.ofVirtual().start(() -> talk(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket client) {
        try (client;
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1))) {
            say(client, "220 scripted");
            boolean data = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (data && !line.equals(".")) {
                    continue;
                }
                String word = data ? "." : line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
                String given = answers.apply(word);
                String answer = given == null ? word.equals("DATA") ? "354 go on" : "250 fine" : given;
                data = word.equals("DATA") && answer.startsWith("354");
                if (word.equals(".") && answer.startsWith("250")) {
                    accepted.incrementAndGet();
                }
                if (!answer.isEmpty()) {
                    say(client, answer);
                }
            }
        } catch (IOException e) {
            // the client went away
        }
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        client.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
