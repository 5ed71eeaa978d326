package org.shapan.warehouse.generator;

/**
 * Numbers that a channel keeps for the commission only (养卡, domain §7.3). A few are everywhere: 2.93 % of the new numbers of
 * outlets in 2008-01, falling to 0.34 % in 2010-03 (domain §9.4).
 */
final class FakeNumbers {

    /** Three counterparts or fewer. */
    static final int FEW_COUNTERPARTS = 1;
    /** Hardly a call on most days, and no message to a person. */
    static final int LIGHT_DAYS = 1 << 1;
    /** Billed just above what the commission asks for. */
    static final int LEAST_FEE = 1 << 2;
    /** One terminal for many numbers. */
    static final int SHARED_TERMINAL = 1 << 3;
    /** Used where the channel stands. */
    static final int AT_CHANNEL = 1 << 4;
    /** Recharged by the channel. */
    static final int CHANNEL_RECHARGE = 1 << 5;
    /** Without traffic once the commission is paid. */
    static final int DEAD_LATER = 1 << 6;

    /**
     * Last month, counted from that of activation as 0, in which a fake number is kept alive: the first silent month is the fourth, the
     * earliest of domain §7.3 (7), so that the rate of numbers in net after three months (SUB-15) shows it.
     */
    static final int ALIVE = 2;

    private static final double FIRST = 0.0293;
    private static final double LAST = 0.0034;
    private static final int BACKGROUND = FEW_COUNTERPARTS | LIGHT_DAYS | AT_CHANNEL | CHANNEL_RECHARGE;

    private FakeNumbers() {}

    /** Makes some of the new customers fakes; they make no call while they are kept. */
    static void spread(Province province, Customers customers, Changes changes) {
        Streams.Family streams = province.streams().family("fake");
        for (int i = 0; i < customers.count; i++) {
            int month = customers.activation[i];
            if (month < 0 || month > Months.LAST || customers.group[i] >= 0) {
                continue;
            }
            double share = FIRST + (LAST - FIRST) * Math.max(0, Months.progress(month));
            boolean fake =
                    streams.open(customers.keyMonth[i], customers.keyPlace[i]).chance(share);
            if (fake && province.network().get(customers.channel[i]).kind().outlet()) {
                customers.signs[i] = BACKGROUND;
                for (int m = month; m <= Math.min(Months.LAST, month + ALIVE); m++) {
                    changes.mute(i, m);
                }
            }
        }
    }
}
