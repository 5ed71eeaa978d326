package org.shapan.portal;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shapan.warehouse.data.DataDirectory;

/** A portal on a data directory of its own, with its background preparation, for tests over HTTP. */
public final class TestPortal implements AutoCloseable {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final DataDirectory directory;
    private final PortalServer server;

    private TestPortal(DataDirectory directory, PortalServer server) {
        this.directory = directory;
        this.server = server;
    }

    public static TestPortal start(Path data, Map<String, Object> properties) {
        DataDirectory directory = DataDirectory.open(data);
        try {
            Map<String, Object> settings = new HashMap<>(properties);
            settings.putIfAbsent("vaadin.productionMode", true);
            return new TestPortal(
                    directory, PortalServer.start(directory, new PortalServer.Options(0, "ci", settings)));
        } catch (RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    public PortalServer server() {
        return server;
    }

    /** A visitor with a cookie jar that follows no redirect. */
    public Visitor visitor() {
        return visitorOf(server.url());
    }

    /** A visitor of a portal at this address, with a slash at its end. */
    public static Visitor visitorOf(String url) {
        return new Visitor(url);
    }

    @Override
    public void close() {
        try (directory) {
            server.close();
        }
    }

    /** A browser without scripts. */
    public static final class Visitor {
        private final HttpClient client = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        private final String base;

        Visitor(String base) {
            this.base = base;
        }

        public HttpResponse<String> get(String path) throws Exception {
            return client.send(
                    HttpRequest.newBuilder(URI.create(base + path)).build(), HttpResponse.BodyHandlers.ofString());
        }

        /** Opens a page with a form and posts it with these fields and the form's CSRF token. */
        public HttpResponse<String> submit(String page, String action, Map<String, String> fields) throws Exception {
            Matcher csrf = CSRF.matcher(get(page).body());
            Map<String, String> all = new HashMap<>(fields);
            if (csrf.find()) {
                all.put("_csrf", csrf.group(1));
            }
            return post(action, all);
        }

        public HttpResponse<String> post(String action, Map<String, String> fields) throws Exception {
            StringJoiner form = new StringJoiner("&");
            fields.forEach((name, value) -> form.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
            return client.send(
                    HttpRequest.newBuilder(URI.create(base + action))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(form.toString()))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }

        public HttpResponse<String> signIn(String login, String password) throws Exception {
            return submit("login", "login", Map.of("username", login, "password", password));
        }
    }
}
