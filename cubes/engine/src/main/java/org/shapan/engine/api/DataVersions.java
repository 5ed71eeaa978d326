package org.shapan.engine.api;

import java.util.function.LongSupplier;

/**
 * The data versions of a source: how a query that sends several statements still sees one state of the data. A source publishes by making
 * a new version the newest; it keeps the tables of a version until the last pin is closed.
 *
 * <p>Called by several threads.
 */
public interface DataVersions {
    /** Number of the newest version; grows. */
    long newest();

    /**
     * Keeps the tables of a version.
     *
     * @throws EngineException CONNECTION when the version is not kept any more
     */
    Pin pin(long version);

    /** Name of the table that holds the rows of a table of the catalog in a version. Views of the catalog are not asked for. */
    default String table(long version, String name) {
        return name;
    }

    /** What became of a table from one version to a later one; it decides which cached cells and members stay. */
    default TableChange change(String table, long from, long to) {
        return new TableChange.Rewritten();
    }

    /** A version that is kept until this is closed. */
    interface Pin extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * A source whose tables keep their names and change in place: its versions have numbers but cannot be kept.
     *
     * @param number of the version that statements see now
     */
    static DataVersions numbered(LongSupplier number) {
        return new DataVersions() {
            @Override
            public long newest() {
                return number.getAsLong();
            }

            @Override
            public Pin pin(long version) {
                return () -> {};
            }
        };
    }
}
