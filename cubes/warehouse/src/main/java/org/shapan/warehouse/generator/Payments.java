package org.shapan.warehouse.generator;

import java.util.HashMap;
import java.util.Map;

/**
 * When bills are paid (domain §9.4): 1.2 % not by the due date, the end of the month they are for. Of these half are paid
 * in the month after, the rest later or never.
 */
final class Payments {

    /** Stands for a month that does not come. */
    static final int NEVER = Months.COUNT;

    private static final double LATE = 0.012;
    /** Share of late bills paid so many months later, from 1; the last weight is of those never paid. */
    private static final double[] MONTHS_LATER = {52, 20, 9, 5, 3, 2, 1, 1, 1, 0.5, 0.5, 0.5, 0.5, 4};

    private static final Chooser LATER = Chooser.of(MONTHS_LATER);

    private final Customers customers;
    private final Streams.Family streams;
    private final Map<Long, Integer> planted;

    Payments(Province province, Customers customers) {
        this(customers, province.streams().family("payment"), Map.of());
    }

    private Payments(Customers customers, Streams.Family streams, Map<Long, Integer> planted) {
        this.customers = customers;
        this.streams = streams;
        this.planted = new HashMap<>(planted);
    }

    /** The same payments, to be changed without changing these. */
    Payments copy(Customers lives) {
        return new Payments(lives, streams, planted);
    }

    /** The customer pays the bill of a month in another month, or {@link #NEVER}. */
    void pay(int i, int month, int paidIn) {
        planted.put(key(i, month), paidIn);
    }

    /** Month in which the customer pays the bill of a month: that month itself when in time. */
    int paidIn(int i, int month) {
        Integer other = planted.isEmpty() ? null : planted.get(key(i, month));
        if (other != null) {
            return other;
        }
        Stream stream = streams.open(customers.keyMonth[i], customers.keyPlace[i], Months.number(month));
        if (!stream.chance(LATE)) {
            return month;
        }
        int later = LATER.draw(stream);
        return later == MONTHS_LATER.length - 1 ? NEVER : month + 1 + later;
    }

    private static long key(int i, int month) {
        return (long) i << 8 | month;
    }
}
