package org.shapan.engine.sql;

import java.util.List;

/** PostgreSQL. */
final class PostgreSqlDialect extends AnsiDialect {
    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public List<String> understands() {
        return List.of("postgres", "postgresql", "generic");
    }

    @Override
    public boolean streamsInTransactionsOnly() {
        return true;
    }
}
