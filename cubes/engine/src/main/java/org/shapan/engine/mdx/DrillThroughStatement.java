package org.shapan.engine.mdx;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.OptionalInt;
import org.shapan.engine.api.Region;

/**
 * {@code DRILLTHROUGH [MAXROWS n] [FIRSTROWSET n] select [RETURN column, …]}.
 *
 * @param returns the columns asked for, with {@link SetAlias} where one is renamed; empty: all
 */
public record DrillThroughStatement(
        OptionalInt maxRows, OptionalInt firstRowset, SelectStatement select, List<Expression> returns, Region region)
        implements Statement {

    public DrillThroughStatement {
        requireNonNull(maxRows, "maxRows is null");
        requireNonNull(firstRowset, "firstRowset is null");
        requireNonNull(select, "select is null");
        returns = List.copyOf(returns);
        requireNonNull(region, "region is null");
    }
}
