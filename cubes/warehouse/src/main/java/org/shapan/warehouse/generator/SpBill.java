package org.shapan.warehouse.generator;

import java.util.Arrays;

/** What one customer used of SPs in one month, one line per business code; reused from customer to customer. */
final class SpBill {

    static final int MOST = 16;

    int lines;
    final int[] code = new int[MOST];
    /** Fen. */
    final int[] fee = new int[MOST];

    final int[] events = new int[MOST];
    final int[] mo = new int[MOST];
    final int[] mt = new int[MOST];
    final boolean[] begins = new boolean[MOST];
    final boolean[] ends = new boolean[MOST];
    final boolean[] quick = new boolean[MOST];
    final boolean[] complains = new boolean[MOST];
    /** Fen refunded. */
    final int[] refund = new int[MOST];
    /** When its traffic runs. */
    final SpRhythm[] rhythm = new SpRhythm[MOST];
    /** Index of the month in which use began; negative before the simulation. */
    final int[] from = new int[MOST];
    /** Ordering channel where it is not the usual one, else −1. */
    final int[] channel = new int[MOST];
    /** Once the traffic is known: hours with traffic, a bit each, and the one with most. */
    final int[] hours = new int[MOST];

    final int[] peakHour = new int[MOST];

    void clear() {
        lines = 0;
    }

    boolean has(int ofCode) {
        for (int l = 0; l < lines; l++) {
            if (code[l] == ofCode) {
                return true;
            }
        }
        return false;
    }

    /** Adds an empty line for a code. */
    int add(int ofCode) {
        int line = lines++;
        code[line] = ofCode;
        fee[line] = 0;
        events[line] = 0;
        mo[line] = 0;
        mt[line] = 0;
        begins[line] = false;
        ends[line] = false;
        quick[line] = false;
        complains[line] = false;
        refund[line] = 0;
        rhythm[line] = SpRhythm.USUAL;
        from[line] = 0;
        channel[line] = -1;
        return line;
    }

    int totalFee() {
        return Arrays.stream(fee, 0, lines).sum();
    }

    /** Lines in the order of their codes. */
    int[] order() {
        int[] order = new int[lines];
        for (int l = 0; l < lines; l++) {
            int place = l;
            while (place > 0 && code[order[place - 1]] > code[l]) {
                order[place] = order[place - 1];
                place--;
            }
            order[place] = l;
        }
        return order;
    }
}
