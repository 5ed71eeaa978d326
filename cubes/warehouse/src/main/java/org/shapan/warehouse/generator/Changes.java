package org.shapan.warehouse.generator;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** What is out of the ordinary beyond lives and bills, by month; of a baseline only customers that are mute. Not thread-safe while it is changed. */
final class Changes {

    /**
     * What is different in a customer's use of the telephone.
     *
     * @param overNet added to the share of minutes to and from rivals
     * @param forward share of minutes forwarded to rivals, at least
     * @param rival whether a client manager of a rival called
     * @param area the main area, −1 where it stays
     */
    record Usage(double overNet, double forward, boolean rival, int area) {

        static final Usage NONE = new Usage(0, 0, false, -1);

        static Usage overNet(double added) {
            return new Usage(added, 0, false, -1);
        }
    }

    private final BitSet[] mute = months();
    private final BitSet[] stacked = months();
    private final Map<Long, Usage> usage = new HashMap<>();
    private final Map<Integer, Integer> cancelled = new HashMap<>();
    private final Map<Integer, PriceCut> cuts = new HashMap<>();

    private record PriceCut(int from, double factor) {}

    private static BitSet[] months() {
        BitSet[] months = new BitSet[Months.COUNT];
        for (int m = 0; m < months.length; m++) {
            months[m] = new BitSet();
        }
        return months;
    }

    Changes copy() {
        Changes copy = new Changes();
        for (int m = 0; m < Months.COUNT; m++) {
            copy.mute[m].or(mute[m]);
            copy.stacked[m].or(stacked[m]);
        }
        copy.usage.putAll(usage);
        copy.cancelled.putAll(cancelled);
        copy.cuts.putAll(cuts);
        return copy;
    }

    /** The customer makes no call in the month, though in net. */
    void mute(int i, int month) {
        mute[month].set(i);
    }

    boolean isMute(int i, int month) {
        return mute[month].get(i);
    }

    /** The customer has three offers at once in the month, which give more than is billed. */
    void stack(int i, int month) {
        stacked[month].set(i);
    }

    boolean isStacked(int i, int month) {
        return stacked[month].get(i);
    }

    void usage(int i, int month, Usage different) {
        usage.put(key(i, month), different);
    }

    Usage usage(int i, int month) {
        return usage.getOrDefault(key(i, month), Usage.NONE);
    }

    /** The group ends its products in the month. */
    void cancelProducts(int group, int month) {
        cancelled.put(group, month);
    }

    boolean hasCancelled(int group, int month) {
        return cancelled.getOrDefault(group, Months.COUNT) <= month;
    }

    /** From the month on customers of the plan call so many times as long for the same bill. */
    void cutPrice(int plan, int from, double factor) {
        cuts.put(plan, new PriceCut(from, factor));
    }

    double volumeFactor(int plan, int month) {
        PriceCut cut = cuts.get(plan);
        return cut == null || month < cut.from() ? 1 : cut.factor();
    }

    private static long key(int i, int month) {
        return (long) i << 8 | month;
    }
}
