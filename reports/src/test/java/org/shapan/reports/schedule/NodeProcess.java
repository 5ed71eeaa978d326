package org.shapan.reports.schedule;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.postgresql.ds.PGSimpleDataSource;
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
import org.shapan.reports.render.ReportFormat;
import org.shapan.reports.render.Summary;
import org.shapan.reports.template.TemplateCatalog;
import org.shapan.reports.template.TemplateParameter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * A node on a PostgreSQL that others share: fires, reads each recipient's figure from the same database, sends, until it is killed. It waits for a byte before
 * it begins, and sends in the name of its folder.
 */
final class NodeProcess {
    private static final int WORKERS = 2;
    private static final Duration LONGER_THAN_A_YEAR = Duration.ofDays(400);

    private NodeProcess() {}

    /** @param arguments address of the database, folder of the node, port of the mail server */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(arguments[0]);
        Path folder = Path.of(arguments[1]);
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(Integer.parseInt(arguments[2]));
        MailComposer composer =
                new MailComposer(MailSettings.of(folder.getFileName() + "@operator.example", List.of()));
        DeliveryFolders folders = new DeliveryFolders(folder.resolve("folders"), Map.of(), DeliveryFolders.PRIVATE);
        JdbcClient warehouse = JdbcClient.create(database);
        DeliveryDesk desk = new DeliveryDesk(
                new DeliveryLedger(database, Clock.systemUTC()),
                (order, recipient, rendering) -> new Documents.Batch(
                        List.of(new RenderedReport(
                                "R03-1", "T", "S", ReportFormat.PDF, figure(warehouse, recipient), 1, null)),
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
                        WORKERS,
                        Duration.ofMillis(100),
                        Duration.ofSeconds(1),
                        LONGER_THAN_A_YEAR,
                        Duration.ofSeconds(2),
                        Duration.ofMinutes(15),
                        LONGER_THAN_A_YEAR,
                        WorkDays.CHINA),
                Clock.systemUTC());
        System.out.println("ready");
        System.in.read();
        scheduler.start();
        Thread.sleep(Duration.ofMinutes(10));
    }

    private static byte[] figure(JdbcClient warehouse, Recipient recipient) {
        return warehouse
                .sql("select sum(amount) from star_fact where owner = ?")
                .param(recipient.login())
                .query(Long.class)
                .single()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
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
