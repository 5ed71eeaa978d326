package org.shapan.engine.sql;

import java.util.List;

/** DuckDB. Schemas written for PostgreSQL serve it, whose language it speaks. */
final class DuckDbDialect extends AnsiDialect {
    @Override
    public String name() {
        return "duckdb";
    }

    @Override
    public boolean usesIndexes() {
        return false;
    }

    @Override
    public List<String> understands() {
        return List.of("duckdb", "postgres", "postgresql", "generic");
    }
}
