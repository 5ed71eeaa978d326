package org.shapan.warehouse.generator;

import java.time.LocalDate;
import java.util.Arrays;

/**
 * Numbers coming to states, packed into longs by month, in the order of number, day and state. What lies before the months
 * with facts is kept only where it is the last state of a number that still matters then.
 */
final class NumberEvents {

    private static final int BASE = (int) LocalDate.of(2007, 1, 1).toEpochDay();

    private final long[][] byMonth = new long[Months.COUNT][64];
    private final int[] counts = new int[Months.COUNT];

    /** Adds an event; those of one number come in their order, days of the first months with facts last. */
    void add(int index, int day, int state, int channel, int batch) {
        long event = ((long) index << 39)
                | ((long) (day - BASE) << 27)
                | ((long) state << 24)
                | ((long) (channel + 1) << 12)
                | batch;
        int month = Math.max(Months.OPENING, Months.index(LocalDate.ofEpochDay(day)));
        if (month > Months.LAST) {
            return;
        }
        if (month == Months.OPENING) {
            replace(event);
            return;
        }
        push(month, event);
    }

    private void push(int month, long event) {
        if (counts[month] == byMonth[month].length) {
            byMonth[month] = Arrays.copyOf(byMonth[month], 2 * counts[month]);
        }
        byMonth[month][counts[month]++] = event;
    }

    /** Of the states before the first month the last one stays, and that only when something can still become of it. */
    private void replace(long event) {
        int last = counts[Months.OPENING] - 1;
        if (last >= 0 && indexOf(byMonth[Months.OPENING][last]) == indexOf(event)) {
            counts[Months.OPENING]--;
        }
        int state = stateOf(event);
        if (state != NumberLife.ACTIVATED && state != NumberLife.RECYCLED) {
            push(Months.OPENING, event);
        }
    }

    void sort() {
        for (int m = 0; m < Months.COUNT; m++) {
            byMonth[m] = Arrays.copyOf(byMonth[m], counts[m]);
            Arrays.sort(byMonth[m]);
        }
    }

    /** Events of a month; of {@link Months#OPENING} the last states before the first month with facts. */
    long[] month(int month) {
        return byMonth[month];
    }

    static int indexOf(long event) {
        return (int) (event >>> 39);
    }

    static int dayOf(long event) {
        return BASE + (int) (event >>> 27 & 0xFFF);
    }

    static int stateOf(long event) {
        return (int) (event >>> 24) & 7;
    }

    /** Channel, or −1. */
    static int channelOf(long event) {
        return (int) (event >>> 12 & 0xFFF) - 1;
    }

    static int batchOf(long event) {
        return (int) event & 0xFFF;
    }
}
