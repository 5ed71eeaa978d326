package org.shapan.reports.schedule;

/** What becomes of a firing on a day that is not worked on. */
public enum DayRule {
    /** It happens all the same. */
    ANY,
    /** It is left out. */
    SKIP,
    /** It moves to the next working day. */
    NEXT,
    /** It moves to the last working day before. */
    PREVIOUS
}
