package org.shapan.reports.schedule;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.shapan.reports.delivery.DeliveryDesk;
import org.shapan.reports.delivery.DeliveryFolders;
import org.shapan.reports.delivery.DeliveryLedger;
import org.shapan.reports.delivery.Documents;
import org.shapan.reports.delivery.MailComposer;
import org.shapan.reports.delivery.MailSettings;
import org.shapan.reports.delivery.Recipient;
import org.shapan.reports.delivery.ReportArchive;
import org.shapan.reports.delivery.RetryPolicy;
import org.shapan.reports.delivery.SmtpRoute;
import org.shapan.reports.render.Reading;
import org.shapan.reports.render.RenderedReport;
import org.shapan.reports.render.Summary;
import org.shapan.reports.template.TemplateCatalog;
import org.shapan.reports.template.TemplateParameter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A sending process to be killed: delivers what is open in a metadata file, one mail at a time, until nothing is. */
final class BurstProcess {
    private static final int DOCUMENT = 20_000;

    private BurstProcess() {}

    static DataSource database(Path folder) {
        return JdbcConnectionPool.create(
                "jdbc:h2:file:" + folder.resolve("metadata") + ";DB_CLOSE_ON_EXIT=FALSE", "sa", "");
    }

    /** @param arguments folder of the metadata, port of the mail server */
    public static void main(String[] arguments) throws InterruptedException {
        Path folder = Path.of(arguments[0]);
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(Integer.parseInt(arguments[1]));
        DataSource database = database(folder);
        DeliveryLedger ledger = new DeliveryLedger(database, Clock.systemUTC());
        MailComposer composer = new MailComposer(MailSettings.of("shapan@operator.example", List.of()));
        DeliveryFolders folders = new DeliveryFolders(folder.resolve("folders"), Map.of(), DeliveryFolders.PRIVATE);
        DeliveryDesk desk = new DeliveryDesk(
                ledger,
                (order, recipient, rendering) -> new Documents.Batch(
                        order.formats().stream()
                                .map(format ->
                                        new RenderedReport("R03-1", "T", "S", format, new byte[DOCUMENT], 1, null))
                                .toList(),
                        new Reading(1, 0, 0, "f"),
                        Summary.NONE,
                        Optional.empty()),
                new ReportArchive(folder.resolve("reports")),
                composer,
                new SmtpRoute(sender),
                folders,
                RetryPolicy.DEFAULT,
                Clock.systemUTC());
        ReportScheduler scheduler = new ReportScheduler(
                database,
                new ScheduleCheck(TemplateCatalog.bundled(), desk.addresses()),
                desk,
                new Nobody(),
                () -> null,
                new SchedulerSettings(
                        1,
                        Duration.ofMillis(50),
                        Duration.ofMillis(150),
                        Duration.ofHours(24),
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(15),
                        Duration.ofDays(400),
                        WorkDays.CHINA),
                Clock.systemUTC());
        System.out.println("begin");
        scheduler.start();
        while (!ledger.open().isEmpty()) {
            Thread.sleep(50);
        }
        scheduler.close();
        JdbcClient.create(database).sql("shutdown").update();
    }

    private static final class Nobody implements RecipientDirectory {
        @Override
        public List<Post> posts(TemplateParameter parameter, String login, Locale locale) {
            return List.of();
        }

        @Override
        public Recipient entitled(Recipient listed, String owner) {
            return listed;
        }

        @Override
        public Optional<Recipient> mailbox(String login) {
            return Optional.empty();
        }
    }
}
