package org.shapan.warehouse.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeasonalityTest {

    /** Domain §9.7 G-19. */
    @Test
    void springFestivalIsFebruary2008January2009February2010() {
        assertThat(IntStream.range(Months.FIRST, Months.COUNT)
                        .filter(Seasonality::springFestival)
                        .map(Months::number))
                .containsExactly(200802, 200901, 201002);
    }

    @Test
    void springFestivalMonthEarnsMoreThanItsNeighbour() {
        int january2009 = Months.FIRST + 12;

        double withTrend = Seasonality.revenue(january2009, Brands.EASYOWN, false)
                / Seasonality.revenue(january2009 + 1, Brands.EASYOWN, false);

        assertThat(withTrend).isCloseTo(1.04 / 0.97 / 0.998, within(1e-9));
    }

    @Test
    void newNumbersAverageOneOverAYear() {
        double mean = IntStream.range(Months.FIRST, Months.FIRST + 12)
                .mapToDouble(Seasonality::newNumbers)
                .average()
                .orElseThrow();

        assertThat(mean).isCloseTo(1, within(1e-9));
    }

    @Test
    void summerEmptiesTheCampus() {
        int july2009 = Months.FIRST + 18;

        double campus = Seasonality.revenue(july2009, Brands.MZONE, true);
        double town = Seasonality.revenue(july2009, Brands.MZONE, false);

        assertThat(campus / town).isCloseTo(0.70, within(1e-9));
    }
}
