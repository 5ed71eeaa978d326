package org.shapan.reports.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shapan.reports.schedule.ScheduleException.Reason;

/** Days under names, alone and several at once. */
class DayCalendarTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final DayCalendar BILLING =
            new DayCalendar("billing", "# bills are made\nmonth 1..3=off\nmonth -1=off\n");
    private static final DayCalendar FAIR = new DayCalendar("fair", "2010-03-08..2010-03-09=off\n2010-03-02=work");
    private static final DayCalendar SEVEN = new DayCalendar("seven", "week 6..7=work");

    @Test
    void aDateGoesBeforeADayOfTheMonthAndThatBeforeADayOfTheWeek() {
        DayCalendar.Days days = new DayCalendar("c", "week 1=off\nmonth 1=work\n2010-03-01=off\nmonth -1=off").days();

        assertThat(days.isWorked(LocalDate.parse("2010-03-01"))).contains(false);
        assertThat(days.isWorked(LocalDate.parse("2010-02-01"))).contains(true);
        assertThat(days.isWorked(LocalDate.parse("2010-03-08"))).contains(false);
        assertThat(days.isWorked(LocalDate.parse("2010-02-28"))).contains(false);
        assertThat(days.isWorked(LocalDate.parse("2012-02-28"))).isEmpty();
        assertThat(days.isWorked(LocalDate.parse("2010-03-09"))).isEmpty();
    }

    @Test
    void ofSeveralCalendarsOneThatTakesADayOffIsEnough() {
        WorkDays days = WorkDays.CHINA.with(List.of(BILLING, FAIR, SEVEN));

        assertThat(days.isWorked(LocalDate.parse("2010-03-02")))
                .as("fair works, billing is off")
                .isFalse();
        assertThat(days.isWorked(LocalDate.parse("2010-03-06")))
                .as("a Saturday that is worked")
                .isTrue();
        assertThat(days.isWorked(LocalDate.parse("2010-03-08"))).isFalse();
        assertThat(days.isWorked(LocalDate.parse("2010-03-31")))
                .as("the last of the month")
                .isFalse();
        assertThat(days.isWorked(LocalDate.parse("2010-03-30"))).isTrue();
        assertThat(WorkDays.CHINA.isWorked(LocalDate.parse("2010-03-06"))).isFalse();
    }

    @Test
    void firingsKeepToThem() {
        Calendar daily = new Calendar("0 0 8 * * *", SHANGHAI, DayRule.SKIP, null, null, Set.of("billing", "seven"));
        WorkDays days = WorkDays.CHINA.with(List.of(BILLING, SEVEN));

        List<Instant> next = daily.upcoming(Instant.parse("2010-03-29T12:00:00Z"), 3, days);

        assertThat(next)
                .extracting(at -> at.atZone(SHANGHAI).toLocalDate().toString())
                .as("31 March to 3 April are billing days, 5 April is a holiday")
                .containsExactly("2010-03-30", "2010-04-04", "2010-04-06");
        Calendar fifth = new Calendar("0 0 8 2 * *", SHANGHAI, DayRule.NEXT, null, null, Set.of("billing"));
        Instant moved = fifth.after(Instant.parse("2010-02-28T12:00:00Z"), WorkDays.CHINA.with(List.of(BILLING)))
                .orElseThrow();
        assertThat(moved).isEqualTo("2010-03-04T00:00:00Z");
        assertThat(fifth.movedFrom(moved, WorkDays.CHINA.with(List.of(BILLING))))
                .contains(LocalDate.parse("2010-03-02"));
    }

    @Test
    void aFiringThatWouldMoveTooFarIsLeftOut() {
        WorkDays never = WorkDays.CHINA.with(List.of(new DayCalendar("never", "month 1..31=off")));
        Calendar monthly = new Calendar("0 0 8 2 * *", SHANGHAI, DayRule.NEXT, null, null, Set.of("never"));

        assertThat(monthly.after(Instant.parse("2010-02-28T12:00:00Z"), never)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2010-13-01=off",
                "2010-03-09..2010-03-08=off",
                "2010-03-09=holiday",
                "month 0=off",
                "month 32=off",
                "month -1..3=off",
                "month 3..1=off",
                "week 8=off",
                "week -1=off",
                "2010-01-01..2012-01-01=off",
                "off",
                "month 99999999999=off"
            })
    void aLineThatIsNoneIsRefusedByItself(String line) {
        assertThatThrownBy(() -> new DayCalendar("c", "month 1=off\n" + line))
                .isInstanceOfSatisfying(ScheduleException.class, e -> {
                    assertThat(e.reason()).isEqualTo(Reason.CALENDAR_LINE);
                    assertThat(e.field()).isEqualTo(line);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\nb", "12345678901234567890123456789012345678901234567890123456789012345"})
    void aNameIsOneLine(String name) {
        assertThatThrownBy(() -> new DayCalendar(name, ""))
                .isInstanceOfSatisfying(
                        ScheduleException.class, e -> assertThat(e.reason()).isEqualTo(Reason.CALENDAR_NAME));
    }
}
