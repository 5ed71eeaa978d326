package org.shapan.portal.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shapan.portal.TestPortal;
import org.shapan.portal.TestPortal.Visitor;

/** The door of a portal whose first account came from SHAPAN_ADMIN_PASSWORD. */
class SignInTest {
    private static final String PASSWORD = "a grain of sand";

    @TempDir
    static Path data;

    private static TestPortal portal;

    @BeforeAll
    static void start() {
        portal = TestPortal.start(data, Map.of("SHAPAN_ADMIN_PASSWORD", PASSWORD));
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @Test
    void theSignInPageIsUpWhileTheDataAreBeingPrepared() throws Exception {
        HttpResponse<String> page = portal.visitor().get("login");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("登录经营分析门户");
    }

    @Test
    void theSignInPageSpeaksEnglishOnRequestAndRemembersIt() throws Exception {
        Visitor visitor = portal.visitor();

        assertThat(visitor.get("login?lang=en").body()).contains("Sign in to the portal");
        assertThat(visitor.get("login").body()).contains("Sign in to the portal");
    }

    @Test
    void whoIsNotSignedInIsSentToTheSignInPage() throws Exception {
        HttpResponse<String> answer = portal.visitor().get("");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(location(answer)).endsWith("/login");
    }

    @Test
    void theRightPasswordOpensThePortalInANewSession() throws Exception {
        Visitor visitor = portal.visitor();
        String before = cookie(visitor.get("login"));

        HttpResponse<String> answer = visitor.signIn("admin", PASSWORD);

        assertThat(location(answer)).doesNotContain("login");
        assertThat(cookie(answer)).isNotEmpty().isNotEqualTo(before);
        assertThat(visitor.get("").statusCode()).isEqualTo(200);
    }

    @Test
    void aWrongPasswordAndAnUnknownAccountLookAlike() throws Exception {
        assertThat(location(portal.visitor().signIn("admin", "wrong"))).endsWith("/login?failed");
        assertThat(location(portal.visitor().signIn("nobody", "wrong"))).endsWith("/login?failed");
    }

    @Test
    void aPostWithoutTheTokenOfTheFormIsRefused() throws Exception {
        HttpResponse<String> answer = portal.visitor().post("login", Map.of("username", "admin", "password", PASSWORD));

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void afterFiveFailuresTheAccountIsLockedForTheRightPasswordToo() throws Exception {
        Visitor visitor = portal.visitor();
        for (int i = 0; i < 5; i++) {
            assertThat(location(visitor.signIn("mallory", "guess " + i))).endsWith("?failed");
        }

        assertThat(location(visitor.signIn("mallory", "guess"))).endsWith("?locked");
    }

    @Test
    void noPageMayBeFramedAndTheSignInPageRunsNothingInline() throws Exception {
        Visitor visitor = portal.visitor();
        String page = policy(visitor.get("login"));
        visitor.signIn("admin", PASSWORD);
        String portalPage = policy(visitor.get(""));

        assertThat(page)
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(portalPage).contains("default-src 'self'", "object-src 'none'", "frame-ancestors 'none'");
        assertThat(visitor.get("").headers().firstValue("X-Content-Type-Options"))
                .contains("nosniff");
    }

    @Test
    void everyAnswerWithThePortalHasANonceOfItsOwnAndNoOtherScriptRuns() throws Exception {
        Visitor visitor = portal.visitor();
        visitor.signIn("admin", PASSWORD);
        HttpResponse<String> first = visitor.get("");
        String policy = policy(first);
        Matcher nonce =
                Pattern.compile("script-src 'self' 'nonce-([\\w-]{40,})';").matcher(policy);

        assertThat(nonce.find()).isTrue();
        assertThat(policy)
                .contains("form-action 'self'", "base-uri 'self'", "connect-src 'self'")
                .doesNotContain("unsafe-eval")
                .doesNotContain("http");
        assertThat(first.headers().allValues("Content-Security-Policy")).hasSize(1);
        assertThat(first.body())
                .contains("nonce=\"" + nonce.group(1) + "\"")
                .doesNotContainPattern("<script(?![^>]*nonce=)");
        assertThat(policy(visitor.get(""))).isNotEqualTo(policy);
    }

    @Test
    void theSessionCookieIsOutOfReachOfScripts() throws Exception {
        HttpResponse<String> page = portal.visitor().get("login");

        assertThat(page.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie).startsWith("SHAPAN=").contains("HttpOnly", "SameSite=Lax"));
    }

    @Test
    void setUpIsClosedOnceAnAccountExists() throws Exception {
        assertThat(portal.server().setupUrl()).isNull();
        assertThat(portal.visitor().get("setup?token=").statusCode()).isEqualTo(404);
    }

    @Test
    void internalEndpointsAskForTheTokenOfTheServerFile() throws Exception {
        HttpResponse<String> answer = portal.visitor().post("internal/load", Map.of());

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private static String policy(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Security-Policy").orElse("");
    }

    private static String cookie(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("SHAPAN="))
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .findFirst()
                .orElse("");
    }
}
