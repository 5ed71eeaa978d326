package org.shapan.warehouse.generator;

import java.util.Arrays;

/**
 * Which customers subscribe to which business codes from when to when (domain §9.4): about 30 % use SPs in a month, 1.67
 * codes each. A subscription lasts eight months on average, then a pause, then perhaps another code.
 */
final class SpUse {

    private static final double[] PRONE = {0.335, 0.36, 0.56};
    private static final Chooser SLOTS = Chooser.of(0.30, 0.30, 0.24, 0.16);
    private static final double DURATION = 8;
    private static final double PAUSE = 3;
    private static final double PAUSE_GROWTH = 4;
    private static final double QUICK = 0.2;

    private int[] first;
    private short[] code = new short[1024];
    private byte[] from = new byte[1024];
    private byte[] to = new byte[1024];
    private boolean[] quick = new boolean[1024];
    private int count;

    static SpUse of(Province province, Customers customers) {
        SpUse use = new SpUse();
        use.first = new int[customers.count + 1];
        Streams.Family streams = province.streams().family("sp-use");
        for (int i = 0; i < customers.count; i++) {
            use.first[i] = use.count;
            if (!customers.silent[i]) {
                use.draw(
                        province.sps(),
                        Math.max(0, customers.activation[i]),
                        customers.activation[i] < 0,
                        PRONE[customers.brand[i]],
                        streams.open(customers.keyMonth[i], customers.keyPlace[i]));
            }
        }
        use.first[customers.count] = use.count;
        return use;
    }

    private void draw(SpRegister sps, int start, boolean opening, double prone, Stream stream) {
        if (!stream.chance(prone)) {
            return;
        }
        int slots = 1 + SLOTS.draw(stream);
        for (int slot = 0; slot < slots; slot++) {
            int month = start + stream.geometric(PAUSE) - 1;
            if (opening && stream.chance(DURATION / (DURATION + PAUSE))) {
                month = -1;
            }
            while (month < Months.COUNT) {
                SpRegister.Code drawn = sps.draw(stream);
                for (int again = 0; drawn.launch() > month && again < 20; again++) {
                    drawn = sps.draw(stream);
                }
                int duration = stream.geometric(DURATION);
                boolean gone = stream.chance(QUICK) && duration == 1;
                if (drawn.launch() <= month) {
                    add(drawn.index(), month, Math.min(Months.COUNT, month + duration - 1), gone);
                }
                double pause = PAUSE + PAUSE_GROWTH * Math.max(0, Months.progress(month));
                month += duration + stream.geometric(pause);
            }
        }
    }

    private void add(int ofCode, int fromMonth, int toMonth, boolean gone) {
        if (count == code.length) {
            code = Arrays.copyOf(code, 2 * count);
            from = Arrays.copyOf(from, 2 * count);
            to = Arrays.copyOf(to, 2 * count);
            quick = Arrays.copyOf(quick, 2 * count);
        }
        code[count] = (short) ofCode;
        from[count] = (byte) fromMonth;
        to[count] = (byte) toMonth;
        quick[count++] = gone;
    }

    /** First subscription of the customer; those of customer i end before those of i + 1 begin. */
    int first(int customer) {
        return first[customer];
    }

    int end(int customer) {
        return first[customer + 1];
    }

    int code(int subscription) {
        return code[subscription];
    }

    boolean valid(int subscription, int month) {
        return from[subscription] <= month && month <= to[subscription];
    }

    /** Month in which it began, −1 when before the simulation. */
    int from(int subscription) {
        return from[subscription];
    }

    boolean begins(int subscription, int month) {
        return from[subscription] == month;
    }

    boolean ends(int subscription, int month) {
        return to[subscription] == month;
    }

    /** Ended within 24 hours of its beginning. */
    boolean quick(int subscription) {
        return quick[subscription];
    }
}
