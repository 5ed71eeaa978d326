package org.shapan.warehouse.generator;

import java.util.List;

/**
 * A whole simulated world; everything written is a function of it and of the month.
 *
 * @param fees fen by month and customer
 * @param faults what is wrong with channels
 * @param changes what anomalies change beyond lives and bills
 * @param campaigns whom campaigns aim at; of the baseline
 * @param truths what was planted
 */
record World(
        Province province,
        Customers customers,
        int[][] fees,
        ValueTiers tiers,
        SpUse spUse,
        SpBilling billing,
        ItemSplit items,
        Payments payments,
        Identities identities,
        ChannelFaults faults,
        Changes changes,
        CampaignLists campaigns,
        List<GroundTruth> truths) {

    /** The world without anomalies. */
    static World baseline(Province province) {
        Customers customers = Population.live(province);
        Changes changes = new Changes();
        FakeNumbers.spread(province, customers, changes);
        int[][] fees = ArpuModel.fees(province, customers);
        SpUse use = SpUse.of(province, customers);
        SpBilling billing = new SpBilling(province, customers, use, fees, SpBilling.NO_ANOMALIES);
        return new World(
                province,
                customers,
                fees,
                new ValueTiers(customers, fees),
                use,
                billing,
                new ItemSplit(province, customers, fees, billing),
                new Payments(province, customers),
                new Identities(province, customers),
                new ChannelFaults(),
                changes,
                new CampaignLists(province, customers, fees),
                List.of());
    }

    /** Splits what a customer is billed in a month into items, SP items included. */
    void items(int i, int month, SpBill bill, int[] items) {
        billing.fill(i, month, bill);
        this.items.split(i, month, fees[month][i] - bill.totalFee(), changes.isMute(i, month), items);
        for (int l = 0; l < bill.lines; l++) {
            int line = province.sps().codes().get(bill.code[l]).line();
            items[Services.SP + line] += bill.fee[l];
        }
    }
}
