package org.shapan.warehouse.generator;

/**
 * When the traffic of SP bills happened (domain §9.4): 6 % by night, days by weekday. Cells are sums of the messages, fees
 * and subscriptions of single customers, so an hour's fee adds up to the users' fees.
 */
final class SpTraffic {

    static final int MO = 0;
    static final int MT = 1;
    static final int FEE_EVENTS = 2;
    static final int FEE = 3;
    static final int NEW = 4;
    static final int END = 5;
    static final int QUICK_END = 6;
    static final int COMPLAINTS = 7;
    static final int REFUND = 8;
    static final int MEASURES = 9;

    private static final Chooser HOURS = Chooser.of(
            2.0, 1.2, 0.8, 0.5, 0.5, 1.0, 2.2, 3.6, 5.0, 5.6, 5.8, 5.6, 6.0, 5.2, 4.8, 4.8, 5.2, 5.8, 6.4, 7.2, 7.4,
            6.4, 4.2, 2.8);
    /** Of a burst's downlink and fees; with the 6 % of the rest about 35 % of all its traffic is by night. */
    private static final double NIGHT = 0.34;

    private static final int[] NIGHT_DAYS = {11, 12, 13, 18, 19};

    private final Customers customers;
    private final Streams.Family streams;

    SpTraffic(World world) {
        this.customers = world.customers();
        this.streams = world.province().streams().family("sp-time");
    }

    /** Adds the bill of a customer in a month to the cells; the key packs day, hour and code in this order. */
    void add(int i, int month, SpBill bill, Cells cells) {
        for (int l = 0; l < bill.lines; l++) {
            line(i, month, bill, l, cells);
        }
    }

    private void line(int i, int month, SpBill bill, int l, Cells cells) {
        int code = bill.code[l];
        Stream stream =
                streams.open(customers.keyMonth[i], customers.keyPlace[i], Months.number(month) * 10_000L + code);
        for (int n = 0; n < bill.mo[l]; n++) {
            cells.add(when(i, month, code, false, stream), MO, 1);
        }
        int left = bill.fee[l];
        for (int n = 0; n < bill.events[l]; n++) {
            long key = when(i, month, code, bill.night[l], stream);
            int share = left / (bill.events[l] - n);
            left -= share;
            cells.add(key, FEE_EVENTS, 1);
            cells.add(key, FEE, share);
        }
        if (bill.begins[l]) {
            cells.add(when(i, month, code, false, stream), NEW, 1);
        }
        if (bill.ends[l]) {
            long key = when(i, month, code, false, stream);
            cells.add(key, END, 1);
            cells.add(key, QUICK_END, bill.quick[l] ? 1 : 0);
        }
        if (bill.complains[l]) {
            long key = when(i, month, code, false, stream);
            cells.add(key, COMPLAINTS, 1);
            cells.add(key, REFUND, bill.refund[l]);
        }
        for (int n = 0; n < bill.mt[l]; n++) {
            cells.add(when(i, month, code, bill.night[l], stream), MT, 1);
        }
    }

    private long when(int i, int month, int code, boolean night, Stream stream) {
        int from = customers.firstDay(i, month);
        int days = customers.lastDay(i, month) - from + 1;
        int day = from + stream.below(days);
        int hour = HOURS.draw(stream);
        if (night && stream.chance(NIGHT)) {
            day = Math.min(from + days - 1, NIGHT_DAYS[stream.below(NIGHT_DAYS.length)]);
            hour = 1 + stream.below(4);
        }
        return ((long) day << 5 | hour) << 16 | code;
    }

    static int dayOf(long key) {
        return (int) (key >>> 21);
    }

    static int hourOf(long key) {
        return (int) (key >>> 16) & 31;
    }

    static int codeOf(long key) {
        return (int) key & 0xFFFF;
    }
}
