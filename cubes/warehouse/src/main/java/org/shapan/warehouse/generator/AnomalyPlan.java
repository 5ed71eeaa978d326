package org.shapan.warehouse.generator;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What is changed in a baseline world while anomalies are planted: copies of lives and bills, and changes beyond
 * them, all by month. One entity carries at most one anomaly. Not thread-safe while it is changed.
 */
final class AnomalyPlan {

    /** Months in which anomalies begin, 2009-06 to 2010-02, so that each has 15 months of history (domain §9.5). */
    static final Span STARTS = new Span(21, 29);

    private final World base;
    private final Customers customers;
    private final int[][] fees;
    private final Payments payments;
    private final Identities identities;
    private final ChannelFaults faults = new ChannelFaults();
    private int spare;
    private final Changes changes;
    private final List<List<SpAnomaly>> spAnomalies = new ArrayList<>();
    private final List<CampaignLists.WaveList> campaigns = new ArrayList<>();
    private final List<GroundTruth> truths = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();
    private final Set<Integer> ownMonths = new HashSet<>();

    AnomalyPlan(World base) {
        this.base = base;
        this.customers = base.customers().copy();
        this.fees = base.fees().clone();
        this.payments = base.payments().copy(customers);
        this.identities = base.identities().copy(customers);
        this.changes = base.changes().copy();
        for (int m = 0; m < Months.COUNT; m++) {
            spAnomalies.add(new ArrayList<>());
        }
    }

    /** The world as it was, for choosing. */
    World base() {
        return base;
    }

    Province province() {
        return base.province();
    }

    /** Lives with the changes so far. */
    Customers customers() {
        return customers;
    }

    /** Fen by month and customer with the changes so far. */
    int[][] fees() {
        return fees;
    }

    /** Payments, to be changed. */
    Payments payments() {
        return payments;
    }

    /** Documents and handsets, to be changed. */
    Identities identities() {
        return identities;
    }

    /** A month in which an anomaly of so many months can begin. */
    static int start(int months, Stream stream) {
        int last = Math.min(STARTS.to(), Months.LAST - months + 1);
        return STARTS.from() + stream.below(last - STARTS.from() + 1);
    }

    /** Whether the entity carries no anomaly yet. */
    boolean free(Entity entity) {
        return !taken.contains(key(entity));
    }

    /** Records what was planted; its entity is taken from now on. */
    void add(GroundTruth truth) {
        if (!taken.add(truth.entityType() + "|" + truth.entityKey())) {
            throw new IllegalStateException(truth.entityKey() + " already carries an anomaly");
        }
        truths.add(truth);
    }

    private static String key(Entity entity) {
        return entity.type() + "|" + entity.key();
    }

    /** Bills the customer so many fen in a month. */
    void fee(int i, int month, int fen) {
        if (ownMonths.add(month)) {
            fees[month] = fees[month].clone();
        }
        fees[month][i] = fen;
    }

    /** Changes beyond lives and bills. */
    Changes changes() {
        return changes;
    }

    /** The customer, in net at the end of the month, leaves on a day of it for good. */
    void leave(int i, int month, int day) {
        double part = customers.part(i, month);
        customers.leave(i, month, day);
        // Half of what the days cost otherwise: plan fees are not billed for a broken month.
        fee(i, month, (int) (fees[month][i] * customers.part(i, month) / part / 2));
    }

    /** Puts one more wave into the register of campaigns. */
    void register(CampaignLists.WaveList list) {
        campaigns.add(list);
    }

    /** What is wrong with channels. */
    ChannelFaults faults() {
        return faults;
    }

    /** Whoever activates a number in the plan never comes. */
    void neverComes(int i) {
        for (int m = Months.FIRST; m <= Months.LAST; m++) {
            if (fees[m][i] != 0) {
                fee(i, m, 0);
            }
        }
        customers.activation[i] = Customers.SPARE;
        customers.left[i] = Customers.NEVER;
        customers.back[i] = Customers.NEVER;
        customers.leftAgain[i] = Customers.NEVER;
    }

    /**
     * Gives a spare number to a new prepaid customer of the channel, who lives in its micro area. The caller bills him.
     *
     * @param day from 0
     * @return the customer; empty when no spare is left
     */
    OptionalInt newcomer(Channel channel, int month, int day) {
        while (spare < customers.count && base.customers().activation[spare] != Customers.SPARE) {
            spare++;
        }
        if (spare == customers.count) {
            return OptionalInt.empty();
        }
        int i = spare++;
        customers.activation[i] = (short) month;
        customers.activated[i] = Months.firstDay(month) + day;
        customers.channel[i] = (short) channel.index();
        customers.area[i] = (short) channel.area();
        customers.newArea[i] = customers.area[i];
        customers.birthYear[i] = 1975;
        customers.silent[i] = true;
        return OptionalInt.of(i);
    }

    /** What an SP code does to bills in a month, after all that was planned for the month before. */
    void spAnomaly(int month, SpAnomaly anomaly) {
        spAnomalies.get(month).add(anomaly);
    }

    /** SP bills without the anomalies of SP codes, on lives and fees as changed so far. */
    SpBilling regularBilling() {
        return new SpBilling(province(), customers, base.spUse(), fees, SpBilling.NO_ANOMALIES);
    }

    /** The world as planned. What SP anomalies bill on top raises the customers' bills. */
    World world() {
        SpBilling regular = regularBilling();
        SpBilling billing = new SpBilling(province(), customers, base.spUse(), fees.clone(), spAnomalies);
        SpBill before = new SpBill();
        SpBill after = new SpBill();
        int[][] billed = fees.clone();
        for (int m = Months.FIRST; m <= Months.LAST; m++) {
            if (!spAnomalies.get(m).isEmpty()) {
                billed[m] = fees[m].clone();
                for (int i = 0; i < customers.count; i++) {
                    regular.fill(i, m, before);
                    billing.fill(i, m, after);
                    billed[m][i] += after.totalFee() - before.totalFee();
                }
            }
        }
        return new World(
                province(),
                customers,
                billed,
                base.tiers().of(customers, billed),
                base.spUse(),
                billing,
                base.items().of(customers),
                payments,
                identities,
                faults,
                changes,
                base.campaigns().with(campaigns),
                List.copyOf(truths));
    }
}
