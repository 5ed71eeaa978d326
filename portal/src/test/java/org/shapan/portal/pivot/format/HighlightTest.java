package org.shapan.portal.pivot.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class HighlightTest {
    @Test
    void lightsGoByTwoThresholdsInEitherDirection() {
        Highlight up = Highlight.lights(0.9, 0.8);
        Highlight down = Highlight.lights(0.01, 0.03);

        assertThat(List.of(up.light(0.9), up.light(0.85), up.light(0.8), up.light(0.79)))
                .containsExactly(Light.GREEN, Light.YELLOW, Light.YELLOW, Light.RED);
        assertThat(List.of(down.light(0.01), down.light(0.02), down.light(0.03), down.light(0.031)))
                .containsExactly(Light.GREEN, Light.YELLOW, Light.YELLOW, Light.RED);
        assertThat(up.light(Double.NaN)).isNull();
        assertThat(Highlight.BARS.light(1)).isNull();
    }

    @Test
    void whatIsWrittenIsReadAndNothingElse() {
        for (Highlight highlight : List.of(
                Highlight.NONE,
                Highlight.BARS,
                Highlight.SCALE,
                Highlight.lights(-0.5, 1e-9),
                Highlight.extreme(Highlight.Kind.TOP, 5),
                Highlight.extreme(Highlight.Kind.BOTTOM, 1000))) {
            assertThat(Highlight.parse(highlight.write())).isEqualTo(highlight);
        }
        for (String wrong : List.of(
                "",
                "LIGHTS",
                "LIGHTS 1",
                "LIGHTS 1 x",
                "LIGHTS NaN 1",
                "BARS 1",
                "TOP",
                "TOP 0",
                "TOP 1001",
                "BOTTOM 1.5",
                "GLITTER")) {
            assertThatThrownBy(() -> Highlight.parse(wrong)).as(wrong).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aScaleHasSevenStepsOfEqualWidth() {
        Range range = Range.of(-70).and(Range.of(0)).and(Range.of(70));

        assertThat(List.of(range.step(-70), range.step(-50.1), range.step(-49), range.step(0), range.step(70)))
                .containsExactly(1, 1, 2, 4, 7);
        assertThat(range.from(2)).isEqualTo(-50);
        assertThat(range.step(Double.NaN)).isZero();
        assertThat(Range.of(5).step(5)).as("all equal").isZero();
        assertThat(List.of(range.bar(35), range.bar(-1), range.bar(70))).containsExactly(50, 0, 100);
    }
}
