package org.shapan.reports.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shapan.reports.ReportsDatabase;
import org.shapan.reports.delivery.Delivery;
import org.shapan.reports.delivery.DeliveryLedger;
import org.shapan.reports.delivery.DeliveryState;
import org.shapan.reports.delivery.LedgerFilter;
import org.shapan.reports.delivery.Recipient;
import org.shapan.reports.render.ReportFormat;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two processes on one PostgreSQL that holds schedules, ledger and figures: 500 planned times, one of the processes killed in the middle.
 * {@code SHAPAN_SEED} kills it at the same mail again.
 */
class TwoNodesTest {
    private static final int FIRES = 500;
    private static final int WORKERS = 2;
    private static final long PATIENCE = 180_000;

    @TempDir
    Path folder;

    @Test
    void everyPlannedTimeFiresOnceAlsoWhenANodeIsKilled() throws Exception {
        long seed = Optional.ofNullable(System.getenv("SHAPAN_SEED"))
                .map(Long::parseLong)
                .orElseGet(System::nanoTime);
        int killedAfter = FIRES / 5 + new Random(seed).nextInt(FIRES / 2);
        System.out.printf("TwoNodesTest: SHAPAN_SEED=%d, a node is killed after %d mails%n", seed, killedAfter);
        GreenMail mail = new GreenMail(ServerSetup.SMTP.dynamicPort());
        mail.start();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            DataSource database = postgres.getPostgresDatabase();
            ReportsDatabase.migrate(database);
            plan(database);
            String url = postgres.getJdbcUrl("postgres", "postgres");
            Process first = start(url, "first", mail.getSmtp().getPort());
            Process second = start(url, "second", mail.getSmtp().getPort());
            try {
                for (Process node : List.of(first, second)) {
                    ChildOutput.awaitLine(node, "ready");
                }
                for (Process node : List.of(first, second)) {
                    node.getOutputStream().write('\n');
                    node.getOutputStream().flush();
                }
                assertThat(mail.waitForIncomingEmail(PATIENCE, killedAfter)).isTrue();
                first.destroyForcibly().waitFor();

                check(database, mail, untilNothingIsOpen(database));
            } finally {
                first.destroyForcibly().waitFor();
                second.destroyForcibly().waitFor();
            }
        } finally {
            mail.stop();
        }
    }

    private static void check(DataSource database, GreenMail mail, List<Delivery> rows) throws Exception {
        assertThat(rows).hasSize(FIRES);
        Map<String, Integer> mails = new HashMap<>();
        Map<String, Integer> bySender = new TreeMap<>();
        for (MimeMessage message : mail.getReceivedMessages()) {
            mails.merge(message.getMessageID(), 1, Integer::sum);
            bySender.merge(message.getFrom()[0].toString(), 1, Integer::sum);
            String to = message.getAllRecipients()[0].toString().replaceAll(".*<r|@.*", "");
            byte[] document = ((MimeMultipart) message.getContent())
                    .getBodyPart(1)
                    .getInputStream()
                    .readAllBytes();
            assertThat(new String(document, StandardCharsets.UTF_8))
                    .as("figure of r%s", to)
                    .isEqualTo(Integer.toString(1000 + Integer.parseInt(to)));
        }
        System.out.println("TwoNodesTest: " + bySender);
        assertThat(bySender)
                .as("the node that was killed had its share")
                .containsOnlyKeys("first@operator.example", "second@operator.example");
        int ambiguous = 0;
        for (Delivery row : rows) {
            int copies = mails.getOrDefault(row.messageId(), 0);
            if (row.state() == DeliveryState.AMBIGUOUS) {
                ambiguous++;
                assertThat(copies).as("%s", row).isLessThanOrEqualTo(1);
            } else {
                assertThat(row.state()).as("%s", row).isEqualTo(DeliveryState.SENT);
                assertThat(copies).as("%s", row).isEqualTo(1);
            }
        }
        System.out.println("TwoNodesTest: " + mails.size() + " mails, " + ambiguous + " ambiguous");
        assertThat(ambiguous).as("in flight at the kill").isLessThanOrEqualTo(WORKERS);
        assertThat(JdbcClient.create(database)
                        .sql("select outcome, count(*) from report_firing group by outcome")
                        .query((rs, n) -> rs.getString(1) + " " + rs.getInt(2))
                        .list())
                .containsExactly("FIRED " + FIRES);
    }

    private static List<Delivery> untilNothingIsOpen(DataSource database) throws InterruptedException {
        DeliveryLedger ledger = new DeliveryLedger(database, Clock.systemUTC());
        long end = System.currentTimeMillis() + PATIENCE;
        List<Delivery> rows = ledger.search().page(LedgerFilter.ALL, 0, FIRES + 1);
        while (rows.size() < FIRES || rows.stream().anyMatch(row -> !row.state().isTerminal())) {
            assertThat(System.currentTimeMillis()).as("%d rows", rows.size()).isLessThan(end);
            Thread.sleep(200);
            rows = ledger.search().page(LedgerFilter.ALL, 0, FIRES + 1);
        }
        return rows;
    }

    /** Schedules of New Year, each with a recipient of its own, whose firing of this year is due one after the other. */
    private static void plan(DataSource database) {
        JdbcClient jdbc = JdbcClient.create(database);
        jdbc.sql("create table star_fact (owner varchar(16) not null, amount bigint not null)")
                .update();
        jdbc.sql("insert into star_fact select 'r' || i, part from generate_series(0, " + (FIRES - 1)
                        + ") i, lateral (values (1000), (i)) parts (part)")
                .update();
        ScheduleStore store = new ScheduleStore(database);
        SchedulerClient client = SchedulerClient.Builder.create(database).build();
        Instant now = Instant.now();
        Instant planned = ZonedDateTime.ofInstant(now, ZoneOffset.UTC)
                .withDayOfYear(1)
                .truncatedTo(java.time.temporal.ChronoUnit.DAYS)
                .toInstant();
        for (int i = 0; i < FIRES; i++) {
            String id = "s" + i;
            Recipient recipient = new Recipient("r" + i + "@branch.example", "R" + i, "r" + i);
            store.save(
                    new ReportSchedule(
                            id,
                            id,
                            "R03",
                            Map.of("branch", "x"),
                            Locale.ENGLISH,
                            List.of(ReportFormat.PDF),
                            new Calendar("0 0 0 1 1 *", ZoneOffset.UTC),
                            List.of(recipient),
                            false,
                            "admin",
                            now),
                    now);
            client.scheduleIfNotExists(
                    ReportScheduler.FIRE
                            .instance(id)
                            .data(planned.toEpochMilli())
                            .build(),
                    now.plusMillis(10L * i));
        }
    }

    private Process start(String url, String name, int port) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        NodeProcess.class.getName(),
                        url,
                        folder.resolve(name).toString(),
                        Integer.toString(port))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
