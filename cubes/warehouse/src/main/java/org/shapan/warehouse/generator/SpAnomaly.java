package org.shapan.warehouse.generator;

import java.util.Map;
import java.util.Set;

/** What a planted anomaly does to customers' SP bills in a month (domain §9.5). */
sealed interface SpAnomaly {

    /** Index of the business code. */
    int code();

    /** Changes the bill of a customer in a month, or leaves it. */
    void apply(int customer, int month, SpBill bill);

    /** P09: fees multiplied and traffic pushed out by night. */
    record NightBurst(int code, double feeFactor, int mtFactor) implements SpAnomaly {

        private static final int LEAST_MT = 3;

        @Override
        public void apply(int customer, int month, SpBill bill) {
            for (int l = 0; l < bill.lines; l++) {
                if (bill.code[l] == code) {
                    bill.fee[l] = (int) Math.round(bill.fee[l] * feeFactor);
                    bill.events[l] = (int) Math.round(bill.events[l] * feeFactor);
                    bill.mt[l] = Math.max(LEAST_MT, bill.mt[l]) * mtFactor;
                    bill.rhythm[l] = SpRhythm.BURST;
                }
            }
        }
    }

    /**
     * How a customer comes to use a code.
     *
     * @param from month in which the use began
     * @param channel ordering channel, or {@link #USUAL_CHANNEL}
     */
    record Use(int from, int channel) {
        static final int USUAL_CHANNEL = -1;
    }

    /** Customers that use a code they would not use otherwise. */
    record Added(int code, int fee, double mtPerMo, SpRhythm rhythm, Map<Integer, Use> uses) implements SpAnomaly {

        private static final int LEAST_MO = 2;
        private static final int MORE_MO = 3;

        static Added of(SpRegister.Code code, SpRhythm rhythm, Map<Integer, Use> uses) {
            return new Added(code.index(), code.price(), code.mtPerMo(), rhythm, Map.copyOf(uses));
        }

        @Override
        public void apply(int customer, int month, SpBill bill) {
            Use use = uses.get(customer);
            if (use != null && use.from() <= month && !bill.has(code) && bill.lines < SpBill.MOST) {
                int line = bill.add(code);
                bill.fee[line] = fee;
                bill.events[line] = 1;
                bill.mo[line] = LEAST_MO + (customer + month) % MORE_MO;
                bill.mt[line] = (int) Math.round(bill.mo[line] * mtPerMo);
                bill.begins[line] = use.from() == month;
                bill.from[line] = use.from();
                bill.channel[line] = use.channel();
                bill.rhythm[line] = rhythm;
            }
        }
    }

    /** P11: numbers that are used for one code only. */
    record Cards(int code, int fee, Set<Integer> customers) implements SpAnomaly {

        private static final int MO = 5;

        @Override
        public void apply(int customer, int month, SpBill bill) {
            if (customers.contains(customer) && !bill.has(code)) {
                int line = bill.add(code);
                bill.fee[line] = fee;
                bill.events[line] = MO;
                bill.mo[line] = MO;
                bill.mt[line] = MO;
            }
        }
    }

    /**
     * P08: subscriptions the customers never asked for.
     *
     * @param price fen billed to each victim
     * @param victims customers subscribed by force; true of those who end it within 24 hours
     * @param silenced regular users that send nothing this month
     * @param complainers users and victims that complain; their fee is refunded
     */
    record ForcedSubscription(
            int code, int price, Map<Integer, Boolean> victims, Set<Integer> silenced, Set<Integer> complainers)
            implements SpAnomaly {

        @Override
        public void apply(int customer, int month, SpBill bill) {
            for (int l = 0; l < bill.lines; l++) {
                if (bill.code[l] == code) {
                    if (silenced.contains(customer)) {
                        bill.mo[l] = 0;
                    }
                    complain(customer, bill, l);
                }
            }
            Boolean quick = victims.get(customer);
            if (quick != null && !bill.has(code)) {
                int line = bill.add(code);
                bill.fee[line] = price;
                bill.events[line] = 1;
                bill.mt[line] = 2;
                bill.begins[line] = true;
                bill.from[line] = month;
                bill.ends[line] = quick;
                bill.quick[line] = quick;
                complain(customer, bill, line);
            }
        }

        private void complain(int customer, SpBill bill, int line) {
            if (complainers.contains(customer)) {
                bill.complains[line] = true;
                bill.refund[line] = bill.fee[line];
            }
        }
    }
}
