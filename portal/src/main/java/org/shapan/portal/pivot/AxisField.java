package org.shapan.portal.pivot;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/**
 * A hierarchy on rows or columns.
 *
 * @param hierarchy unique name
 * @param level unique name of the level it starts at
 * @param picked unique names of the members it starts with; empty: all members of the level
 * @param open unique names of members whose children are shown
 */
public record AxisField(String hierarchy, String level, List<String> picked, List<String> open) {
    public AxisField {
        requireNonNull(hierarchy, "hierarchy is null");
        requireNonNull(level, "level is null");
        picked = List.copyOf(picked);
        open = List.copyOf(open);
    }

    public static AxisField of(String hierarchy, String level) {
        return new AxisField(hierarchy, level, List.of(), List.of());
    }

    /** Starts at another level; picked and opened members are forgotten. */
    public AxisField at(String otherLevel) {
        return of(hierarchy, otherLevel);
    }

    public AxisField pick(List<String> members) {
        return new AxisField(hierarchy, level, members, List.of());
    }

    /** Opens a closed member, closes an open one together with what was open below it. */
    public AxisField toggle(String member) {
        SequencedSet<String> next = new LinkedHashSet<>(open);
        if (!next.remove(member)) {
            next.add(member);
        } else {
            next.removeIf(other -> other.startsWith(member + "."));
        }
        return new AxisField(hierarchy, level, picked, List.copyOf(next));
    }
}
