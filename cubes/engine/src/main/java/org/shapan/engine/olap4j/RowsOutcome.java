package org.shapan.engine.olap4j;

import static java.util.Objects.requireNonNull;

import org.shapan.engine.api.RowBlock;

/** Rows: those of a drill-through, or a plan. */
public record RowsOutcome(RowBlock rows) implements StatementOutcome {
    public RowsOutcome {
        requireNonNull(rows, "rows is null");
    }
}
