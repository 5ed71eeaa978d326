package org.shapan.engine.format;

import java.util.Locale;
import java.util.Set;

/** Colours that a section may begin with, {@code [Red]}. */
final class Colours {
    private static final Set<String> NAMES =
            Set.of("black", "blue", "cyan", "green", "magenta", "red", "white", "yellow");

    private Colours() {}

    /** The colour in lower case; null when the word names none. */
    static String named(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return NAMES.contains(lower) ? lower : null;
    }
}
