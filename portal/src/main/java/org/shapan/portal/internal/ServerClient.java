package org.shapan.portal.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Writer;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.shapan.portal.cli.CommandFailure;
import org.shapan.portal.cli.ExitCode;
import org.shapan.reports.render.ReportRequest;
import org.shapan.warehouse.Progress;
import org.shapan.warehouse.data.ServerInfo;
import org.shapan.warehouse.load.LoadOptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the server that owns a data directory, as {@code server.json} says. */
public final class ServerClient {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final int OK = 200;
    private static final String OWN_STAR = "the server on this data directory serves a star of your own; ";
    private static final int NOT_FOUND = 404;
    private static final int REFUSED = 422;
    private static final int FAILED = 500;

    private final JsonMapper json = JsonMapper.builder().build();
    private final ServerInfo server;

    public ServerClient(ServerInfo server) {
        this.server = server;
    }

    /**
     * Lets the server load a delivery and follows its progress.
     *
     * @return {@code {"version","changed","absent","bad","unknown","repaired"}} or, where the server refuses the delivery, {@code {"error","bad"}}
     * @throws CommandFailure where the server cannot be reached
     */
    public JsonNode load(Path delivery, LoadOptions options, Progress progress) {
        String body = json.writeValueAsString(Map.of(
                "directory",
                delivery.toAbsolutePath().normalize().toString(),
                "restate",
                options.restate(),
                "maxBad",
                options.maxBadShare(),
                "maxUnknown",
                options.maxUnknownShare(),
                "by",
                options.by()));
        HttpRequest request = request("load")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (HttpClient client = client()) {
            var response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            if (response.statusCode() == NOT_FOUND) {
                throw new CommandFailure(ExitCode.FAILED, OWN_STAR + "it loads nothing.");
            }
            if (response.statusCode() != OK) {
                throw unexpected(response);
            }
            try (var lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
                return follow(lines, progress);
            }
        } catch (IOException e) {
            throw unreachable(e);
        } catch (InterruptedException e) {
            throw interrupted("interrupted; the server goes on loading");
        }
    }

    /**
     * What the server answers below {@code /internal}.
     *
     * @throws CommandFailure where it has no such thing or cannot be reached
     */
    public String get(String path) {
        var response = send(request(path).build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        return switch (response.statusCode()) {
            case OK -> response.body();
            case NOT_FOUND ->
                throw new CommandFailure(ExitCode.INPUT_REFUSED, "the server " + server + " has no " + path);
            default -> throw unexpected(response);
        };
    }

    /**
     * Lets the server answer lines of MDX, one request a line.
     *
     * @throws CommandFailure where the server cannot be reached
     */
    public void mdx(BufferedReader in, Writer out, String role, Duration timeout) throws IOException {
        String query = "?timeout=" + timeout.toSeconds()
                + (role == null ? "" : "&role=" + URLEncoder.encode(role, StandardCharsets.UTF_8));
        try (HttpClient client = client()) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (!line.isBlank()) {
                    HttpRequest request = request("mdx" + query)
                            .header("Content-Type", "text/plain;charset=UTF-8")
                            .POST(HttpRequest.BodyPublishers.ofString(line))
                            .build();
                    var response = client.send(request, HttpResponse.BodyHandlers.ofString());
                    if (response.statusCode() != OK) {
                        throw unexpected(response);
                    }
                    out.write(response.body());
                    out.flush();
                }
            }
        } catch (IOException e) {
            throw unreachable(e);
        } catch (InterruptedException e) {
            throw interrupted("interrupted");
        }
    }

    /**
     * Lets the server read its catalog anew.
     *
     * @param dryRun only to learn what would change
     * @return {@code {"changes":[text],"broken":[{"name","code","message"}]}}
     * @throws CommandFailure where the catalog is refused or the server cannot be reached
     */
    public JsonNode reload(boolean dryRun) {
        var response = send(
                request("reload?dryRun=" + dryRun)
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return switch (response.statusCode()) {
            case OK -> json.readTree(response.body());
            case REFUSED ->
                throw new CommandFailure(
                        ExitCode.INPUT_REFUSED,
                        json.readTree(response.body()).get("error").asString());
            default -> throw unexpected(response);
        };
    }

    /**
     * Lets the server render a report.
     *
     * @throws CommandFailure where the server refuses the request or cannot be reached
     */
    public byte[] report(ReportRequest report) {
        String body = json.writeValueAsString(Map.of(
                "template", report.templateId(),
                "parameters", report.parameters(),
                "locale", report.locale().getLanguage(),
                "format", report.format().name()));
        var response = send(
                request("report")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        return switch (response.statusCode()) {
            case OK -> response.body();
            case REFUSED ->
                throw new CommandFailure(ExitCode.USAGE, new String(response.body(), StandardCharsets.UTF_8));
            case FAILED ->
                throw new CommandFailure(ExitCode.FAILED, new String(response.body(), StandardCharsets.UTF_8));
            case NOT_FOUND -> throw new CommandFailure(ExitCode.FAILED, OWN_STAR + "it has no reports.");
            default -> throw unexpected(response);
        };
    }

    /**
     * Lets the server write a backup of its data directory into a file.
     *
     * @throws CommandFailure where the server cannot be reached or does not end the backup
     */
    public void backup(Path file) {
        try (HttpClient client = client()) {
            var response = client.send(request("backup").build(), HttpResponse.BodyHandlers.ofInputStream());
            if (response.statusCode() != OK) {
                throw unexpected(response);
            }
            try (InputStream in = response.body();
                    OutputStream out = Files.newOutputStream(file)) {
                in.transferTo(out);
            } catch (IOException e) {
                throw new CommandFailure(
                        ExitCode.FAILED,
                        "the backup broke off: " + e.getMessage() + ". Where the server ended it, the audit log and "
                                + "logs/shapan.log say why.");
            }
        } catch (IOException e) {
            throw unreachable(e);
        } catch (InterruptedException e) {
            throw interrupted("interrupted");
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.port() + server.path() + "/internal/" + path))
                .header("Authorization", "Bearer " + server.token());
    }

    private static HttpClient client() {
        return HttpClient.newBuilder().connectTimeout(CONNECT).build();
    }

    /** Sends a request whose whole answer is read at once. */
    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) {
        try (HttpClient client = client()) {
            return client.send(request, body);
        } catch (IOException e) {
            throw unreachable(e);
        } catch (InterruptedException e) {
            throw interrupted("interrupted");
        }
    }

    private CommandFailure unexpected(HttpResponse<?> response) {
        return new CommandFailure(
                ExitCode.FAILED, "the server " + server + " answered with status " + response.statusCode());
    }

    private CommandFailure unreachable(IOException e) {
        return new CommandFailure(ExitCode.FAILED, "the server " + server + " cannot be reached: " + e.getMessage());
    }

    private static CommandFailure interrupted(String message) {
        Thread.currentThread().interrupt();
        return new CommandFailure(ExitCode.FAILED, message);
    }

    private JsonNode follow(BufferedReader lines, Progress progress) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            JsonNode event = json.readTree(line);
            if (event.has("version") || event.has("error")) {
                return event;
            }
            progress.report(
                    event.get("phase").asString(),
                    event.get("done").asLong(),
                    event.get("total").asLong());
        }
        throw new CommandFailure(ExitCode.FAILED, "the server " + server + " ended before the load did");
    }
}
