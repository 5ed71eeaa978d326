package org.shapan.warehouse.generator;

import java.util.Arrays;

/**
 * Splits a customer's bill into revenue items (domain §9.3). Every customer has a habit, the set of items it uses, and a
 * taste for each; the weight of a line is raked over a sample of customers so that the lines' shares of revenue are those
 * asked for, in the first and the last month, and runs linearly between. SP items come from {@link SpBilling}.
 */
final class ItemSplit {

    private static final int LINES = Services.Line.values().length - 1;
    private static final int SEGMENTS = 4;
    private static final int SAMPLE = 6000;
    private static final int ROUNDS = 12;
    private static final double[] TASTE = tastes();
    /** Share of an item within its line divided by the share of customers that use it. */
    private static final double[][] WITHIN = within();

    private static final long TASTE_STEP = 0xD1B54A32D192ED03L;

    private final Customers customers;
    private final long[] habit;
    private final long[] tasteSeed;
    private final double[][] first;
    private final double[][] last;
    private final Streams.Family months;

    ItemSplit(Province province, Customers customers, int[][] fees, SpBilling billing) {
        this.customers = customers;
        this.months = province.streams().family("item");
        this.first = new double[SEGMENTS][LINES];
        this.last = new double[SEGMENTS][LINES];
        this.habit = new long[customers.count];
        this.tasteSeed = new long[customers.count];
        Streams.Family habits = province.streams().family("habit");
        for (int i = 0; i < customers.count; i++) {
            Stream stream = habits.open(customers.keyMonth[i], customers.keyPlace[i]);
            habit[i] = habit(i, stream);
            tasteSeed[i] = stream.nextLong();
        }
        ItemShares shares = new ItemShares(customers, fees);
        rake(first, Months.FIRST, shares, fees, billing);
        rake(last, Months.LAST, shares, fees, billing);
    }

    private ItemSplit(ItemSplit base, Customers customers) {
        this.customers = customers;
        this.months = base.months;
        this.habit = base.habit;
        this.tasteSeed = base.tasteSeed;
        this.first = base.first;
        this.last = base.last;
    }

    /** The same habits and weights for changed lives. */
    ItemSplit of(Customers changed) {
        return new ItemSplit(this, changed);
    }

    private long habit(int i, Stream stream) {
        long mask = 0;
        for (Services.Service service : Services.ALL) {
            double use = service.use()[customers.brand[i]];
            boolean drawn = stream.chance(use);
            if (customers.silent[i]) {
                drawn &= service.index() == Services.PLAN_FEE
                        || service.index() == Services.LOCAL
                        || service.index() == Services.SMS;
            }
            if (drawn && (!service.group() || customers.group[i] >= 0)) {
                mask |= 1L << service.index();
            }
        }
        return mask == 0 ? 1L << Services.PLAN_FEE : mask;
    }

    /**
     * Splits {@code fen} over the items.
     *
     * @param onlyPlanFee whether the customer makes no call this month
     * @param items receives fen by item; SP items are left 0
     */
    void split(int i, int month, int fen, boolean onlyPlanFee, int[] items) {
        Arrays.fill(items, 0);
        if (fen <= 0) {
            return;
        }
        if (onlyPlanFee) {
            items[Services.PLAN_FEE] = fen;
            return;
        }
        double progress = Math.max(0, Months.progress(month));
        int segment = segment(i, month);
        double[] from = first[segment];
        double[] to = last[segment];
        Stream stream = months.open(customers.keyMonth[i], customers.keyPlace[i], Months.number(month));
        long used = habit[i] & ~pauses(stream);
        if (used == 0) {
            used = habit[i];
        }
        double sum = 0;
        double[] weights = new double[Long.bitCount(used)];
        int n = 0;
        long noise = stream.nextLong();
        for (long rest = used; rest != 0; rest &= rest - 1) {
            int s = Long.numberOfTrailingZeros(rest);
            int line = Services.ALL.get(s).line().ordinal();
            double lineWeight = from[line] + (to[line] - from[line]) * progress;
            weights[n] = lineWeight * WITHIN[customers.brand[i]][s] * taste(i, s) * (0.85 + 0.02 * (noise & 15));
            noise = Long.rotateRight(noise, 4);
            sum += weights[n++];
        }
        int left = fen;
        int largest = -1;
        n = 0;
        for (long rest = used; rest != 0; rest &= rest - 1) {
            int s = Long.numberOfTrailingZeros(rest);
            int part = (int) (fen * weights[n++] / sum);
            items[s] = part;
            left -= part;
            if (largest < 0 || part > items[largest]) {
                largest = s;
            }
        }
        items[largest] += left;
    }

    private static double[][] within() {
        double[][] within = new double[Brands.COUNT][Services.COUNT];
        for (int b = 0; b < Brands.COUNT; b++) {
            for (Services.Service service : Services.ALL) {
                double use = service.use()[b];
                within[b][service.index()] = use > 0 ? service.inner() / Math.max(use, 0.02) : 0;
            }
        }
        return within;
    }

    /** Items not used this month: each with probability 1/16. */
    private static long pauses(Stream stream) {
        long pauses = -1;
        for (int i = 0; i < 4; i++) {
            pauses &= stream.nextLong();
        }
        return pauses;
    }

    private double taste(int i, int service) {
        return TASTE[(int) (Stream.mix(tasteSeed[i] + TASTE_STEP * (service + 1)) >>> 59)];
    }

    private static double[] tastes() {
        double[] tastes = new double[32];
        for (int t = 0; t < tastes.length; t++) {
            tastes[t] = StrictMath.exp(0.9 * (t + 0.5 - tastes.length / 2.0) / (tastes.length / 2.0));
        }
        return tastes;
    }

    private int segment(int i, int month) {
        return (customers.brand(i, month) == Brands.MZONE ? 1 : 0) + (customers.group[i] >= 0 ? 2 : 0);
    }

    private void rake(double[][] weights, int month, ItemShares shares, int[][] fees, SpBilling billing) {
        for (int s = 0; s < SEGMENTS; s++) {
            System.arraycopy(shares.target(month, s), 0, weights[s], 0, LINES);
        }
        int step = Math.max(1, customers.count / SAMPLE);
        int[] items = new int[Services.COUNT];
        SpBill bill = new SpBill();
        for (int round = 0; round < ROUNDS; round++) {
            double[][] realised = new double[SEGMENTS][LINES];
            for (int i = 0; i < customers.count; i += step) {
                if (customers.present(i, month)) {
                    billing.fill(i, month, bill);
                    split(i, month, fees[month][i] - bill.totalFee(), false, items);
                    double[] sums = realised[segment(i, month)];
                    for (Services.Service service : Services.ALL) {
                        if (service.line() != Services.Line.SP) {
                            sums[service.line().ordinal()] += items[service.index()];
                        }
                    }
                }
            }
            for (int s = 0; s < SEGMENTS; s++) {
                double all = Arrays.stream(realised[s]).sum();
                double[] target = shares.target(month, s);
                for (int line = 0; line < LINES; line++) {
                    if (realised[s][line] > 0) {
                        double correction = target[line] * all / realised[s][line];
                        weights[s][line] *= Math.max(0.25, Math.min(4, correction));
                    }
                }
            }
        }
    }
}
