package org.shapan.portal.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shapan.portal.CiProvince;
import org.shapan.portal.TestPortal;
import org.shapan.portal.TestPortal.Visitor;
import org.shapan.portal.account.Account;
import org.shapan.portal.account.AccountTokens;
import org.shapan.portal.account.Accounts;
import org.shapan.portal.account.IllegalAccountException;
import org.shapan.portal.account.NewAccount;
import org.shapan.portal.account.ResetLink;
import org.shapan.portal.account.Roles;

/** What becomes of sessions, links and tokens when an account changes. */
class AccountSecurityTest {
    private static final String PASSWORD = "a grain of sand";

    @TempDir
    static Path data;

    private static TestPortal portal;
    private static Accounts accounts;

    @BeforeAll
    static void start() {
        portal = TestPortal.start(CiProvince.copy(data), Map.of("SHAPAN_ADMIN_PASSWORD", PASSWORD));
        accounts = portal.server().bean(Accounts.class);
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @Test
    void aSessionEndsWhenItsAccountIsDisabledOrGetsOtherRights() throws Exception {
        long id = create("carol", Set.of());
        Visitor carol = signedIn("carol");
        assertThat(carol.get("").statusCode()).isEqualTo(200);

        accounts.update(
                new Account(id, "carol", "Carol", "", true, Set.of(), List.of("[Area].[Managed].[Branch].&[1]")));
        assertThat(carol.get("").statusCode()).as("after other rights").isEqualTo(302);

        Visitor again = signedIn("carol");
        assertThat(again.get("").statusCode()).isEqualTo(200);
        accounts.update(new Account(id, "carol", "Carol", "", false, Set.of(), List.of()));
        assertThat(again.get("").statusCode()).as("after it was disabled").isEqualTo(302);
        assertThat(location(portal.visitor().signIn("carol", PASSWORD))).endsWith("?failed");
    }

    @Test
    void theLastAdministratorStays() {
        accounts.all().stream()
                .filter(account -> account.administrator() && !account.login().equals("admin"))
                .forEach(account ->
                        accounts.update(new Account(account.id(), account.login(), "", "", true, Set.of(), List.of())));
        Account admin = accounts.all().stream()
                .filter(account -> account.login().equals("admin"))
                .findFirst()
                .orElseThrow();

        assertThatThrownBy(() -> accounts.update(
                        new Account(admin.id(), "admin", "", "", false, Set.of(Roles.ADMIN), List.of())))
                .isInstanceOf(IllegalAccountException.class);
        assertThatThrownBy(() -> accounts.update(new Account(admin.id(), "admin", "", "", true, Set.of(), List.of())))
                .isInstanceOf(IllegalAccountException.class);
        assertThat(accounts.account(admin.id())).contains(admin);
    }

    @Test
    void aLinkSetsThePasswordOnceAndEndsTheSessions() throws Exception {
        long id = create("dave", Set.of());
        Visitor session = signedIn("dave");
        session.get("");
        String token = portal.server().bean(ResetLink.class).issue(id);
        String link = "reset?token=" + token;
        Visitor visitor = portal.visitor();

        assertThat(visitor.get("reset?token=guess").statusCode()).isEqualTo(404);
        assertThat(visitor.submit(link, "reset", fields(token, "short", "short"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(visitor.submit(link, "reset", fields(token, "another grain", "a third grain"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(location(visitor.submit(link, "reset", fields(token, "another grain", "another grain"))))
                .isEqualTo("/login?changed");

        assertThat(visitor.get(link).statusCode()).isEqualTo(404);
        assertThat(session.get("").statusCode()).isEqualTo(302);
        assertThat(location(portal.visitor().signIn("dave", PASSWORD))).endsWith("?failed");
        assertThat(location(portal.visitor().signIn("dave", "another grain"))).doesNotContain("login");
    }

    @Test
    void aTokenOpensTheEndpointsOfProgramsWithTheRightsOfItsAccount() throws Exception {
        AccountTokens tokens = portal.server().bean(AccountTokens.class);
        long clerk = create("clerk", Set.of());
        long boss = create("boss", Set.of(Roles.ADMIN));
        String ofBoss = tokens.issue(boss, "ledger", Duration.ofDays(1));

        assertThat(status("api/loads", null)).isEqualTo(401);
        assertThat(status("api/loads", "shapan_guess")).isEqualTo(401);
        assertThat(status("api/loads", tokens.issue(clerk, "ledger", Duration.ofDays(1))))
                .isEqualTo(403);
        assertThat(status("api/loads", tokens.issue(boss, "over", Duration.ofSeconds(-1))))
                .isEqualTo(401);
        assertThat(status("api/loads", ofBoss)).isEqualTo(200);
        assertThat(status("admin/loads", ofBoss)).as("no screen by token").isEqualTo(302);
        assertThat(tokens.of(boss))
                .singleElement()
                .satisfies(token -> assertThat(token.used()).isPresent());

        tokens.revoke(tokens.of(boss).getFirst().id());
        assertThat(status("api/loads", ofBoss)).isEqualTo(401);
    }

    private static long create(String login, Set<String> roles) {
        return accounts.create(new NewAccount(login, null, PASSWORD, roles, List.of()))
                .id();
    }

    private static Visitor signedIn(String login) throws Exception {
        Visitor visitor = portal.visitor();
        visitor.signIn(login, PASSWORD);
        return visitor;
    }

    private static Map<String, String> fields(String token, String password, String again) {
        return Map.of("token", token, "password", password, "again", again);
    }

    private static int status(String path, String token) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(portal.server().url() + path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return send(request).statusCode();
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
