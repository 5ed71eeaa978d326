package org.shapan.portal.widget;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The names below a waterfall: two lines where they fit, slanted where a word would be broken or a third line drawn. */
class WaterfallTest {
    @ParameterizedTest
    @CsvSource({
        "Easyown, 1, false",
        "High-end, 3, false",
        "Subscription fee, 1, false",
        "Subscription fee, 5, true",
        "Net, 5, false",
        "月租套餐费, 5, false",
        "M2M视频监控, 5, true"
    })
    void aNameIsNeverBrokenInAWord(String name, int bars, boolean slanted) {
        Waterfall waterfall = new Waterfall();
        for (int i = 0; i < bars; i++) {
            waterfall.bar(name, -1, "");
        }

        JsonNode label = waterfall.option("all", -bars, "").at("/xAxis/axisLabel");

        assertThat(label.has("rotate")).isEqualTo(slanted);
        assertThat(label.path("overflow").asString()).isEqualTo(slanted ? "truncate" : "break");
    }
}
