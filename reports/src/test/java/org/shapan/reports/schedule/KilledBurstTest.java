package org.shapan.reports.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shapan.reports.ReportsDatabase;
import org.shapan.reports.delivery.Delivery;
import org.shapan.reports.delivery.DeliveryKey;
import org.shapan.reports.delivery.DeliveryLedger;
import org.shapan.reports.delivery.DeliveryState;
import org.shapan.reports.delivery.LedgerFilter;
import org.shapan.reports.delivery.Recipient;
import org.shapan.reports.render.ReportFormat;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A burst whose sending process is killed again and again, against a mail server in another process. {@code
 * -Dsurefire.args=-Dshapan.kills=5} asks for fewer kills, {@code SHAPAN_SEED} for the same times again.
 */
class KilledBurstTest {
    private static final int RECIPIENTS = 200;
    private static final int KILLS = Integer.getInteger("shapan.kills", 20);
    private static final int MOST_MAILS = 9;
    private static final int LONGEST_START = 500;
    private static final int LONGEST_MAIL = 120;
    private static final long PATIENCE = 60_000;

    @TempDir
    Path folder;

    @Test
    void eachRecipientHasTheMailOnceOrTheLedgerSaysThatNobodyKnows() throws Exception {
        long seed = Optional.ofNullable(System.getenv("SHAPAN_SEED"))
                .map(Long::parseLong)
                .orElseGet(System::nanoTime);
        System.out.printf("KilledBurstTest: SHAPAN_SEED=%d, %d kills%n", seed, KILLS);
        Random random = new Random(seed);
        GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());
        server.start();
        try {
            plan();
            for (int i = 0; i < KILLS; i++) {
                Process process = start(server.getSmtp().getPort());
                untilAMoment(server, random);
                process.destroyForcibly().waitFor();
            }
            int before = server.getReceivedMessages().length;
            assertThat(start(server.getSmtp().getPort()).waitFor(3, TimeUnit.MINUTES))
                    .as("the last process ends by itself")
                    .isTrue();

            Map<String, Integer> mails = new HashMap<>();
            for (MimeMessage mail : server.getReceivedMessages()) {
                mails.merge(mail.getMessageID(), 1, Integer::sum);
            }
            int ambiguous = 0;
            List<Delivery> rows = new DeliveryLedger(BurstProcess.database(folder), Clock.systemUTC())
                    .search()
                    .page(LedgerFilter.ALL, 0, RECIPIENTS + 1);
            assertThat(rows).hasSize(RECIPIENTS);
            for (Delivery row : rows) {
                int copies = mails.getOrDefault(row.messageId(), 0);
                if (row.state() == DeliveryState.AMBIGUOUS) {
                    ambiguous++;
                    assertThat(copies).as("%s", row).isLessThanOrEqualTo(1);
                } else {
                    assertThat(row.state()).as("seed %s: %s", seed, row).isEqualTo(DeliveryState.SENT);
                    assertThat(copies).as("seed %s: %s", seed, row).isEqualTo(1);
                }
            }
            System.out.println("KilledBurstTest: " + before + " mails before, " + mails.size()
                    + " after the last kill, " + ambiguous + " ambiguous, of " + RECIPIENTS);
            assertThat(ambiguous).as("one in flight at each kill").isLessThanOrEqualTo(KILLS);
        } finally {
            server.stop();
        }
    }

    /** While the process starts, or some mails later. */
    private static void untilAMoment(GreenMail server, Random random) throws InterruptedException {
        if (random.nextInt(4) == 0) {
            Thread.sleep(random.nextInt(LONGEST_START));
        } else {
            int mails =
                    Math.min(server.getReceivedMessages().length + 1 + random.nextInt(MOST_MAILS), RECIPIENTS - KILLS);
            assertThat(server.waitForIncomingEmail(PATIENCE, mails))
                    .as("a process sends on")
                    .isTrue();
            Thread.sleep(random.nextInt(LONGEST_MAIL));
        }
    }

    private void plan() {
        DataSource database = BurstProcess.database(folder);
        ReportsDatabase.migrate(database);
        Instant planned = Instant.now();
        List<Recipient> recipients = new ArrayList<>(IntStream.range(0, RECIPIENTS)
                .mapToObj(i -> new Recipient("r" + i + "@branch.example", "R" + i, "r" + i))
                .toList());
        new ScheduleStore(database)
                .save(
                        new ReportSchedule(
                                "s1",
                                "burst",
                                "R03",
                                Map.of("branch", "x"),
                                Locale.ENGLISH,
                                List.of(ReportFormat.PDF),
                                new Calendar(Rhythm.PUBLISHED, ZoneOffset.UTC),
                                recipients,
                                false,
                                "admin",
                                planned),
                        planned);
        DeliveryLedger ledger = new DeliveryLedger(database, Clock.systemUTC());
        for (Recipient recipient : recipients) {
            DeliveryKey key = new DeliveryKey("s1", planned, recipient.address());
            ledger.plan(key, null, recipient, "R03", key.messageId("R03", "operator.example"));
        }
        JdbcClient.create(database).sql("shutdown").update();
    }

    /** A process that is about to send. */
    private Process start(int port) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        BurstProcess.class.getName(),
                        folder.toString(),
                        Integer.toString(port))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        ChildOutput.awaitLine(process, "begin");
        return process;
    }
}
