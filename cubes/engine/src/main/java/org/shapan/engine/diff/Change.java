package org.shapan.engine.diff;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;

/**
 * One element of a catalog that is not what it was.
 *
 * @param element its kind: {@code cube}, {@code dimension}, {@code level}, {@code measure}, {@code calculated member}, {@code role} …
 * @param path names from the cube or shared dimension down to the element; the new name where it was renamed
 * @param details for {@link Type#CHANGED} each attribute, for {@link Type#RENAMED} the name; else empty
 */
public record Change(Type type, String element, List<String> path, List<Detail> details) {
    /** What happened to an element; what stands inside an added or removed one is not told apart. */
    public enum Type {
        ADDED,
        REMOVED,
        /** A guess: one went and one came that is the same but for its name. */
        RENAMED,
        CHANGED
    }

    /**
     * An attribute.
     *
     * @param before null where it was not given; likewise {@code after}
     */
    public record Detail(String attribute, String before, String after) {
        @Override
        public String toString() {
            return attribute + ": " + (before == null ? "–" : before) + " → " + (after == null ? "–" : after);
        }
    }

    public Change {
        requireNonNull(type, "type is null");
        requireNonNull(element, "element is null");
        path = List.copyOf(path);
        details = List.copyOf(details);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(type.name().toLowerCase(Locale.ROOT))
                .append(' ')
                .append(element)
                .append(' ')
                .append(String.join(" / ", path));
        details.forEach(detail -> text.append("; ").append(detail));
        return text.toString();
    }
}
