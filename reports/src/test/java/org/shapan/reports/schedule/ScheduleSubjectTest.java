package org.shapan.reports.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shapan.reports.ReportsDatabase;
import org.shapan.reports.delivery.Addresses;
import org.shapan.reports.delivery.Condition;
import org.shapan.reports.delivery.DeliveryFolders;
import org.shapan.reports.delivery.MailSettings;
import org.shapan.reports.delivery.Manner;
import org.shapan.reports.delivery.Recipient;
import org.shapan.reports.render.ReportFormat;
import org.shapan.reports.schedule.ScheduleException.Reason;
import org.shapan.reports.template.TemplateCatalog;

/** The subject of a schedule's mails, as it is checked and kept. */
class ScheduleSubjectTest {
    @TempDir
    private Path folder;

    @Test
    void itIsKeptAndGoesIntoTheOrder() {
        ReportSchedule schedule = schedule("[{schedule}] {report} {period} {area} {scope}");
        check().check(schedule);
        ScheduleStore store = new ScheduleStore(ReportsDatabase.create());
        store.save(schedule, schedule.createdAt());

        assertThat(store.find("s1")).contains(schedule);
        assertThat(schedule.order("").subject()).isEqualTo(schedule.subject());
        assertThat(schedule.order("").schedule()).isEqualTo("香洲月报");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{recipient}", " ", "a\nBcc: x@y.z", "a\u2028b", "{}", "{report}{Scope}"})
    void whatItMayNotSayIsRefused(String wrong) {
        assertRefused(wrong);
    }

    @Test
    void aLongOneIsRefused() {
        assertRefused("x".repeat(201));
    }

    private void assertRefused(String wrong) {
        assertThatThrownBy(() -> check().check(schedule(wrong)))
                .isInstanceOfSatisfying(
                        ScheduleException.class, e -> assertThat(e.reason()).isEqualTo(Reason.SUBJECT));
    }

    private ScheduleCheck check() {
        return new ScheduleCheck(
                TemplateCatalog.bundled(),
                new Addresses(
                        MailSettings.of("shapan@operator.example", List.of()),
                        new DeliveryFolders(folder, Map.of(), DeliveryFolders.PRIVATE)));
    }

    private static ReportSchedule schedule(String subject) {
        return new ReportSchedule(
                "s1",
                "香洲月报",
                "R03",
                Map.of("branch", "香洲"),
                Locale.of("zh"),
                List.of(ReportFormat.PDF),
                Calendar.monthly(5, 7, 30, ZoneId.of("Asia/Shanghai")),
                null,
                Condition.ALWAYS,
                Manner.ATTACHMENT,
                subject,
                List.of(new Recipient("he@branch.example", "He", "he")),
                false,
                "admin",
                Instant.parse("2010-04-01T00:00:00Z"));
    }
}
