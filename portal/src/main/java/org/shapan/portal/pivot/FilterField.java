package org.shapan.portal.pivot;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A hierarchy that filters the whole pivot.
 *
 * @param picked unique names of the members let through; empty: all
 */
public record FilterField(String hierarchy, List<String> picked) {
    public FilterField {
        requireNonNull(hierarchy, "hierarchy is null");
        picked = List.copyOf(picked);
    }
}
