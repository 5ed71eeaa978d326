package org.shapan.engine.api;

import java.time.Duration;
import java.util.List;

/** Told of every query after it ended: what the query log, metrics and the advisor are fed from. Must be quick and must not throw. */
@FunctionalInterface
public interface QueryListener {
    void ended(Event event);

    /**
     * @param catalog name of the catalog
     * @param mdx text of the query
     * @param user who asked
     * @param roles under which roles; empty for unrestricted
     * @param cells number of cells of the result; -1 when it failed
     * @param loads one line for each load of cells the query caused: source, rows, time, why
     * @param failure null when the query succeeded
     */
    record Event(
            String catalog,
            String mdx,
            String user,
            List<String> roles,
            int cells,
            Duration took,
            List<String> loads,
            OlapErrorCode failure) {}
}
