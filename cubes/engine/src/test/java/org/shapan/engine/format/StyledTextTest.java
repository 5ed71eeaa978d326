package org.shapan.engine.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class StyledTextTest {

    @Test
    void barsSeparateTheTextFromItsProperties() {
        StyledText styled = StyledText.parse("|1,235|style=red|Arrow=up");

        assertThat(styled.text()).isEqualTo("1,235");
        assertThat(styled.properties()).isEqualTo(Map.of("style", "red", "arrow", "up"));
    }

    @Test
    void plainTextHasNoProperties() {
        assertThat(StyledText.parse("1|2")).isEqualTo(new StyledText("1|2", Map.of()));
    }

    @Test
    void partsThatAreNoPropertiesAreLeftOut() {
        assertThat(StyledText.parse("|x||=y|z").properties()).isEmpty();
    }
}
