package org.shapan.engine.format;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A formatted value with the properties that its format added: {@code |1,235|style=red|arrow=up} is the text {@code 1,235} with two
 * properties. A colour of a section, {@code [Red]}, becomes the property {@code style}.
 *
 * @param text what is shown
 * @param properties by name in lower case
 */
public record StyledText(String text, Map<String, String> properties) {

    public StyledText {
        requireNonNull(text, "text is null");
        properties = Map.copyOf(properties);
    }

    /** Reads what {@link FormatString#format} gave; a text without a bar at its beginning has no properties. */
    public static StyledText parse(String formatted) {
        if (!formatted.startsWith("|")) {
            return new StyledText(formatted, Map.of());
        }
        String[] parts = formatted.substring(1).split("\\|", -1);
        Map<String, String> properties = new HashMap<>();
        for (int i = 1; i < parts.length; i++) {
            int equals = parts[i].indexOf('=');
            if (equals > 0) {
                String name = parts[i].substring(0, equals).strip().toLowerCase(Locale.ROOT);
                properties.put(name, parts[i].substring(equals + 1).strip());
            }
        }
        return new StyledText(parts[0], properties);
    }
}
