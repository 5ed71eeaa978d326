package org.shapan.reports.render;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * What the cubes hold when a report is rendered; printed on every page.
 *
 * @param until last day with data
 * @param closed whether that month is final
 * @param version published data version
 */
public record DataState(LocalDate until, boolean closed, long version) {
    public DataState {
        requireNonNull(until, "until is null");
    }
}
