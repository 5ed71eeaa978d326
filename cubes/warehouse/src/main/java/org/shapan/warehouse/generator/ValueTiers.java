package org.shapan.warehouse.generator;

import java.util.Arrays;

/** ARPU3, VIP list, value tier and mid/high-end (domain §4.7, §9.3); levels and cut-offs are those of the baseline world. */
final class ValueTiers {

    private static final double[] VIP_SHARES = {0.004, 0.013, 0.030, 0.013};
    private static final int VIP_TENURE = 12;

    private final Customers customers;
    private final int[][] fees;
    private final float[] vipLevels;
    private final int[] cuts;

    /**
     * @param customers baseline lives
     * @param fees baseline fees
     */
    ValueTiers(Customers customers, int[][] fees) {
        this(customers, fees, new float[VIP_SHARES.length], new int[Months.COUNT]);
        findVipLevels();
        for (int m = Months.OPENING; m < Months.COUNT; m++) {
            cuts[m] = cut(m);
        }
    }

    private ValueTiers(Customers customers, int[][] fees, float[] vipLevels, int[] cuts) {
        this.customers = customers;
        this.fees = fees;
        this.vipLevels = vipLevels;
        this.cuts = cuts;
    }

    /** The same levels and cut-offs for changed lives and fees. */
    ValueTiers of(Customers changed, int[][] changedFees) {
        return new ValueTiers(changed, changedFees, vipLevels, cuts);
    }

    private void findVipLevels() {
        float[] levels = new float[customers.count];
        int candidates = 0;
        int gotone = 0;
        for (int i = 0; i < customers.count; i++) {
            if (customers.atEnd(i, Months.LAST) && customers.brand(i, Months.LAST) == Brands.GOTONE) {
                gotone++;
                if (eligible(i, Months.LAST)) {
                    levels[candidates++] = customers.logLevel[i];
                }
            }
        }
        Arrays.sort(levels, 0, candidates);
        double share = 0;
        for (int v = 0; v < vipLevels.length; v++) {
            share += VIP_SHARES[v];
            vipLevels[v] = levels[Math.max(0, candidates - 1 - (int) (share * gotone))];
        }
    }

    private boolean eligible(int i, int month) {
        return customers.brand(i, month) == Brands.GOTONE
                && customers.tenure(i, month) >= VIP_TENURE
                && !customers.silent[i];
    }

    private int cut(int month) {
        int[] sorted = new int[customers.count];
        int inNet = 0;
        for (int i = 0; i < customers.count; i++) {
            if (customers.atEnd(i, month)) {
                sorted[inNet++] = arpu3(i, month);
            }
        }
        Arrays.sort(sorted, 0, inNet);
        return sorted[inNet - (int) (inNet * ArpuModel.TOP)];
    }

    /** Mean fen billed in those of the three months before in which the customer was in net; else of this month. */
    int arpu3(int i, int month) {
        long sum = 0;
        int months = 0;
        for (int m = month - 3; m < month; m++) {
            if (customers.present(i, m)) {
                sum += fees[m][i];
                months++;
            }
        }
        return months == 0 ? fees[month][i] : (int) Math.round(sum / (double) months);
    }

    /** Place in the VIP list, 1 (diamond) to 4 (silver trial), or 0. */
    int vip(int i, int month) {
        if (eligible(i, month)) {
            for (int v = 0; v < vipLevels.length; v++) {
                if (customers.logLevel[i] >= vipLevels[v]) {
                    return v + 1;
                }
            }
        }
        return 0;
    }

    /** Tier T1 to T10 as 1 to 10: by VIP list first, then by ARPU3. */
    int tier(int vip, int arpu3) {
        if (vip > 0) {
            return vip;
        }
        if (arpu3 >= 300_00) {
            return 5;
        }
        if (arpu3 >= 120_00) {
            return 6;
        }
        if (arpu3 >= 80_00) {
            return 7;
        }
        return arpu3 >= 50_00 ? 8 : arpu3 >= 5_00 ? 9 : 10;
    }

    boolean top32(int arpu3, int month) {
        return arpu3 >= cuts[month];
    }
}
