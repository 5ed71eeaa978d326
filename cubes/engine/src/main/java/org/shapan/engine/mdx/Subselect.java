package org.shapan.engine.mdx;

import static java.util.Objects.requireNonNull;

import org.shapan.engine.api.Region;

/**
 * {@code ([NON VISUAL] SELECT …)}.
 *
 * @param nonVisual whether totals keep the members that the subselect filters out
 */
public record Subselect(SelectStatement select, boolean nonVisual, Region region) implements FromClause {

    public Subselect {
        requireNonNull(select, "select is null");
        requireNonNull(region, "region is null");
    }
}
