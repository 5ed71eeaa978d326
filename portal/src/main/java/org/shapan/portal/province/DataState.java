package org.shapan.portal.province;

import java.time.LocalDate;

/**
 * The published data.
 *
 * @param version number of the data version
 * @param asOf last day the data cover; null for a star of the user's own, which does not say
 * @param closed whether the last month is closed
 */
public record DataState(long version, LocalDate asOf, boolean closed) {
    /** Whether they are the warehouse's, with a version, a last day and amounts in yuan. */
    public boolean ofWarehouse() {
        return asOf != null;
    }
}
