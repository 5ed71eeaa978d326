package org.shapan.reports.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.shapan.reports.ReportsDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database counts as the program does, more rows than a screen ever reads, on H2 and on PostgreSQL. */
class LedgerSearchTest {
    private static final int ROWS = 2_400;
    private static final Instant FIRST = Instant.parse("2010-04-01T00:00:00Z");
    private static final Duration STEP = Duration.ofMinutes(10);

    @Test
    void h2CountsAsTheProgramDoes() {
        check(ReportsDatabase.create());
    }

    @Test
    void postgresCountsAsTheProgramDoes() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            ReportsDatabase.migrate(postgres.getPostgresDatabase());
            check(postgres.getPostgresDatabase());
        }
    }

    private static void check(DataSource database) {
        fill(JdbcClient.create(database));
        LedgerSearch search = new DeliveryLedger(database, Clock.systemUTC()).search();
        List<Delivery> all = search.page(LedgerFilter.ALL, 0, ROWS + 1);
        assertThat(all)
                .hasSize(ROWS)
                .isSortedAccordingTo(
                        (a, b) -> b.key().plannedAt().compareTo(a.key().plannedAt()));
        assertThat(search.counts(LedgerFilter.ALL))
                .isEqualTo(counted(all, row -> true))
                .containsOnlyKeys(Outcome.values());

        Instant middle = FIRST.plus(STEP.multipliedBy(ROWS / 2));
        LedgerFilter late = new LedgerFilter(null, middle, Outcome.LATE, "R03", "liang");
        List<Delivery> found = search.page(late, 0, ROWS);
        assertThat(found)
                .isNotEmpty()
                .containsExactlyElementsOf(all.stream()
                        .filter(row -> !row.key().plannedAt().isBefore(middle)
                                && Outcome.of(row) == Outcome.LATE
                                && row.templateId().equals("R03")
                                && row.recipient().name().equals("liang"))
                        .toList());
        assertThat(search.page(late, 3, 4)).isEqualTo(found.subList(3, 7));
        assertThat(search.templates(LedgerFilter.ALL)).containsExactly("R02", "R03");
        assertThat(search.recipients(late)).containsExactly("liang");

        Predicate<Delivery> liangs = row -> row.recipient().login().equals("liang")
                || row.key().scheduleId().equals("liangs");
        LedgerFilter read = LedgerFilter.ALL.readBy("liang");
        assertThat(search.counts(read)).isEqualTo(counted(all, liangs));
        assertThat(search.page(read, 0, ROWS)).allMatch(liangs);
        assertThat(search.unsent(read, "liang"))
                .containsExactlyElementsOf(
                        ids(all, row -> row.key().scheduleId().equals("liangs")));
        assertThat(search.unsent(LedgerFilter.ALL, null)).containsExactlyElementsOf(ids(all, row -> true));
        assertThat(search.counts(LedgerFilter.ALL.readBy("stranger"))).isEmpty();
    }

    private static Map<Outcome, Long> counted(List<Delivery> rows, Predicate<Delivery> which) {
        return rows.stream().filter(which).collect(Collectors.groupingBy(Outcome::of, Collectors.counting()));
    }

    private static List<Long> ids(List<Delivery> rows, Predicate<Delivery> which) {
        return rows.stream()
                .filter(which)
                .filter(row -> row.state() == DeliveryState.FAILED || row.state() == DeliveryState.MISSED)
                .map(Delivery::id)
                .sorted()
                .toList();
    }

    /** Every state, for two reports, three recipients and two schedules, one of which is Liang's; mails punctual to the second, and late. */
    private static void fill(JdbcClient jdbc) {
        jdbc.sql(
                        "insert into report_schedule (id, name, template_id, language, formats, cron, zone, owner_login, created_at)"
                                + " values ('liangs', 'n', 'R03', 'zh', 'PDF', 'published', 'UTC', 'liang', current_timestamp)")
                .update();
        DeliveryState[] states = DeliveryState.values();
        for (int i = 0; i < ROWS; i++) {
            Instant planned = FIRST.plus(STEP.multipliedBy(i));
            DeliveryState state = states[i % states.length];
            Duration taken = Outcome.PUNCTUAL.plusSeconds(i / states.length % 2);
            String login = List.of("he", "liang", "chen").get(i % 3);
            jdbc.sql("insert into report_delivery (schedule_id, planned_at, address, name, login, template_id, state,"
                            + " attempts, message_id, ended_at) values (?, ?, ?, ?, ?, ?, ?, 1, '<m>', ?)")
                    .params(
                            i % 5 == 0 ? "liangs" : "hes",
                            planned.atOffset(ZoneOffset.UTC),
                            login + "@branch.example",
                            login,
                            login,
                            i % 7 == 0 ? "R02" : "R03",
                            state.name(),
                            state.isTerminal() ? planned.plus(taken).atOffset(ZoneOffset.UTC) : null)
                    .update();
        }
    }
}
