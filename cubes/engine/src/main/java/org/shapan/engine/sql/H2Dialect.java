package org.shapan.engine.sql;

import java.util.List;

/** H2 2. It has no GROUPING SETS. */
final class H2Dialect extends AnsiDialect {
    @Override
    public String name() {
        return "h2";
    }

    @Override
    public List<String> understands() {
        return List.of("h2", "postgres", "postgresql", "generic");
    }

    @Override
    public boolean supportsGroupingSets() {
        return false;
    }

    @Override
    public boolean joinsRowByRow() {
        return true;
    }

    @Override
    public boolean readsFasterThanDistinct() {
        return true;
    }
}
