package org.shapan.portal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shapan.portal.TestPortal;
import org.shapan.portal.security.Audit;
import org.shapan.portal.security.AuditEntry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The settings of docs/operations.md for a network: reverse proxy, TLS, logs. */
class DoorsTest {
    private static final String PASSWORD = "one grain of sand";

    @TempDir
    Path data;

    @Test
    void aProxyIsBelievedWhereTheSettingSaysSo() throws Exception {
        try (TestPortal portal = TestPortal.start(
                data, Map.of("SHAPAN_ADMIN_PASSWORD", PASSWORD, "server.forward-headers-strategy", "native"))) {
            HttpResponse<String> redirected = proxied(portal, "areas");
            HttpResponse<String> page = proxied(portal, "login");

            assertThat(redirected.headers().firstValue("Location")).contains("https://bi.example.com/login");
            assertThat(page.headers().allValues("Set-Cookie"))
                    .anySatisfy(
                            cookie -> assertThat(cookie).startsWith("SHAPAN=").contains("Secure"));
            assertThat(page.headers().firstValue("Strict-Transport-Security")).isPresent();
        }
    }

    @Test
    void theAddressOfTheUserIsOnRecordAndNotThatOfTheProxy() throws Exception {
        try (TestPortal portal = TestPortal.start(
                data, Map.of("SHAPAN_ADMIN_PASSWORD", PASSWORD, "server.forward-headers-strategy", "native"))) {
            HttpResponse<String> page = proxied(portal, "login");
            String token = page.body().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
            String session = page.headers().allValues("Set-Cookie").stream()
                    .filter(cookie -> cookie.startsWith("SHAPAN="))
                    .findFirst()
                    .orElseThrow()
                    .replaceAll(";.*", "");
            send(request(portal, "login")
                    .header("Cookie", session)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("_csrf=" + token + "&username=admin&password=guess")));

            assertThat(portal.server().bean(Audit.class).entries(Audit.Filter.ALL, 0, 10))
                    .extracting(AuditEntry::address)
                    .contains("203.0.113.9");
        }
    }

    @Test
    void withoutTheSettingNobodyIsBelieved() throws Exception {
        try (TestPortal portal = TestPortal.start(data, Map.of("SHAPAN_ADMIN_PASSWORD", PASSWORD))) {
            assertThat(proxied(portal, "areas").headers().firstValue("Location"))
                    .hasValueSatisfying(to -> assertThat(to).doesNotContain("bi.example.com"));
            assertThat(proxied(portal, "login").headers().firstValue("Strict-Transport-Security"))
                    .isEmpty();
        }
    }

    @Test
    void itSpeaksTlsWithACertificate() throws Exception {
        KeyStore store = selfSigned();
        Path certificate = pem("CERTIFICATE", store.getCertificate("portal").getEncoded());
        Path key = pem(
                "PRIVATE KEY", store.getKey("portal", "changeit".toCharArray()).getEncoded());
        try (TestPortal portal = TestPortal.start(
                data,
                Map.of(
                        "SHAPAN_ADMIN_PASSWORD", PASSWORD,
                        "server.ssl.certificate", certificate.toString(),
                        "server.ssl.certificate-private-key", key.toString()))) {
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(null, trust.getTrustManagers(), null);
            try (HttpClient client = HttpClient.newBuilder().sslContext(tls).build()) {
                HttpResponse<String> page = client.send(
                        HttpRequest.newBuilder(URI.create(
                                        "https://localhost:" + portal.server().port() + "/login"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

                assertThat(page.statusCode()).isEqualTo(200);
                assertThat(page.headers().firstValue("Strict-Transport-Security"))
                        .isPresent();
            }
        }
    }

    @Test
    void logsAreJsonWhereTheSettingSaysSoAndAnotherFormIsRefused() throws Exception {
        try (TestPortal portal =
                TestPortal.start(data, Map.of("SHAPAN_ADMIN_PASSWORD", PASSWORD, "shapan.log-format", "json"))) {
            portal.visitor().signIn("admin", "guess");
        }
        List<String> lines = Files.readAllLines(data.resolve("logs/shapan.log"));

        assertThat(lines).isNotEmpty().allSatisfy(line -> {
            JsonNode entry = JsonMapper.shared().readTree(line);
            assertThat(entry.get("@timestamp").asString()).isNotBlank();
            assertThat(entry.get("message").asString()).isNotBlank();
        });
        Throwable refused = catchThrowable(() ->
                TestPortal.start(data, Map.of("shapan.log-format", "yaml")).close());
        assertThat(refused).isNotNull().hasStackTraceContaining("shapan.log-format");
    }

    private static HttpResponse<String> proxied(TestPortal portal, String path) throws Exception {
        return send(request(portal, path));
    }

    private static HttpRequest.Builder request(TestPortal portal, String path) {
        return HttpRequest.newBuilder(URI.create(portal.server().url() + path))
                .header("X-Forwarded-For", "203.0.113.9")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "bi.example.com");
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private KeyStore selfSigned() throws Exception {
        Path file = data.resolve("portal.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "portal",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        file.toString())
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, "changeit".toCharArray());
        }
        store.setCertificateEntry("trusted", store.getCertificate("portal"));
        return store;
    }

    private Path pem(String kind, byte[] content) throws Exception {
        return Files.writeString(
                data.resolve(kind.toLowerCase(java.util.Locale.ROOT).replace(' ', '-') + ".pem"),
                "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder().encodeToString(content) + "\n-----END "
                        + kind + "-----\n");
    }
}
