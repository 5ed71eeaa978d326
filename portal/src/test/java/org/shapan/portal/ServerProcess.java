package org.shapan.portal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** {@code shapan start …} in a process of its own, as the launcher starts it. */
public final class ServerProcess implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 180;
    private static final String UP = "Shapan is up: ";

    private final Process process;
    private final List<String> printed = new ArrayList<>();
    private final CompletableFuture<String> url = new CompletableFuture<>();

    private ServerProcess(Process process) {
        this.process = process;
        Thread.ofVirtual().start(this::follow);
    }

    public static ServerProcess start(Path directory, Map<String, String> environment, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx640m",
                "--enable-native-access=ALL-UNNAMED",
                "-Dvaadin.productionMode=true",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "org.shapan.portal.cli.Shapan",
                "start"));
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return new ServerProcess(builder.start());
    }

    private void follow() {
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                synchronized (printed) {
                    printed.add(line);
                }
                if (line.startsWith(UP)) {
                    url.complete(line.substring(UP.length()));
                }
            }
        } catch (IOException e) {
            url.completeExceptionally(e);
        }
        url.completeExceptionally(new IllegalStateException("the server ended: " + printed()));
    }

    /** The portal's address; waits until the server is up. */
    public String url() throws Exception {
        return url.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    public String printed() {
        synchronized (printed) {
            return String.join("\n", printed);
        }
    }

    /** Ends it as a power failure does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Ends it as Ctrl-C does. */
    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
