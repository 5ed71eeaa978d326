package org.shapan.warehouse.generator;

/**
 * The shares of revenue the lines should have, without SP, by month and segment (domain §9.3). M-Zone's data share is 1.8
 * times the others'; group informatisation is billed to members of managed groups only.
 */
final class ItemShares {

    private static final double[] FIRST = {0.66, 0.11, 0.01, 0.04, 0.06, 0.06, 0.02};
    private static final double[] LAST = {0.60, 0.11, 0.01, 0.07, 0.09, 0.08, 0.02};
    private static final double SP_FIRST = 0.04;
    private static final double SP_LAST = 0.035;
    private static final double MZONE_DATA = 1.8;

    private final double[] mzone = new double[Months.COUNT];
    private final double[] members = new double[Months.COUNT];

    ItemShares(Customers customers, int[][] fees) {
        for (int month : new int[] {Months.FIRST, Months.LAST}) {
            double all = 0;
            for (int i = 0; i < customers.count; i++) {
                int fee = fees[month][i];
                all += fee;
                mzone[month] += customers.brand(i, month) == Brands.MZONE ? fee : 0;
                members[month] += customers.group[i] >= 0 ? fee : 0;
            }
            mzone[month] /= all;
            members[month] /= all;
        }
    }

    /** Shares by line, summing to 1; segment bit 0 says M-Zone, bit 1 member of a group. */
    double[] target(int month, int segment) {
        double[] shares = (month == Months.FIRST ? FIRST : LAST).clone();
        double sp = month == Months.FIRST ? SP_FIRST : SP_LAST;
        double sum = 0;
        for (double share : shares) {
            sum += share;
        }
        for (int line = 0; line < shares.length; line++) {
            shares[line] *= (1 - sp) / sum;
        }
        double dataFactor = ((segment & 1) == 1 ? MZONE_DATA : 1) / (1 + (MZONE_DATA - 1) * mzone[month]);
        double data = 0;
        for (Services.Line line :
                new Services.Line[] {Services.Line.SMS, Services.Line.MMS, Services.Line.DATA, Services.Line.OWN}) {
            shares[line.ordinal()] *= dataFactor;
            data += shares[line.ordinal()];
        }
        int group = Services.Line.GROUP.ordinal();
        double groupShare = shares[group];
        double ofSegment = (segment & 2) == 2 ? groupShare / members[month] : 0;
        shares[group] = 0;
        shares[Services.Line.VOICE.ordinal()] =
                Math.max(0.05, 1 - sp - groupShare - data - shares[Services.Line.OTHER.ordinal()]);
        double rest = 0;
        for (double share : shares) {
            rest += share;
        }
        for (int line = 0; line < shares.length; line++) {
            shares[line] *= (1 - sp - ofSegment) / rest / (1 - sp);
        }
        shares[group] = ofSegment / (1 - sp);
        return shares;
    }
}
