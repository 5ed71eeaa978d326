package org.shapan.warehouse.generator;

/** In which hours of which days the traffic of a subscription runs. */
enum SpRhythm {
    /** As people live: 6 % by night. */
    USUAL,
    /** Of a burst's downlink and fees; with the rest about 35 % of all its traffic is in the nights of five days. */
    BURST,
    /** A program's: nine in ten messages between 2 and 4 in the morning. */
    MACHINE;

    private static final Chooser HOURS = Chooser.of(
            2.0, 1.2, 0.8, 0.5, 0.5, 1.0, 2.2, 3.6, 5.0, 5.6, 5.8, 5.6, 6.0, 5.2, 4.8, 4.8, 5.2, 5.8, 6.4, 7.2, 7.4,
            6.4, 4.2, 2.8);
    private static final double NIGHT = 0.34;
    private static final int[] NIGHT_DAYS = {11, 12, 13, 18, 19};
    private static final double BY_PROGRAM = 0.9;

    /** Draws a moment from the first day to the last, both included: day times 32 plus hour. */
    long draw(int firstDay, int lastDay, Stream stream) {
        int day = firstDay + stream.below(lastDay - firstDay + 1);
        int hour = HOURS.draw(stream);
        if (this == BURST && stream.chance(NIGHT)) {
            day = Math.min(lastDay, NIGHT_DAYS[stream.below(NIGHT_DAYS.length)]);
            hour = 1 + stream.below(4);
        } else if (this == MACHINE && stream.chance(BY_PROGRAM)) {
            hour = 2 + stream.below(2);
        }
        return (long) day << 5 | hour;
    }
}
