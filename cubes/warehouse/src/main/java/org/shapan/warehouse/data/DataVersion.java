package org.shapan.warehouse.data;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A published state of the warehouse.
 *
 * @param version 1 for the first load, one more with every publication
 * @param publishedAt when it became visible
 * @param asOf last day with data
 * @param closed whether the last period is final
 * @param source who delivered it
 * @param rows rows delivered
 */
public record DataVersion(
        long version, Instant publishedAt, LocalDate asOf, boolean closed, String source, long rows) {}
