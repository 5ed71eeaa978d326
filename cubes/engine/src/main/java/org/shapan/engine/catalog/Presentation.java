package org.shapan.engine.catalog;

import java.util.Map;

/**
 * What a named element says for people.
 *
 * @param captions by language tag; key {@code ""} is Mondrian's attribute of that name
 * @param descriptions likewise
 * @param folder display folder, parts separated by {@code \\}, or null
 */
public record Presentation(
        Map<String, String> captions,
        Map<String, String> descriptions,
        boolean visible,
        String folder,
        Map<String, String> annotations) {
    public static final Presentation NONE = new Presentation(Map.of(), Map.of(), true, null, Map.of());

    public Presentation {
        captions = Map.copyOf(captions);
        descriptions = Map.copyOf(descriptions);
        annotations = Map.copyOf(annotations);
    }
}
