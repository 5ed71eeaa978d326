package org.shapan.portal.pivot;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** A hierarchy that filters the whole pivot. */
public record FilterField(String hierarchy, Selection members) {
    public FilterField {
        requireNonNull(hierarchy, "hierarchy is null");
        requireNonNull(members, "members is null");
    }

    /** @param picked what is let through, see {@link Selection#picked} */
    public FilterField(String hierarchy, List<String> picked) {
        this(hierarchy, Selection.of(picked));
    }

    /** What is let through, see {@link Selection#picked}. */
    public List<String> picked() {
        return members.picked();
    }
}
