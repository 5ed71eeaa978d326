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
    final boolean[] paid = new boolean[MOST];
    final boolean[] begins = new boolean[MOST];
    final boolean[] ends = new boolean[MOST];
    final boolean[] quick = new boolean[MOST];
    final boolean[] complains = new boolean[MOST];
    /** Fen refunded. */
    final int[] refund = new int[MOST];
    /** Whether its traffic runs by night. */
    final boolean[] night = new boolean[MOST];

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
        paid[line] = true;
        begins[line] = false;
        ends[line] = false;
        quick[line] = false;
        complains[line] = false;
        refund[line] = 0;
        night[line] = false;
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
