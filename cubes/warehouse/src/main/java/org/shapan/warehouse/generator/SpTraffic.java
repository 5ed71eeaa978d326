package org.shapan.warehouse.generator;

import java.util.Arrays;

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

    private static final int HOURS = 24;

    private final Customers customers;
    private final Streams.Family streams;

    SpTraffic(World world) {
        this.customers = world.customers();
        this.streams = world.province().streams().family("sp-time");
    }

    /**
     * Adds the bill of a customer in a month to the cells, whose key packs day, hour and code in this order, and tells the
     * bill its hours.
     */
    void add(int i, int month, SpBill bill, Cells cells) {
        int[] messages = new int[HOURS];
        for (int l = 0; l < bill.lines; l++) {
            Arrays.fill(messages, 0);
            line(i, month, bill, l, messages, cells);
            bill.hours[l] = 0;
            bill.peakHour[l] = 0;
            for (int hour = 0; hour < HOURS; hour++) {
                bill.hours[l] |= messages[hour] > 0 ? 1 << hour : 0;
                bill.peakHour[l] = messages[hour] > messages[bill.peakHour[l]] ? hour : bill.peakHour[l];
            }
        }
    }

    private void line(int i, int month, SpBill bill, int l, int[] messages, Cells cells) {
        SpRhythm mobile = bill.rhythm[l] == SpRhythm.MACHINE ? SpRhythm.MACHINE : SpRhythm.USUAL;
        int code = bill.code[l];
        Stream stream =
                streams.open(customers.keyMonth[i], customers.keyPlace[i], Months.number(month) * 10_000L + code);
        for (int n = 0; n < bill.mo[l]; n++) {
            long key = when(i, month, code, mobile, stream);
            messages[hourOf(key)]++;
            cells.add(key, MO, 1);
        }
        int left = bill.fee[l];
        for (int n = 0; n < bill.events[l]; n++) {
            long key = when(i, month, code, bill.rhythm[l], stream);
            messages[hourOf(key)]++;
            int share = left / (bill.events[l] - n);
            left -= share;
            cells.add(key, FEE_EVENTS, 1);
            cells.add(key, FEE, share);
        }
        if (bill.begins[l]) {
            cells.add(when(i, month, code, SpRhythm.USUAL, stream), NEW, 1);
        }
        if (bill.ends[l]) {
            long key = when(i, month, code, SpRhythm.USUAL, stream);
            cells.add(key, END, 1);
            cells.add(key, QUICK_END, bill.quick[l] ? 1 : 0);
        }
        if (bill.complains[l]) {
            long key = when(i, month, code, SpRhythm.USUAL, stream);
            cells.add(key, COMPLAINTS, 1);
            cells.add(key, REFUND, bill.refund[l]);
        }
        for (int n = 0; n < bill.mt[l]; n++) {
            long key = when(i, month, code, bill.rhythm[l], stream);
            messages[hourOf(key)]++;
            cells.add(key, MT, 1);
        }
    }

    private long when(int i, int month, int code, SpRhythm rhythm, Stream stream) {
        int from = customers.firstDay(i, month);
        long moment = rhythm.draw(from, customers.lastDay(i, month), stream);
        return moment << 16 | code;
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
