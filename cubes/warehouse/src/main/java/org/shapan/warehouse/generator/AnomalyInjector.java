package org.shapan.warehouse.generator;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Plants anomalies into a baseline world (domain §9.5): P01 a group leaves, P08 misleading services, P09 fee and night
 * bursts, all in the last month. Only the chosen entities and their customers change.
 */
final class AnomalyInjector {

    private final World base;
    private final Province province;
    private final List<GroundTruth> truths = new ArrayList<>();
    private final BitSet mute = new BitSet();
    private final Map<Integer, SpAnomaly> anomalies = new LinkedHashMap<>();

    private AnomalyInjector(World base) {
        this.base = base;
        this.province = base.province();
    }

    static World inject(World base) {
        return new AnomalyInjector(base).world();
    }

    private World world() {
        Customers customers = base.customers().withOwnLives();
        int[][] afterLeaving = base.fees().clone();
        afterLeaving[Months.LAST] = base.fees()[Months.LAST].clone();
        new GroupLeaving(base, customers, afterLeaving[Months.LAST], mute)
                .plant()
                .ifPresent(truths::add);

        SpBilling regular = new SpBilling(province, customers, base.spUse(), afterLeaving, Map.of());
        truths.addAll(new SpAnomalies(province, customers, afterLeaving, base.spUse(), regular, mute).plant(anomalies));
        SpBilling billing = new SpBilling(province, customers, base.spUse(), afterLeaving, anomalies);
        int[][] fees = afterLeaving.clone();
        fees[Months.LAST] = withSpFees(customers, afterLeaving[Months.LAST], regular, billing);
        return new World(
                province,
                customers,
                fees,
                base.tiers(),
                base.spUse(),
                billing,
                base.items(),
                mute,
                List.copyOf(truths));
    }

    /** What anomalies bill on top raises the customers' bills. */
    private static int[] withSpFees(Customers customers, int[] fees, SpBilling regular, SpBilling billing) {
        int[] result = fees.clone();
        SpBill before = new SpBill();
        SpBill after = new SpBill();
        for (int i = 0; i < customers.count; i++) {
            regular.fill(i, Months.LAST, before);
            billing.fill(i, Months.LAST, after);
            result[i] += after.totalFee() - before.totalFee();
        }
        return result;
    }
}
