package org.shapan.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class SpringFestivalTest {

    @Test
    void winterMonthsAreComparedWithTheMonthThatIsAlike() {
        assertThat(SpringFestival.referenceOf(YearMonth.of(2009, 1))).isEqualTo(YearMonth.of(2008, 2));
        assertThat(SpringFestival.referenceOf(YearMonth.of(2009, 2))).isEqualTo(YearMonth.of(2008, 1));
        assertThat(SpringFestival.referenceOf(YearMonth.of(2010, 2))).isEqualTo(YearMonth.of(2009, 1));
        assertThat(SpringFestival.referenceOf(YearMonth.of(2010, 1))).isEqualTo(YearMonth.of(2009, 2));
    }

    @Test
    void otherMonthsAreComparedWithTheSameMonth() {
        assertThat(SpringFestival.referenceOf(YearMonth.of(2010, 3))).isEqualTo(YearMonth.of(2009, 3));
    }
}
