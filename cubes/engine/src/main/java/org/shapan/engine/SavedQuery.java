package org.shapan.engine;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * MDX that somebody keeps under a name, such as a pivot or a report's data set. A reload tells which of them a new catalog breaks.
 *
 * @param name for the message
 * @param roles under which it runs; empty for the catalog's default
 */
public record SavedQuery(String name, String mdx, List<String> roles) {
    public SavedQuery {
        requireNonNull(name, "name is null");
        requireNonNull(mdx, "mdx is null");
        roles = List.copyOf(roles);
    }
}
