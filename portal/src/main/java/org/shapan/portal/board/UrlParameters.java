package org.shapan.portal.board;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Query parameters of a screen's link, each at most once; a value that is missing or blank is null, and null is left out. */
public final class UrlParameters {
    private UrlParameters() {}

    /** The first value of a name; null for none and for a blank one. */
    public static String first(Map<String, List<String>> parameters, String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        return values.isEmpty() || values.getFirst().isBlank() ? null : values.getFirst();
    }

    /** Parameters in this order. */
    public static Map<String, String> of(String... namesAndValues) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] != null) {
                parameters.put(namesAndValues[i], namesAndValues[i + 1]);
            }
        }
        return parameters;
    }
}
