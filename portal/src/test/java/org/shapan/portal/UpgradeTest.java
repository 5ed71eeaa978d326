package org.shapan.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shapan.portal.account.Account;
import org.shapan.portal.account.AccountTokens;
import org.shapan.portal.account.Accounts;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.account.Secret;
import org.shapan.portal.pivot.SavedSelections;
import org.shapan.portal.security.Audit;
import org.shapan.portal.security.AuditEntry;
import org.shapan.portal.shortcut.Shortcut;
import org.shapan.portal.shortcut.Shortcuts;
import org.shapan.reports.delivery.Delivery;
import org.shapan.reports.delivery.DeliveryLedger;
import org.shapan.reports.delivery.DeliveryState;
import org.shapan.reports.delivery.Manner;
import org.shapan.reports.schedule.ReportSchedule;
import org.shapan.reports.schedule.ReportScheduler;
import org.shapan.warehouse.data.DataDirectory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** A data directory of an earlier version of the program starts with the present one and keeps what is in it. */
class UpgradeTest {
    private static final String PASSWORD = "one grain of sand";
    private static final String TOKEN = AccountTokens.PREFIX + "of-an-earlier-version";
    private static final String SCHEDULE = "4f1c9d0e-0000-4000-8000-000000000001";

    /** What came with a version and what {@link #write} writes of it. */
    private static final SortedMap<Integer, String> KEPT = new TreeMap<>(Map.of(
            10, "cube=Revenue",
            11, "before the upgrade",
            12, "mei",
            21, "[Channel].[Type].[Channel].[QD0001]",
            29, "Mine",
            30, "areas?period=201003"));

    @TempDir
    Path data;

    /** Every version that an earlier program ended with. */
    @ParameterizedTest
    @ValueSource(ints = {2, 10, 11, 12, 20, 21, 22, 29, 30, 31})
    void whatAnEarlierVersionWroteIsThere(int version) throws Exception {
        write(version);

        try (TestPortal portal = TestPortal.start(data, Map.of())) {
            Account account = portal.server().bean(Accounts.class).all().getFirst();
            assertThat(account.login()).isEqualTo("mei");
            assertThat(account.email()).isEqualTo("mei@example.com");
            assertThat(account.areas()).containsExactly("[Area].[Managed].[Zhuhai]");
            assertThat(portal.visitor().signIn("mei", PASSWORD).headers().firstValue("Location"))
                    .hasValueSatisfying(to -> assertThat(to).doesNotContain("failed"));
            assertThat(portal.server().setupUrl()).isNull();

            DeliveryLedger ledger = portal.server().bean(DeliveryLedger.class);
            assertThat(ledger.ofSchedule(SCHEDULE, 10))
                    .extracting(Delivery::state)
                    .containsExactlyInAnyOrder(DeliveryState.SENT, DeliveryState.FAILED);
            ReportSchedule schedule =
                    portal.server().bean(ReportScheduler.class).find(SCHEDULE).orElseThrow();
            assertThat(schedule.name()).isEqualTo("Monthly");
            assertThat(schedule.manner())
                    .as("the schedules of 20 and 21 had a mark for links")
                    .isEqualTo(version == 20 || version == 21 ? Manner.LINK : Manner.ATTACHMENT);
            assertThat(kept(portal.server(), account)).isEqualTo(KEPT.headMap(version + 1));
        }
    }

    private static SortedMap<Integer, String> kept(PortalServer server, Account account) {
        PortalUser mei = server.bean(Accounts.class).find("mei").orElseThrow().user();
        JdbcClient jdbc = server.bean(JdbcClient.class);
        SortedMap<Integer, Optional<String>> found = new TreeMap<>(Map.of(
                10,
                jdbc.sql("select link from saved_pivot_version")
                        .query(String.class)
                        .optional(),
                11,
                server.bean(Audit.class).entries(Audit.Filter.ALL, 0, 10).stream()
                        .map(AuditEntry::subject)
                        .filter("before the upgrade"::equals)
                        .findFirst(),
                12,
                server.bean(AccountTokens.class).user(TOKEN).map(PortalUser::login),
                21,
                jdbc.sql("select member from account_post where account_id = ?")
                        .param(account.id())
                        .query(String.class)
                        .optional(),
                29,
                server.bean(SavedSelections.class).of(mei, "[Area].[Managed]").keySet().stream()
                        .findFirst(),
                30,
                server.bean(Shortcuts.class).favourites(mei).stream()
                        .map(Shortcut::link)
                        .findFirst()));
        SortedMap<Integer, String> kept = new TreeMap<>();
        found.forEach((since, text) -> text.ifPresent(there -> kept.put(since, there)));
        return kept;
    }

    @Test
    void whatWasBeingDeliveredBefore20GoesOnAsFarAsItHadCome() {
        write(12);
        try (DataDirectory directory = DataDirectory.open(data)) {
            JdbcClient jdbc = JdbcClient.create(source(directory));
            delivery(jdbc, "RUNNING");
            delivery(jdbc, "RENDERED");
            jdbc.sql(
                            "update report_delivery set state = 'RUNNING', rendered_at = current_timestamp where state = 'RENDERED'")
                    .update();

            migrate(source(directory), null);

            assertThat(jdbc.sql("select address || ' ' || state || ' ' || owner_told || part from report_delivery")
                            .query(String.class)
                            .list())
                    .containsExactlyInAnyOrder(
                            "SENT@example.com SENT TRUE",
                            "FAILED@example.com FAILED TRUE",
                            "RUNNING@example.com PLANNED TRUE",
                            "RENDERED@example.com SENDING TRUE");
            assertThat(jdbc.sql("select day_rule || ' ' || condition_kind || ' ' || (active_since is not null)"
                                    + " from report_schedule")
                            .query(String.class)
                            .single())
                    .isEqualTo("ANY ALWAYS TRUE");
        }
    }

    @Test
    void anAddressThatIsNoAccountsHasNoRightsOfItsOwnFrom31On() {
        write(30);
        try (DataDirectory directory = DataDirectory.open(data)) {
            JdbcClient jdbc = JdbcClient.create(source(directory));
            for (String address : List.of("Mei@example.com", "guest@example.com")) {
                jdbc.sql("insert into report_schedule_recipient values (?, ?, 'Somebody', 'mei')")
                        .params(SCHEDULE, address)
                        .update();
            }

            migrate(source(directory), null);

            assertThat(jdbc.sql("select address || ' ' || login from report_schedule_recipient")
                            .query(String.class)
                            .list())
                    .containsExactlyInAnyOrder("Mei@example.com mei", "guest@example.com ");
        }
    }

    @Test
    void aDirectoryOfALaterVersionIsRefused() {
        try (DataDirectory directory = DataDirectory.open(data)) {
            DataSource source = source(directory);
            migrate(source, null);
            JdbcClient.create(source)
                    .sql(
                            "insert into \"flyway_schema_history\" select \"installed_rank\" + 100, '9999', 'of the future', \"type\","
                                    + " 'V9999__future.sql', 1, \"installed_by\", \"installed_on\", 0, true from \"flyway_schema_history\""
                                    + " where \"version\" = '1'")
                    .update();
        }

        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> TestPortal.start(data, Map.of()).close()))
                .isNotNull()
                .hasStackTraceContaining("9999");
    }

    private void write(int version) {
        try (DataDirectory directory = DataDirectory.open(data)) {
            migrate(source(directory), Integer.toString(version));
            JdbcClient jdbc = JdbcClient.create(source(directory));
            jdbc.sql(
                            "insert into account (login, name, email, password_hash) values ('mei', 'Mei', 'mei@example.com', ?)")
                    .param(Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8()
                            .encode(PASSWORD))
                    .update();
            jdbc.sql("insert into account_role select id, 'admin' from account").update();
            jdbc.sql("insert into account_area select id, '[Area].[Managed].[Zhuhai]' from account")
                    .update();
            jdbc.sql(
                            "insert into report_schedule (id, name, template_id, language, formats, cron, zone, paused, owner_login, created_at)"
                                    + " values (?, 'Monthly', 'R03', 'en', 'PDF', '0 30 7 5 * *', 'Asia/Shanghai', true, 'mei', current_timestamp)")
                    .param(SCHEDULE)
                    .update();
            delivery(jdbc, "SENT");
            delivery(jdbc, "FAILED");
            if (version == 20 || version == 21) {
                jdbc.sql("update report_schedule set by_link = true").update();
            }
            KEPT.headMap(version + 1).forEach((since, text) -> keep(jdbc, since, text));
        }
    }

    private static void delivery(JdbcClient jdbc, String state) {
        jdbc.sql(
                        "insert into report_delivery (schedule_id, planned_at, address, name, login, template_id, state, message_id, ended_at)"
                                + " values (?, current_timestamp, ?, 'Mei', 'mei', 'R03', ?, ?, current_timestamp)")
                .params(SCHEDULE, state + "@example.com", state, "<" + state + "@shapan>")
                .update();
    }

    private static void keep(JdbcClient jdbc, int since, String text) {
        switch (since) {
            case 10 -> {
                jdbc.sql("insert into saved_pivot (owner_id, name) select id, 'Kept' from account")
                        .update();
                jdbc.sql("insert into saved_pivot_version (pivot_id, version, link) select id, 1, ? from saved_pivot")
                        .param(text)
                        .update();
            }
            case 11 ->
                jdbc.sql("insert into audit (happened_at, who, address, action, subject, outcome)"
                                + " values (current_timestamp, 'mei', 'local', 'EXPORT', ?, 'OK')")
                        .param(text)
                        .update();
            case 12 ->
                jdbc.sql("insert into account_token (account_id, name, hash, created_at, expires_at)"
                                + " select id, 'Program', ?, current_timestamp, current_timestamp + interval '1' day"
                                + " from account where login = ?")
                        .params(Secret.hash(TOKEN), text)
                        .update();
            case 21 ->
                jdbc.sql("insert into account_post select id, ? from account")
                        .param(text)
                        .update();
            case 29 ->
                jdbc.sql("insert into saved_selection select id, '[Area].[Managed]', ?, '', '' from account")
                        .param(text)
                        .update();
            case 30 ->
                jdbc.sql("insert into shortcut (account_id, link, link_hash, view_key, subject, favourite, opened_at)"
                                + " select id, ?, ?, 'frame.rail.areas', 'Kept', true, current_timestamp from account")
                        .params(text, Secret.hash(text))
                        .update();
            default -> throw new IllegalArgumentException("nothing is written of version " + since);
        }
    }

    /** @param version null for the present one */
    private static void migrate(DataSource source, String version) {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .target(version == null ? "latest" : version)
                .load()
                .migrate();
    }

    private static DataSource source(DataDirectory directory) {
        JdbcDataSource source = new JdbcDataSource();
        source.setUrl("jdbc:h2:file:" + directory.metadataFile());
        source.setUser("");
        source.setPassword("");
        return source;
    }
}
