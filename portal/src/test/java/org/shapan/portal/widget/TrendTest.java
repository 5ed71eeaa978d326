package org.shapan.portal.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The axis of a trend: a few round steps that can be read. */
class TrendTest {
    @ParameterizedTest
    @CsvSource({"0.88, 1.09, 0.6, 1.4, 0.2", "0.31, 0.72, 0, 1, 0.25", "3, 41, 0, 60, 20", "0.012, 0.047, 0, 0.06, 0.02"
    })
    void theAxisBeginsAndEndsAtRoundNumbers(double low, double high, double from, double to, double step) {
        JsonNode axis = new Trend(
                        List.of("1", "2"),
                        "",
                        List.of(low, high),
                        List.of(),
                        0.15,
                        List.of(),
                        -1,
                        State.GREEN,
                        "",
                        new Trend.Names("a", "b", "c", "d", "e"),
                        3)
                .option()
                .path("yAxis");

        assertThat(axis.path("interval").toString()).isEqualTo(text(step));
        assertThat(axis.path("min").toString()).isEqualTo(text(from));
        assertThat(axis.path("max").toString()).isEqualTo(text(to));
    }

    private static String text(double value) {
        return Double.toString(value);
    }
}
