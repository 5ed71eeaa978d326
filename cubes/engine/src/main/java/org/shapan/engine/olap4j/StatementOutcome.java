package org.shapan.engine.olap4j;

/** What a finished statement gives. */
public sealed interface StatementOutcome permits QueryOutcome, RowsOutcome {}
