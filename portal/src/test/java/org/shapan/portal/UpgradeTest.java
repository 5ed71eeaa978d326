package org.shapan.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shapan.portal.account.Account;
import org.shapan.portal.account.Accounts;
import org.shapan.portal.security.Audit;
import org.shapan.portal.security.AuditEntry;
import org.shapan.reports.delivery.Delivery;
import org.shapan.reports.delivery.DeliveryLedger;
import org.shapan.reports.delivery.DeliveryState;
import org.shapan.warehouse.data.DataDirectory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** A data directory of an earlier version of the program starts with the present one and keeps what is in it. */
class UpgradeTest {
    private static final String PASSWORD = "one grain of sand";
    private static final String SCHEDULE = "4f1c9d0e-0000-4000-8000-000000000001";

    @TempDir
    Path data;

    /** The first version that had reports, the first with saved pivots, the first with an audit log. */
    @ParameterizedTest
    @ValueSource(strings = {"2", "10", "11"})
    void whatAnEarlierVersionWroteIsThere(String version) throws Exception {
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
            JdbcClient jdbc = portal.server().bean(JdbcClient.class);
            assertThat(jdbc.sql("select name from report_schedule")
                            .query(String.class)
                            .single())
                    .isEqualTo("Monthly");
            if (!version.equals("2")) {
                assertThat(jdbc.sql("select link from saved_pivot_version")
                                .query(String.class)
                                .single())
                        .isEqualTo("cube=Revenue");
            }
            if (version.equals("11")) {
                assertThat(portal.server().bean(Audit.class).entries(Audit.Filter.ALL, 0, 10))
                        .extracting(AuditEntry::subject)
                        .contains("before the upgrade");
            }
        }
    }

    @Test
    void aDirectoryOfALaterVersionIsRefused() {
        try (DataDirectory directory = DataDirectory.open(data)) {
            DataSource source = source(directory);
            Flyway.configure()
                    .dataSource(source)
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
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

    private void write(String version) {
        try (DataDirectory directory = DataDirectory.open(data)) {
            DataSource source = source(directory);
            Flyway.configure()
                    .dataSource(source)
                    .locations("classpath:db/migration")
                    .target(version)
                    .load()
                    .migrate();
            JdbcClient jdbc = JdbcClient.create(source);
            jdbc.sql(
                            "insert into account (login, name, email, password_hash) values ('mei', 'Mei', 'mei@example.com', ?)")
                    .param(Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8()
                            .encode(PASSWORD))
                    .update();
            jdbc.sql("insert into account_role select id, 'admin' from account").update();
            jdbc.sql("insert into account_area select id, '[Area].[Managed].[Zhuhai]' from account")
                    .update();
            jdbc.sql(
                            "insert into report_schedule values (?, 'Monthly', 'R03', 'en', 'PDF', '0 30 7 5 * *', 'Asia/Shanghai', true, 'mei',"
                                    + " current_timestamp)")
                    .param(SCHEDULE)
                    .update();
            for (String state : new String[] {"SENT", "FAILED"}) {
                jdbc.sql(
                                "insert into report_delivery (schedule_id, planned_at, address, name, login, template_id, state, message_id, ended_at)"
                                        + " values (?, current_timestamp, ?, 'Mei', 'mei', 'R03', ?, ?, current_timestamp)")
                        .params(SCHEDULE, state + "@example.com", state, "<" + state + "@shapan>")
                        .update();
            }
            if (!version.equals("2")) {
                jdbc.sql("insert into saved_pivot (owner_id, name) select id, 'Kept' from account")
                        .update();
                jdbc.sql(
                                "insert into saved_pivot_version (pivot_id, version, link) select id, 1, 'cube=Revenue' from saved_pivot")
                        .update();
            }
            if (version.equals("11")) {
                jdbc.sql("insert into audit (happened_at, who, address, action, subject, outcome)"
                                + " values (current_timestamp, 'mei', 'local', 'EXPORT', 'before the upgrade', 'OK')")
                        .update();
            }
        }
    }

    private static DataSource source(DataDirectory directory) {
        JdbcDataSource source = new JdbcDataSource();
        source.setUrl("jdbc:h2:file:" + directory.metadataFile());
        source.setUser("");
        source.setPassword("");
        return source;
    }
}
