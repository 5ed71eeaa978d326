package org.shapan.engine.check;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import org.shapan.engine.catalog.Place;

/**
 * Something that is wrong, or could be better.
 *
 * @param rule name of the rule that found it, such as {@code unique-keys}; stable across releases
 * @param place null when it has no place in a file
 * @param what what is wrong, with the values
 * @param remedy what to do, one sentence
 */
public record Finding(String rule, Severity severity, Place place, String what, String remedy) {
    public Finding {
        requireNonNull(rule, "rule is null");
        requireNonNull(severity, "severity is null");
        requireNonNull(what, "what is null");
        requireNonNull(remedy, "remedy is null");
    }

    @Override
    public String toString() {
        String at = place == null
                ? ""
                : place.file() + ":" + place.region().line() + ":"
                        + place.region().column() + ": ";
        return at + severity.name().toLowerCase(Locale.ROOT) + ": " + what + ". " + remedy + " [" + rule + "]";
    }
}
