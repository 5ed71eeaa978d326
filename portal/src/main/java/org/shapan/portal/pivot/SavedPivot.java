package org.shapan.portal.pivot;

import java.time.Instant;

/**
 * A pivot that somebody keeps, as a person sees it.
 *
 * @param folder names with slashes between; "" for the top
 * @param note what is said about it, may be empty; words with # before them are tags
 * @param owner name of whose it is
 * @param mine whether the person may share and delete it
 * @param mayWrite whether the person may save it again
 * @param version the last one
 * @param savedBy name of who saved that; null when the account is gone
 */
public record SavedPivot(
        long id,
        String folder,
        String name,
        String note,
        String owner,
        boolean mine,
        boolean mayWrite,
        int version,
        Instant savedAt,
        String savedBy) {
    /** Letters of a note at most. */
    public static final int MOST_NOTE = 2_000;

    /** One time it was saved. */
    public record Version(int number, Instant savedAt, String savedBy) {}

    /** With whom it is shared. {@code grantee} is a login, or {@link #EVERYBODY}. */
    public record Grant(String grantee, boolean mayWrite) {}

    /** Whom a grant for everybody names. */
    public static final String EVERYBODY = "*";
}
