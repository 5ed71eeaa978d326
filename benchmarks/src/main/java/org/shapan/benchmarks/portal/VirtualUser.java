package org.shapan.benchmarks.portal;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A user at protocol level: what a browser sends to Vaadin's server and hears from it (requests by XHR, results by push), without drawing it.
 * Walks by links, since every state of a view has one.
 */
final class VirtualUser implements AutoCloseable {
    /**
     * A place to go to.
     *
     * @param query of the address, without its question mark
     * @param result what only an answer with the figures contains
     */
    record Stop(String name, String route, String query, String result) {}

    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern UI = Pattern.compile("\"v-uiId\":(\\d+)");
    private static final Pattern KEY = Pattern.compile("\"Vaadin-Security-Key\":\"([^\"]+)\"");
    private static final Pattern PUSH = Pattern.compile("\"Vaadin-Push-ID\":\"([^\"]+)\"");
    private static final Pattern SYNC = Pattern.compile("\"syncId\":(\\d+)");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String url;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client;
    private final LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private String ui;
    private String key;
    private WebSocket push;
    private volatile String ended = "";
    private volatile int syncId;
    private int clientId;

    VirtualUser(String url) {
        this.url = url;
        this.client = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    void signIn() throws IOException, InterruptedException {
        Matcher token = FORM_TOKEN.matcher(get("login?lang=en"));
        if (!token.find()) {
            throw new IOException("no form to sign in");
        }
        String form =
                "_csrf=" + encoded(token.group(1)) + "&username=admin&password=" + encoded(ServerUnderTest.PASSWORD);
        HttpResponse<String> answer = send(request("login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        String to = answer.headers().firstValue("Location").orElse("");
        if (answer.statusCode() != 302 || to.contains("failed") || to.contains("locked")) {
            throw new IOException("not signed in: " + answer.statusCode() + " " + to);
        }
    }

    /** Loads the page of this stop, as an opened tab does; its result comes by {@link #go}. */
    void open(Stop first) throws IOException, InterruptedException, ExecutionException {
        get(address(first));
        String init = get(
                "?v-r=init&location=" + encoded(first.route) + "&query=" + encoded(query(first))
                        + "&v-sh=900&v-sw=1440&v-wh=900&v-ww=1440&v-bh=900&v-bw=1440&v-tzo=0&v-dstd=0&v-rtzo=0&v-dston=false&v-td=false&v-pr=1");
        ui = found(UI, init);
        key = found(KEY, init);
        String cookie = String.join(
                "; ",
                cookies.getCookieStore().getCookies().stream()
                        .map(one -> one.getName() + "=" + one.getValue())
                        .toList());
        push = client.newWebSocketBuilder()
                .header("Cookie", cookie)
                .header("Origin", url.substring(0, url.length() - 1))
                .buildAsync(
                        URI.create(url.replaceFirst("^http", "ws") + "VAADIN/push?v-r=push&v-uiId=" + ui + "&v-pushId="
                                + found(PUSH, init)
                                + "&X-Atmosphere-tracking-id=0&X-Atmosphere-Framework=4.0.1&X-Atmosphere-Transport=websocket"
                                + "&X-Atmosphere-TrackMessageSize=true&Content-Type=application/json;%20charset=UTF-8"
                                + "&X-atmo-protocol=true&X-Vaadin-LastSeenServerSyncId=0"),
                        new Listener())
                .get();
    }

    /**
     * Goes there and waits for the figures.
     *
     * @return milliseconds from the request to the last piece of the result
     * @throws IOException where the server refuses, or the result does not come in 30 s
     */
    double go(Stop stop) throws IOException, InterruptedException {
        heard.clear();
        long start = System.nanoTime();
        String body = "{\"csrfToken\":\"" + key
                + "\",\"rpc\":[{\"type\":\"event\",\"node\":1,\"event\":\"ui-navigate\",\"data\":{\"route\":\""
                + stop.route + "\",\"query\":\"" + query(stop).replace("\"", "\\\"")
                + "\",\"appShellTitle\":\"\",\"historyState\":{\"idx\":0},\"trigger\":\"link\"}}],\"syncId\":" + syncId
                + ",\"clientId\":" + clientId++ + "}";
        HttpResponse<String> answer = send(request("?v-r=uidl&v-uiId=" + ui)
                .header("Content-Type", "application/json; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        if (answer.statusCode() != 200 || answer.body().contains("\"appError\"")) {
            throw new IOException(stop.name + ": " + answer.statusCode() + " "
                    + answer.body().substring(0, Math.min(200, answer.body().length())));
        }
        learn(answer.body());
        String message = answer.body();
        while (!message.contains(stop.result)) {
            message = heard.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (message == null) {
                throw new IOException(stop.name + ": no result in " + PATIENCE.toSeconds() + " s" + ended);
            }
        }
        return (System.nanoTime() - start) / 1e6;
    }

    private void learn(String message) {
        Matcher sync = SYNC.matcher(message);
        while (sync.find()) {
            syncId = Math.max(syncId, Integer.parseInt(sync.group(1)));
        }
    }

    private String get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(request(path));
        if (answer.statusCode() != 200) {
            throw new IOException(path + ": " + answer.statusCode());
        }
        return answer.body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).timeout(PATIENCE);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String address(Stop stop) {
        return stop.route + (stop.query.isEmpty() ? "" : "?" + stop.query);
    }

    private static String query(Stop stop) {
        return stop.query.isEmpty() ? "" : "?" + stop.query;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String found(Pattern pattern, String text) throws IOException {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IOException("no " + pattern + " in the server's first answer");
        }
        return matcher.group(1);
    }

    @Override
    public void close() {
        if (push != null) {
            push.abort();
        }
        client.shutdownNow();
    }

    /** Puts the pieces of the server's messages together. */
    private final class Listener implements WebSocket.Listener {
        private final StringBuilder message = new StringBuilder();

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            ended = "; its push connection was closed, " + status + " " + reason;
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            ended = "; its push connection failed, " + error;
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            message.append(data);
            if (last) {
                String whole = message.toString();
                message.setLength(0);
                learn(whole);
                heard.addAll(List.of(whole));
            }
            socket.request(1);
            return null;
        }
    }
}
