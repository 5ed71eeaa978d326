package org.shapan.insight;

import java.time.LocalDate;
import java.util.OptionalDouble;

/** Rule type RT1: completion of a year's target against the part of the year that has passed (domain §6.1.4). */
public final class TargetProgress {
    private TargetProgress() {}

    /** Day of the year over days in the year; 213/366 at 31 July 2008. */
    public static double timeProgress(LocalDate date) {
        return (double) date.getDayOfYear() / date.lengthOfYear();
    }

    /** Green from 1.00, yellow from 0.95, else red; NONE without a completion. */
    public static State judge(OptionalDouble completion, LocalDate date, Parameters parameters) {
        if (completion.isEmpty()) {
            return State.NONE;
        }
        return parameters.limits("rt1").passed(completion.getAsDouble() / timeProgress(date));
    }
}
