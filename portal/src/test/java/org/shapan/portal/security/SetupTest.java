package org.shapan.portal.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shapan.portal.TestPortal;
import org.shapan.portal.TestPortal.Visitor;

/** The one-time link of a portal without accounts. */
class SetupTest {
    private static final String PASSWORD = "a grain of sand";

    @TempDir
    Path data;

    @Test
    void theLinkMakesOneAdministratorAndEnds() throws Exception {
        try (TestPortal portal = TestPortal.start(data, Map.of())) {
            String link =
                    portal.server().setupUrl().substring(portal.server().url().length());
            String token = link.substring(link.indexOf('=') + 1);
            Visitor visitor = portal.visitor();

            assertThat(visitor.get("setup?token=guess").statusCode()).isEqualTo(404);
            assertThat(visitor.submit(link, "setup", fields(token, "short", "short"))
                            .statusCode())
                    .isEqualTo(400);
            assertThat(visitor.submit(link, "setup", fields(token, PASSWORD, "other password"))
                            .statusCode())
                    .isEqualTo(400);
            assertThat(visitor.submit(link, "setup", fields(token, PASSWORD, PASSWORD))
                            .headers()
                            .firstValue("Location"))
                    .contains("/login?created");
            assertThat(visitor.get(link).statusCode()).isEqualTo(404);
            assertThat(visitor.submit("login", "setup", fields(token, PASSWORD, PASSWORD))
                            .statusCode())
                    .isEqualTo(404);
            assertThat(visitor.signIn("boss", PASSWORD)
                            .headers()
                            .firstValue("Location")
                            .orElse(""))
                    .doesNotContain("failed");
        }
    }

    private static Map<String, String> fields(String token, String password, String again) {
        return Map.of("token", token, "login", "Boss", "password", password, "again", again);
    }
}
