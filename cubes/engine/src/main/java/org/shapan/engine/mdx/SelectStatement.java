package org.shapan.engine.mdx;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.shapan.engine.api.Region;

/**
 * {@code [WITH …] SELECT … FROM … [WHERE …] [CELL PROPERTIES …]}.
 *
 * @param with calculated members and named sets in the order they were written; empty without {@code WITH}
 * @param axes in the order they were written, which need not be that of their ordinals; the ordinals are 0 … n-1, each once
 * @param slicerOrNull null when there is no {@code WHERE}
 * @param cellProperties empty when there is no such clause
 */
public record SelectStatement(
        List<Formula> with,
        List<AxisClause> axes,
        FromClause from,
        Expression slicerOrNull,
        List<Identifier> cellProperties,
        Region region)
        implements Statement {

    public SelectStatement {
        with = List.copyOf(with);
        axes = List.copyOf(axes);
        requireNonNull(from, "from is null");
        cellProperties = List.copyOf(cellProperties);
        requireNonNull(region, "region is null");
    }
}
