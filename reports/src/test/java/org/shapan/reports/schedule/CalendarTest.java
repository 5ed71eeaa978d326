package org.shapan.reports.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @TempDir
    Path folder;

    @Test
    void monthlyMeansTheLocalTimeOfItsZone() {
        Calendar calendar = Calendar.monthly(5, 7, 30, SHANGHAI);

        assertThat(calendar.upcoming(Instant.parse("2010-03-31T00:00:00Z"), 2))
                .containsExactly(Instant.parse("2010-04-04T23:30:00Z"), Instant.parse("2010-05-04T23:30:00Z"));
    }

    @Test
    void dayZeroIsTheLastOfTheMonth() {
        Calendar calendar = Calendar.monthly(0, 8, 0, ZoneId.of("UTC"));

        assertThat(calendar.after(Instant.parse("2010-02-10T00:00:00Z")))
                .contains(Instant.parse("2010-02-28T08:00:00Z"));
    }

    @Test
    void aTimeSkippedByDaylightSavingFiresAnHourLater() {
        Calendar calendar = new Calendar("0 30 2 * * *", ZoneId.of("Europe/Berlin"));

        assertThat(calendar.upcoming(Instant.parse("2010-03-27T12:00:00Z"), 2))
                .containsExactly(Instant.parse("2010-03-28T01:30:00Z"), Instant.parse("2010-03-29T00:30:00Z"));
        assertThat(calendar.after(Instant.parse("2010-03-28T01:10:00Z")))
                .contains(Instant.parse("2010-03-28T01:30:00Z"));
    }

    @Test
    void aTimeThatComesTwiceFiresOnce() {
        Calendar calendar = new Calendar("0 30 2 * * *", ZoneId.of("Europe/Berlin"));

        assertThat(calendar.upcoming(Instant.parse("2010-10-30T12:00:00Z"), 2))
                .containsExactly(Instant.parse("2010-10-31T00:30:00Z"), Instant.parse("2010-11-01T01:30:00Z"));
        assertThat(calendar.after(Instant.parse("2010-10-31T01:10:00Z")))
                .contains(Instant.parse("2010-11-01T01:30:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "every monday", "0 30 25 * * *", "0 0 8 30 2 *", "* * * * * *", "0 */2 * * * *"})
    void refusesExpressionsThatAreWrongNeverFireOrFireTooOften(String cron) {
        assertThatThrownBy(() -> new Calendar(cron, SHANGHAI)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFiringOnADayOffMovesOverWeekendsAndHolidays() {
        ZoneId shanghai = ZoneId.of("Asia/Shanghai");
        Instant start = Instant.parse("2026-01-20T00:00:00Z");

        // 15 February 2026 is the Spring Festival until the 23rd; 15 March is a Sunday
        assertThat(days("0 30 7 15 * *", DayRule.NEXT, start, 2)).containsExactly("2026-02-24", "2026-03-16");
        assertThat(days("0 30 7 15 * *", DayRule.PREVIOUS, start, 2)).containsExactly("2026-02-14", "2026-03-13");
        assertThat(days("0 30 7 15 * *", DayRule.SKIP, start, 1)).containsExactly("2026-04-15");
        assertThat(days("0 30 7 * * *", DayRule.NEXT, Instant.parse("2026-02-13T00:00:00Z"), 3))
                .as("days off fall together")
                .containsExactly("2026-02-14", "2026-02-24", "2026-02-25");
        assertThat(days("workday 3 07:30", DayRule.ANY, Instant.parse("2026-09-29T00:00:00Z"), 2))
                .containsExactly("2026-10-10", "2026-11-04");
        assertThat(days("workday -1 07:30", DayRule.ANY, Instant.parse("2026-05-01T00:00:00Z"), 1))
                .containsExactly("2026-05-29");
        assertThat(new Calendar(
                                "0 0 8 * * *",
                                shanghai,
                                DayRule.ANY,
                                LocalDate.of(2026, 3, 1),
                                LocalDate.of(2026, 3, 2))
                        .upcoming(start, 10))
                .hasSize(2);
    }

    @Test
    void aCompanysDaysGoBeforeThePublicOnes() throws Exception {
        Path file = folder.resolve("days.properties");
        Files.writeString(file, "2027-02-05..2027-02-12=off\n2027-02-13=work\n");

        WorkDays days = WorkDays.CHINA.with(file);

        assertThat(days.isWorked(LocalDate.of(2027, 2, 8))).isFalse();
        assertThat(days.isWorked(LocalDate.of(2027, 2, 13))).isTrue();
        Files.writeString(file, "2027-02-05=maybe\n");
        assertThatThrownBy(() -> WorkDays.CHINA.with(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2027-02-05=maybe");
    }

    @Test
    void aFiringThatWasMovedKnowsItsOwnDay() {
        ZoneId shanghai = ZoneId.of("Asia/Shanghai");
        Calendar fifth = new Calendar("0 30 7 5 * *", shanghai, DayRule.NEXT, null, null);
        Instant june = LocalDate.of(2010, 6, 7).atTime(7, 30).atZone(shanghai).toInstant();
        Instant july = LocalDate.of(2010, 7, 5).atTime(7, 30).atZone(shanghai).toInstant();

        assertThat(fifth.movedFrom(june, WorkDays.CHINA)).contains(LocalDate.of(2010, 6, 5));
        assertThat(fifth.movedFrom(july, WorkDays.CHINA)).isEmpty();
        Calendar daily = new Calendar("0 30 7 * * *", shanghai, DayRule.NEXT, null, null);
        assertThat(daily.movedFrom(june, WorkDays.CHINA))
                .as("Saturday's and Sunday's fall on Monday, which has its own")
                .isEmpty();
    }

    @Test
    void aFiringThatWasMovedIntoTheHourThatTheClockSkipsKnowsItsOwnDay() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        Calendar saturdays = new Calendar("0 30 2 * * 6", berlin, DayRule.NEXT, null, null);
        Instant firing = Instant.parse("2010-03-28T01:30:00Z");
        WorkDays sundayIsWorked = days("2010-03-28=work\n");

        assertThat(saturdays.after(Instant.parse("2010-03-27T12:00:00Z"), sundayIsWorked))
                .contains(firing);
        assertThat(saturdays.movedFrom(firing, sundayIsWorked)).contains(LocalDate.of(2010, 3, 27));
    }

    private WorkDays days(String exceptions) {
        try {
            return WorkDays.CHINA.with(Files.writeString(folder.resolve("moved.properties"), exceptions));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aFileOfHolidaysTakesThePlaceOfThoseThatCameWithTheProduct() throws Exception {
        Path file = folder.resolve("holidays.properties");
        LocalDate nationalDay = LocalDate.of(2026, 10, 1);
        assertThat(WorkDays.ofHolidays(file).isWorked(nationalDay)).isFalse();
        Files.writeString(file, "2026-10-02=off\n");

        WorkDays days = WorkDays.ofHolidays(file);

        assertThat(days.isWorked(nationalDay)).isTrue();
        assertThat(days.isWorked(nationalDay.plusDays(1))).isFalse();
    }

    private static List<String> days(String rhythm, DayRule rule, Instant start, int count) {
        ZoneId shanghai = ZoneId.of("Asia/Shanghai");
        return new Calendar(rhythm, shanghai, rule, null, null)
                .upcoming(start, count).stream()
                        .map(at -> at.atZone(shanghai).toLocalDate().toString())
                        .toList();
    }
}
