package org.shapan.engine.mdx;

import static java.util.Objects.requireNonNull;

import org.shapan.engine.api.Region;

/** {@code EXPLAIN PLAN FOR statement}; the statement is a select or a drill-through. */
public record ExplainStatement(Statement statement, Region region) implements Statement {

    public ExplainStatement {
        requireNonNull(statement, "statement is null");
        requireNonNull(region, "region is null");
    }
}
