package org.shapan.warehouse.generator;

import java.util.Collections;
import java.util.List;

/**
 * Bills a customer-month for its subscriptions (domain §9.4). Fees stay below 60 % of what the customer is billed, and a
 * code whose fee does not fit is not used. Planted anomalies come on top.
 */
final class SpBilling {

    /** No anomaly in any month. */
    static final List<List<SpAnomaly>> NO_ANOMALIES = Collections.nCopies(Months.COUNT, List.of());

    private static final double[] MO = {3.2, 3.0, 5.0, 3.0, 2.6};
    private static final double LIMIT = 0.6;
    private static final double COMPLAINT = 0.0008;
    private static final double REFUND = 0.6;
    private static final double MIN_RATE = 1e-9;

    private final SpRegister sps;
    private final Customers customers;
    private final SpUse use;
    private final int[][] fees;
    private final List<List<SpAnomaly>> anomalies;
    private final Streams.Family streams;

    /**
     * @param fees fen billed before anomalies of SPs, which the limit is taken of
     * @param anomalies anomalies by month
     */
    SpBilling(Province province, Customers customers, SpUse use, int[][] fees, List<List<SpAnomaly>> anomalies) {
        this.sps = province.sps();
        this.customers = customers;
        this.use = use;
        this.fees = fees;
        this.anomalies = anomalies;
        this.streams = province.streams().family("sp-month");
    }

    /** Fills the bill of a customer in a month; it stays empty when the customer is not in net or uses nothing. */
    void fill(int i, int month, SpBill bill) {
        bill.clear();
        if (!customers.present(i, month)) {
            return;
        }
        int limit = (int) (LIMIT * fees[month][i]);
        Stream stream = null;
        for (int s = use.first(i); s < use.end(i); s++) {
            if (use.valid(s, month) && bill.lines < SpBill.MOST - 2 && !bill.has(use.code(s))) {
                if (stream == null) {
                    stream = streams.open(customers.keyMonth[i], customers.keyPlace[i], Months.number(month));
                }
                limit -= line(i, month, s, limit, bill, stream);
            }
        }
        for (SpAnomaly anomaly : anomalies.get(month)) {
            anomaly.apply(i, month, bill);
        }
    }

    /** Adds the line of a subscription and gives its fee; adds none when the fee does not fit. */
    private int line(int i, int month, int subscription, int limit, SpBill bill, Stream stream) {
        SpRegister.Code code = sps.codes().get(use.code(subscription));
        int mo = stream.poisson(MO[code.line()]);
        int mt = code.mtPerMo() > 0 ? stream.poisson(Math.max(MIN_RATE, mo * code.mtPerMo())) : 0;
        double complaint = stream.uniform();
        int fee = code.monthly() ? code.price() : Math.min(code.ceiling(), mo * code.price());
        if (fee == 0 || fee > limit) {
            return 0;
        }
        int line = bill.add(code.index());
        bill.fee[line] = fee;
        bill.events[line] = code.monthly() ? 1 : mo;
        bill.mo[line] = mo;
        bill.mt[line] = mt;
        bill.from[line] = use.from(subscription);
        bill.begins[line] = use.begins(subscription, month);
        bill.ends[line] = use.ends(subscription, month) || customers.isLeft(i, month);
        bill.quick[line] = bill.ends[line] && use.quick(subscription);
        bill.complains[line] = complaint < COMPLAINT;
        bill.refund[line] = complaint < COMPLAINT * REFUND ? fee : 0;
        return fee;
    }
}
