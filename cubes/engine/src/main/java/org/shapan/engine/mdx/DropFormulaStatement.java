package org.shapan.engine.mdx;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.shapan.engine.api.Region;

/**
 * {@code DROP [SESSION] MEMBER|SET cube.name, …}.
 *
 * @param set whether sets are dropped rather than members
 */
public record DropFormulaStatement(boolean session, boolean set, List<Identifier> names, Region region)
        implements Statement {

    public DropFormulaStatement {
        names = List.copyOf(names);
        requireNonNull(region, "region is null");
    }
}
