package org.shapan.engine.cell;

/** Whether every fact row has a member, so that the members of a level add up to All. */
@FunctionalInterface
interface Closedness {
    /** @param depth level at which the cells to be added up lie */
    boolean isClosed(FactLayout layout, int ordinal, int depth, long version);
}
