package org.shapan.engine.sql;

/** HSQLDB 2. It has GROUPING SETS since 2.5.1, but without an index plan for them, so single statements are faster. */
final class HsqldbDialect extends AnsiDialect {
    @Override
    public String name() {
        return "hsqldb";
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
