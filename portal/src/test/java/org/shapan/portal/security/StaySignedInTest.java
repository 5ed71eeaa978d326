package org.shapan.portal.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shapan.portal.CiProvince;
import org.shapan.portal.TestPortal;
import org.shapan.portal.account.Accounts;

/** The cookie that signs a person in again after a restart. */
class StaySignedInTest {
    private static final String PASSWORD = "a grain of sand";

    @Test
    void whoStaysSignedInDoesSoOverARestartUntilThePasswordChanges(@TempDir Path own) throws Exception {
        CiProvince.copy(own);
        String stay;
        try (TestPortal first = TestPortal.start(own, Map.of("SHAPAN_ADMIN_PASSWORD", PASSWORD))) {
            HttpResponse<String> plain = first.visitor().signIn("admin", PASSWORD);
            assertThat(cookie(plain)).as("not asked for").isEmpty();
            HttpResponse<String> answer = first.visitor()
                    .submit("login", "login", Map.of("username", "admin", "password", PASSWORD, "stay", "true"));
            stay = cookie(answer);
            assertThat(answer.headers().allValues("Set-Cookie"))
                    .anySatisfy(cookie ->
                            assertThat(cookie).startsWith("SHAPAN-STAY=").contains("HttpOnly", "Lax"));
        }
        try (TestPortal second = TestPortal.start(own, Map.of())) {
            String url = second.server().url() + "admin/audit";
            assertThat(get(url, "SHAPAN-STAY=" + stay).statusCode()).isEqualTo(200);
            assertThat(get(url, "SHAPAN-STAY=" + stay.substring(1)).statusCode())
                    .isEqualTo(302);

            Accounts those = second.server().bean(Accounts.class);
            those.setPassword(those.all().getFirst().id(), "another grain");
            assertThat(get(url, "SHAPAN-STAY=" + stay).statusCode()).isEqualTo(302);
        }
    }

    private static HttpResponse<String> get(String url, String cookie) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(url)).header("Cookie", cookie));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static String cookie(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("SHAPAN-STAY="))
                .map(cookie -> cookie.substring("SHAPAN-STAY=".length(), cookie.indexOf(';')))
                .findFirst()
                .orElse("");
    }
}
