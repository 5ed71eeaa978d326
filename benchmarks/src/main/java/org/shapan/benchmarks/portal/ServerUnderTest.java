package org.shapan.benchmarks.portal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code shapan start} in a process of its own, as the launcher starts it. */
final class ServerUnderTest implements AutoCloseable {
    static final String PASSWORD = "a grain of sand";

    private static final String UP = "Shapan is up: ";
    /** Young and old generation of the serial and of the parallel collector. */
    private static final Pattern USED = Pattern.compile("^(?:DefNew|Tenured|PSYoungGen|ParOldGen)\\s.*?used (\\d+)K");

    private static final long PATIENCE_MILLIS = 600_000;
    private static final int KILOBYTE = 1024;

    private final Process process;
    private final String url;

    private ServerUnderTest(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    /**
     * Starts it and waits until its data are ready.
     *
     * @param options of its Java process
     */
    static ServerUnderTest start(Path jar, Path data, List<String> options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(java("java")));
        command.addAll(options);
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                jar.toString(),
                "start",
                "--port",
                "0",
                "--data",
                data.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("SHAPAN_ADMIN_PASSWORD", PASSWORD);
        Process process = builder.start();
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = lines.readLine();
        StringBuilder printed = new StringBuilder();
        while (line != null && !line.startsWith(UP)) {
            printed.append(line).append('\n');
            line = lines.readLine();
        }
        if (line == null) {
            throw new IOException("the server ended: " + printed);
        }
        Thread.ofVirtual().start(() -> drain(lines));
        ServerUnderTest server = new ServerUnderTest(process, line.substring(UP.length()));
        server.awaitData();
        return server;
    }

    /** What it prints is read, so that it can go on printing; the end of the process closes the stream in the middle of that. */
    private static void drain(BufferedReader lines) {
        try {
            lines.transferTo(Writer.nullWriter());
        } catch (IOException e) {
            // the process has ended
        }
    }

    private void awaitData() throws IOException, InterruptedException {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest health =
                    HttpRequest.newBuilder(URI.create(url + "health")).build();
            while (!client.send(health, HttpResponse.BodyHandlers.ofString())
                    .body()
                    .contains("\"ready\"")) {
                if (System.currentTimeMillis() > end) {
                    throw new IOException("the data are not ready after " + PATIENCE_MILLIS / 1000 + " s");
                }
                Thread.sleep(500);
            }
        }
    }

    /** The portal's address, with a slash at its end. */
    String url() {
        return url;
    }

    /** Processor time that the server has used since its start. */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Bytes of the heap in use after a full collection, in MB. */
    double heapMegabytes() throws IOException, InterruptedException {
        jcmd("GC.run");
        double kilobytes = 0;
        for (String line : jcmd("GC.heap_info").lines().toList()) {
            Matcher used = USED.matcher(line);
            if (used.find()) {
                kilobytes += Long.parseLong(used.group(1));
            }
        }
        return kilobytes / KILOBYTE;
    }

    private String jcmd(String command) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(java("jcmd"), Long.toString(process.pid()), command)
                .redirectErrorStream(true)
                .start();
        String out = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (jcmd.waitFor() != 0) {
            throw new IOException("jcmd " + command + ": " + out);
        }
        return out;
    }

    private static String java(String tool) {
        return Path.of(System.getProperty("java.home"), "bin", tool).toString();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
