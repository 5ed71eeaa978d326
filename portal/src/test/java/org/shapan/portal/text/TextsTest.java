package org.shapan.portal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import org.junit.jupiter.api.Test;

class TextsTest {
    private final Texts texts = new Texts();

    @Test
    void everyTextExistsInBothLanguages() {
        assertThat(texts.keys(Language.ZH)).isNotEmpty().isEqualTo(texts.keys(Language.EN));
    }

    @Test
    void everyTextTakesTheSameParametersInBothLanguages() {
        for (String key : texts.keys(Language.ZH)) {
            assertThat(parameters(Language.ZH, key)).as(key).isEqualTo(parameters(Language.EN, key));
        }
    }

    @Test
    void aMissingTextIsSeen() {
        assertThat(texts.get(Language.EN, "no.such.key")).isEqualTo("!no.such.key!");
    }

    private int parameters(Language language, String key) {
        return new MessageFormat(texts.get(language, key), language.locale()).getFormatsByArgumentIndex().length;
    }
}
