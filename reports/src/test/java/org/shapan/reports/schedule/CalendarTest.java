package org.shapan.reports.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

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
}
