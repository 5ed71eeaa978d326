package org.shapan.portal.text;

import com.vaadin.flow.i18n.I18NProvider;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * All texts of the portal, from {@code texts/<room>_<zh|en>.properties} (UTF-8) anywhere on the class path. A room adds
 * its own pair of files; a key is unique over all rooms and exists in both languages (a test checks it). Parameters are
 * those of {@link MessageFormat}; a text that is asked for without parameters is taken literally.
 */
@Component
public class Texts implements I18NProvider {
    private final Map<Language, Map<String, String>> texts = new EnumMap<>(Language.class);

    public Texts() {
        for (Language language : Language.values()) {
            texts.put(language, load(language));
        }
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return Language.locales();
    }

    /** The text of a key; the key itself in exclamation marks where it is missing, so that a gap is seen. */
    @Override
    public String getTranslation(String key, Locale locale, Object... parameters) {
        String text = texts.get(Language.of(locale)).get(key);
        if (text == null) {
            return "!" + key + "!";
        }
        return parameters.length == 0 ? text : new MessageFormat(text, locale).format(parameters);
    }

    public String get(Language language, String key, Object... parameters) {
        return getTranslation(key, language.locale(), parameters);
    }

    /** All keys of one language. */
    public Set<String> keys(Language language) {
        return Set.copyOf(texts.get(language).keySet());
    }

    private static Map<String, String> load(Language language) {
        Map<String, String> loaded = new HashMap<>();
        try {
            Resource[] files = new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:texts/*_%s.properties".formatted(language.code()));
            for (Resource file : files) {
                Properties properties = new Properties();
                try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    properties.load(reader);
                }
                properties.forEach((key, text) -> {
                    String earlier = loaded.putIfAbsent((String) key, (String) text);
                    if (earlier != null) {
                        throw new IllegalStateException("text key '" + key + "' is defined twice, again in " + file);
                    }
                });
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the portal's texts", e);
        }
        return Map.copyOf(loaded);
    }
}
