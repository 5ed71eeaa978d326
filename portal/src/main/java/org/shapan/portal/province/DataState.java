package org.shapan.portal.province;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * The published data.
 *
 * @param version number of the data version
 * @param asOf last day the data cover
 * @param closed whether the last month is closed
 */
public record DataState(long version, LocalDate asOf, boolean closed) {
    public DataState {
        requireNonNull(asOf, "asOf is null");
    }
}
