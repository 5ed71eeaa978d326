package org.shapan.portal.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shapan.portal.CiProvince;
import org.shapan.portal.TestPortal;
import org.shapan.portal.security.AuditEntry.Action;
import org.shapan.portal.security.AuditEntry.Outcome;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** What is on record afterwards. */
class AuditTest {
    private static final String PASSWORD = "a grain of sand";

    @TempDir
    static Path data;

    private static TestPortal portal;
    private static Audit audit;

    @BeforeAll
    static void start() {
        portal = TestPortal.start(CiProvince.copy(data), Map.of("SHAPAN_ADMIN_PASSWORD", PASSWORD));
        audit = portal.server().bean(Audit.class);
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @Test
    void signInsAreOnRecordWithTheirAddressAndOutcome() throws Exception {
        portal.visitor().signIn("admin", PASSWORD);
        portal.visitor().signIn("eve", "guess");

        assertThat(audit.entries(new Audit.Filter("admin", Action.SIGN_IN, null), 0, 1))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.outcome()).isEqualTo(Outcome.OK);
                    assertThat(entry.address()).isEqualTo("127.0.0.1");
                });
        assertThat(audit.entries(new Audit.Filter("eve", null, Outcome.REFUSED), 0, 9))
                .hasSize(1);
    }

    @Test
    void attemptsDuringALockAddNoLines() throws Exception {
        for (int i = 0; i < 8; i++) {
            portal.visitor().signIn("mallory", "guess");
        }

        List<AuditEntry> lines = audit.entries(new Audit.Filter("mallory", null, null), 0, 99);

        assertThat(lines).hasSize(5);
        assertThat(lines.getFirst().subject()).isEqualTo("locked");
    }

    @Test
    void pagesGoFromTheNewestBackAndFiltersTakeSignsAsTheyAre() {
        for (int i = 0; i < 5; i++) {
            audit.record("a_b", Audit.LOCAL, Action.EXPORT, "file " + i, Outcome.OK);
        }
        audit.record("axb", Audit.LOCAL, Action.EXPORT, "another", Outcome.OK);
        Audit.Filter filter = new Audit.Filter("a_b", Action.EXPORT, Outcome.OK);

        assertThat(audit.count(filter)).isEqualTo(5);
        assertThat(audit.entries(filter, 2, 2)).extracting(AuditEntry::subject).containsExactly("file 2", "file 1");
    }

    @Test
    void longTextsAreCutAndNobodyIsNotOnRecord() {
        audit.record("x".repeat(99), Audit.LOCAL, Action.LOAD, "y".repeat(2000), Outcome.FAILED);

        AuditEntry entry = audit.entries(Audit.Filter.ALL, 0, 1).getFirst();
        assertThat(entry.who()).hasSize(64);
        assertThat(entry.subject()).hasSize(Audit.MAX_SUBJECT);
        assertThatThrownBy(() -> audit.record(Action.UNMASK, "", Outcome.OK)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void manyLinesAreOnRecordAtOnceInTheirOrder() {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("looker", "", List.of()));
        try {
            audit.record(Action.UNMASK, List.of("first", "second", ""), Outcome.OK);
            audit.record(Action.UNMASK, List.of(), Outcome.OK);
        } finally {
            SecurityContextHolder.clearContext();
        }

        assertThat(audit.entries(new Audit.Filter("looker", Action.UNMASK, Outcome.OK), 0, 9))
                .extracting(AuditEntry::subject)
                .containsExactly("", "second", "first");
    }

    @Test
    void linesOlderThanTheyAreKeptGo() {
        JdbcClient jdbc = portal.server().bean(JdbcClient.class);
        audit.record("old", Audit.LOCAL, Action.LOAD, "", Outcome.OK);
        jdbc.sql("update audit set happened_at = dateadd('DAY', -3, happened_at) where who = 'old'")
                .update();

        new Audit(jdbc, new AuditSettings(Duration.ofDays(2))).record("new", Audit.LOCAL, Action.LOAD, "", Outcome.OK);

        assertThat(audit.entries(new Audit.Filter("old", null, null), 0, 9)).isEmpty();
        assertThat(audit.count(Audit.Filter.ALL)).isPositive();
    }
}
