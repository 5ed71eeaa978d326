package org.shapan.portal.pivot;

import java.util.List;
import java.util.stream.Stream;

/**
 * Which members of a hierarchy count.
 *
 * @param picked what is let through, each as {@link Pick} writes it; empty: all
 * @param without unique names of members left out with all below them
 */
public record Selection(List<String> picked, List<String> without) {
    /** Everything. */
    public static final Selection ALL = new Selection(List.of(), List.of());

    public Selection {
        picked = List.copyOf(picked);
        without = List.copyOf(without);
    }

    public static Selection of(List<String> picked) {
        return new Selection(picked, List.of());
    }

    /** Whether nothing is restricted. */
    public boolean all() {
        return picked.isEmpty() && without.isEmpty();
    }

    /** Leaves a member out: one that was picked by name is dropped, another is named as left out. */
    public Selection exclude(String member) {
        if (picked.contains(member) && picked.size() > 1) {
            return new Selection(
                    picked.stream().filter(other -> !other.equals(member)).toList(), without);
        }
        return without.contains(member)
                ? this
                : new Selection(
                        picked,
                        Stream.concat(without.stream(), Stream.of(member)).toList());
    }
}
