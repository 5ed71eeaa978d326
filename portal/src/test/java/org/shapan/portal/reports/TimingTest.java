package org.shapan.portal.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shapan.portal.text.Language;
import org.shapan.portal.text.Texts;
import org.shapan.reports.schedule.Calendar;
import org.shapan.reports.schedule.DayRule;

class TimingTest {
    @ParameterizedTest
    @CsvSource({
        "0 30 7 * * *, DAILY, 每日 07:30",
        "0 30 7 * * 1, WEEKLY, 周一 07:30",
        "0 30 7 5 * *, MONTHLY, 每月 5 日 07:30",
        "0 30 7 L * *, MONTHLY, '每月最后一日 07:30'",
        "workday 3 07:30, WORKDAY, 每月第 3 个工作日 07:30",
        "workday -1 18:00, WORKDAY, 每月最后一个工作日 18:00",
        "published, PUBLISHED, 当月数据发布时",
        "0 30 7 1-7 * 1, CRON, 0 30 7 1-7 * 1",
        "0 30 7 31 * *, CRON, 0 30 7 31 * *",
        "0 30 7 5 * 1, CRON, 0 30 7 5 * 1",
        "0 05 07 5 * *, CRON, 0 05 07 5 * *",
        "workday -2 07:30, CRON, workday -2 07:30"
    })
    void aCalendarIsTheSameAfterTheFieldsShowedIt(String cron, Timing.Rhythm rhythm, String words) {
        Calendar calendar = new Calendar(
                cron, ZoneId.of("Europe/Berlin"), DayRule.PREVIOUS, LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1));

        Timing timing = Timing.of(calendar);

        assertThat(timing.rhythm()).isEqualTo(rhythm);
        assertThat(timing.calendar()).isEqualTo(calendar);
        assertThat(Timing.words(calendar, new Texts(), Language.ZH)).isEqualTo(words);
    }
}
