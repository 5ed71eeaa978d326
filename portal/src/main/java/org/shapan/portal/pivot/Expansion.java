package org.shapan.portal.pivot;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/**
 * Which members of a hierarchy on an axis show their children.
 *
 * @param open unique names of members opened one by one
 * @param to unique name of the level down to which all are open; null: none but {@code open}
 * @param closed unique names of members closed although {@code to} opens them
 */
public record Expansion(List<String> open, String to, List<String> closed) {
    /** Nothing is open. */
    public static final Expansion NONE = new Expansion(List.of(), null, List.of());

    public Expansion {
        open = List.copyOf(open);
        closed = List.copyOf(closed);
    }

    /** Everything down to a level. */
    public static Expansion to(String level) {
        return new Expansion(List.of(), level, List.of());
    }

    public boolean none() {
        return open.isEmpty() && to == null;
    }

    /**
     * Opens a closed member, closes an open one together with what was open below it.
     *
     * @param opened whether it is open now
     */
    public Expansion toggle(String member, boolean opened) {
        SequencedSet<String> nextOpen = new LinkedHashSet<>(open);
        SequencedSet<String> nextClosed = new LinkedHashSet<>(closed);
        if (opened) {
            nextOpen.removeIf(other -> other.equals(member) || other.startsWith(member + "."));
            if (to != null) {
                nextClosed.add(member);
            }
        } else if (!nextClosed.remove(member)) {
            nextOpen.add(member);
        }
        return new Expansion(List.copyOf(nextOpen), to, List.copyOf(nextClosed));
    }
}
