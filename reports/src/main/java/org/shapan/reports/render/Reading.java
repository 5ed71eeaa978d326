package org.shapan.reports.render;

import static java.util.Objects.requireNonNull;

/**
 * What the figures of a document say as a whole.
 *
 * @param figures number of figures in it
 * @param red rows judged red
 * @param yellow rows judged yellow
 * @param fingerprint of all figures and names: equal when nothing that a reader sees has changed
 */
public record Reading(int figures, int red, int yellow, String fingerprint) {
    public Reading {
        requireNonNull(fingerprint, "fingerprint is null");
    }

    /** Whether there is nothing to read in it. */
    public boolean isBlank() {
        return figures == 0;
    }
}
