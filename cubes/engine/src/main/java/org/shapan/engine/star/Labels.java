package org.shapan.engine.star;

import java.util.Locale;
import java.util.Map;

/**
 * What a catalog says about a named element for people: captions and descriptions by language, visibility, display folder,
 * annotations.
 *
 * @param captions by language tag ({@code zh}, {@code en}); key {@code ""} is the default caption
 * @param descriptions likewise
 * @param folder display folder, parts separated by {@code \}, or null
 */
public record Labels(
        Map<String, String> captions,
        Map<String, String> descriptions,
        boolean visible,
        String folder,
        Map<String, String> annotations) {
    public static final Labels NONE = new Labels(Map.of(), Map.of(), true, null, Map.of());

    public Labels {
        captions = Map.copyOf(captions);
        descriptions = Map.copyOf(descriptions);
        annotations = Map.copyOf(annotations);
    }

    public String caption(Locale locale, String otherwise) {
        String caption = inLanguage(captions, locale);
        return caption == null ? otherwise : caption;
    }

    public String description(Locale locale) {
        return inLanguage(descriptions, locale);
    }

    private static String inLanguage(Map<String, String> texts, Locale locale) {
        String text = texts.get(locale.getLanguage());
        return text == null ? texts.get("") : text;
    }
}
