package org.shapan.warehouse;

/**
 * Hears how far a long action is. Called from the thread that does the work, in the order of the work, at most a few
 * hundred times per phase; an implementation must be quick and must not throw.
 */
@FunctionalInterface
public interface Progress {

    /** A listener that hears nothing. */
    Progress NONE = (phase, done, total) -> {};

    /**
     * Reports a position.
     *
     * @param phase stable English key of the phase, e.g. {@code generate}; screens translate it
     * @param done units done, from 0 to {@code total}, never falling within a phase
     * @param total units of the phase, above 0; the unit is the phase's own (rows, months, files) and proportional to
     *     its time, so that {@code done / total} is a percentage and gives the time left
     */
    void report(String phase, long done, long total);
}
