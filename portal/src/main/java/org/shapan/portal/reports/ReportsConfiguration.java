package org.shapan.portal.reports;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.shapan.engine.SavedQuery;
import org.shapan.portal.account.Accounts;
import org.shapan.portal.cubes.Cubes;
import org.shapan.portal.cubes.SavedQueries;
import org.shapan.portal.province.OnWarehouse;
import org.shapan.portal.province.Province;
import org.shapan.reports.crosstab.PivotSource;
import org.shapan.reports.delivery.DeliveryDesk;
import org.shapan.reports.delivery.DeliveryFolders;
import org.shapan.reports.delivery.DeliveryLedger;
import org.shapan.reports.delivery.MailComposer;
import org.shapan.reports.delivery.MailRoute;
import org.shapan.reports.delivery.MailSettings;
import org.shapan.reports.delivery.OutboxRoute;
import org.shapan.reports.delivery.RecipientDocuments;
import org.shapan.reports.delivery.ReportArchive;
import org.shapan.reports.delivery.ReportConnections;
import org.shapan.reports.delivery.ReportConnections.UnknownRecipientException;
import org.shapan.reports.delivery.RetryPolicy;
import org.shapan.reports.delivery.SmtpRoute;
import org.shapan.reports.insight.ReportInsight;
import org.shapan.reports.render.DataState;
import org.shapan.reports.render.ReportRenderer;
import org.shapan.reports.render.ReportSettings;
import org.shapan.reports.schedule.RecipientDirectory;
import org.shapan.reports.schedule.ReportScheduler;
import org.shapan.reports.schedule.ScheduleCheck;
import org.shapan.reports.schedule.SchedulerSettings;
import org.shapan.reports.schedule.WorkDays;
import org.shapan.reports.template.TemplateCatalog;
import org.shapan.warehouse.data.DataDirectory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Puts the reports room together with what the portal knows. */
@Configuration(proxyBeanMethods = false)
@OnWarehouse
class ReportsConfiguration {
    @Bean
    TemplateCatalog reportTemplates(ReportsProperties settings) {
        return TemplateCatalog.with(settings.templates());
    }

    /** What the templates ask the cubes, for those who change the catalog. */
    @Bean
    SavedQueries reportQueries(TemplateCatalog templates) {
        return () -> templates.all().stream()
                .flatMap(template -> template.exampleQueries().entrySet().stream())
                .map(query -> new SavedQuery("report " + query.getKey(), query.getValue(), List.of()))
                .toList();
    }

    @Bean
    ReportRenderer reportRenderer(
            TemplateCatalog templates,
            ObjectProvider<ReportInsight> insight,
            PivotSource pivots,
            Province province,
            ReportsProperties settings) {
        return new ReportRenderer(
                templates,
                insight.getIfAvailable(() -> ReportInsight.NONE),
                pivots,
                published(province),
                new ReportSettings(settings.zone(), settings.portalUrl(), settings.pivotLimits()),
                Clock.systemUTC());
    }

    private static Supplier<DataState> published(Province province) {
        return () -> province.data()
                .map(data -> new DataState(data.asOf(), data.closed(), data.version()))
                .orElse(null);
    }

    @Bean
    ReportConnections reportConnections(Accounts accounts, Cubes cubes, Recipients recipients) {
        return recipient -> {
            recipients.disabledHolder(recipient.address()).ifPresent(login -> {
                throw new UnknownRecipientException(login);
            });
            Accounts.Stored account = accounts.find(recipient.login())
                    .orElseThrow(() -> new UnknownRecipientException(recipient.login()));
            return cubes.connect(account.user(), Locale.SIMPLIFIED_CHINESE);
        };
    }

    @Bean
    DeliveryLedger deliveryLedger(DataSource dataSource) {
        return new DeliveryLedger(dataSource, Clock.systemUTC());
    }

    @Bean
    ReportArchive reportArchive(DataDirectory data) {
        return new ReportArchive(data.reports());
    }

    @Bean
    MailComposer mailComposer(MailProperties mail, ReportsProperties reports) {
        return new MailComposer(new MailSettings(
                mail.from(), Set.copyOf(mail.allowedDomains()), mail.maxAttachmentBytes(), reports.portalUrl()));
    }

    @Bean
    MailRoute mailRoute(
            ObjectProvider<JavaMailSenderImpl> sender, @Value("${spring.mail.host:}") String host, DataDirectory data) {
        JavaMailSenderImpl smtp = sender.getIfAvailable();
        return smtp == null || host.isBlank() ? new OutboxRoute(data.outbox()) : new SmtpRoute(smtp);
    }

    @Bean
    DeliveryDesk deliveryDesk(
            DeliveryLedger ledger,
            ReportRenderer renderer,
            ReportConnections connections,
            ReportArchive archive,
            MailComposer composer,
            MailRoute route,
            DeliveryFolders folders,
            ReportsProperties settings) {
        return new DeliveryDesk(
                ledger,
                new RecipientDocuments(renderer, connections),
                archive,
                composer,
                route,
                folders,
                new RetryPolicy(settings.retryDelays()),
                Clock.systemUTC());
    }

    @Bean
    DeliveryFolders deliveryFolders(DataDirectory data, ReportsProperties settings) {
        return new DeliveryFolders(data.root().resolve("folders"), settings.folders(), settings.folderPermissions());
    }

    /** {@link ReportsLifecycle} starts and closes it. */
    @Bean(destroyMethod = "")
    ReportScheduler reportScheduler(
            DataSource dataSource,
            TemplateCatalog templates,
            DeliveryDesk desk,
            RecipientDirectory directory,
            Province province,
            DataDirectory data,
            ReportsProperties settings) {
        return new ReportScheduler(
                dataSource,
                new ScheduleCheck(templates, desk.addresses()),
                desk,
                directory,
                published(province),
                new SchedulerSettings(
                        settings.workers(),
                        settings.polling(),
                        settings.heartbeat(),
                        settings.lateLimit(),
                        settings.watch(),
                        settings.watchGrace(),
                        settings.retention(),
                        WorkDays.ofHolidays(data.root().resolve("holidays.properties"))
                                .with(data.root().resolve("days.properties"))),
                Clock.systemUTC());
    }
}
