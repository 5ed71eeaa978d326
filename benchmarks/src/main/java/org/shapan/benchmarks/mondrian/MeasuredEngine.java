package org.shapan.benchmarks.mondrian;

import java.nio.file.Path;
import org.olap4j.OlapConnection;

/** An engine with the FoodMart schema over the FoodMart rows, whose memory can be emptied. */
interface MeasuredEngine {
    /** What an engine remembers when a query starts. */
    enum Memory {
        /** Schema read and bound, with the members that its formulas and roles name: no cell, set or plan. */
        NOTHING,
        /** As the queries before left it, but no cell. */
        NO_CELLS,
        /** As the queries before left it. */
        ALL
    }

    /** The connection to ask; another one after {@link #reduceTo}. */
    OlapConnection connection();

    /** Forgets what is more than {@code memory}; returns when that is done. */
    void reduceTo(Memory memory) throws Exception;

    /**
     * @param schema the FoodMart schema
     * @param mondrian folder of Mondrian's jars; null for our own engine
     */
    static MeasuredEngine open(Path schema, Path mondrian) throws Exception {
        return mondrian == null ? new ShapanEngine(schema) : new MondrianEngine(schema, mondrian);
    }
}
