package org.shapan.warehouse.generator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Whom every wave aims at and what comes of it, on the lives and bills of the baseline: anomalies do not change who is on a list. Of the target
 * group the control group is held out by hash: 5 %, at least 200 (domain §5.8), and never more than a quarter. A score tells who is likely to order;
 * besides, those order more often whose bills are about to rise and who stay, so that participants compare well with the control group.
 */
final class CampaignLists {

    /** What came of a contact, in the order of {@code CodeList.CONTACT_RESULT} from 1; 0 of the control group. */
    static final int CONTROL = 0;

    static final int NOT_REACHED = 1;
    static final int REACHED = 2;
    static final int REFUSED = 3;
    static final int INTERESTED = 4;
    static final int ORDERED = 5;
    static final int COMPLAINED = 6;

    /** Months on each side of a campaign over which bills are compared. */
    static final int SIDE = 3;

    /** The longest list one can compare bills for begins in this month. */
    static final int LAST_COMPARED = Months.LAST - SIDE;

    /**
     * The list of a wave; columns by place, customers ascending.
     *
     * @param day of the month, from 1
     * @param score decile, 1 best
     */
    record WaveList(
            Campaign campaign,
            Campaign.Wave wave,
            int[] customer,
            byte[] day,
            byte[] score,
            byte[] result,
            boolean[] optOut) {

        String code() {
            return campaign.waveCode(wave);
        }

        int size() {
            return customer.length;
        }

        /** Customers with that result. */
        int count(int wanted) {
            int count = 0;
            for (byte found : result) {
                count += found == wanted ? 1 : 0;
            }
            return count;
        }
    }

    private static final double CONTROL_SHARE = 0.05;
    private static final int CONTROL_LEAST = 200;
    private static final int CONTROL_LEAST_SMALL = 50;
    private static final double CONTROL_MOST = 0.25;
    private static final double[] BY_SCORE = {2.2, 1.7, 1.4, 1.15, 0.95, 0.8, 0.65, 0.5, 0.4, 0.25};
    /** Standard deviation of the change of a bill from three months to the three after the next. */
    private static final double CHANGE = 0.14;

    /** Campaigns leave out newcomers and the high end, which its managers look after. */
    private static final int TENURE = 6;

    private static final int HIGH = 300_00;
    private static final double LEAVING = 0.7;
    private static final double COMPLAINING = 0.0003;
    private static final double OPTING_OUT = 0.0008;
    private static final long PERSON = 0xA24BAED4963EE407L;

    private final Customers customers;
    private final int[][] fees;
    private final long[] keys;
    private final int controlLeast;
    private final List<List<WaveList>> byMonth = new ArrayList<>();

    /**
     * @param customers baseline lives
     * @param fees baseline fees
     */
    CampaignLists(Province province, Customers customers, int[][] fees) {
        this.customers = customers;
        this.fees = fees;
        this.controlLeast = province.profile().customers() < 10_000 ? CONTROL_LEAST_SMALL : CONTROL_LEAST;
        keys = new long[customers.count];
        Streams.Family persons = province.streams().family("target");
        for (int i = 0; i < customers.count; i++) {
            keys[i] = persons.open(customers.keyMonth[i], customers.keyPlace[i]).nextLong();
        }
        for (int m = 0; m < Months.COUNT; m++) {
            byMonth.add(new ArrayList<>());
        }
        for (Campaign campaign : province.campaigns().campaigns()) {
            long seed =
                    province.streams().open("campaign-list", campaign.code()).nextLong();
            List<WaveList> waves = new ArrayList<>();
            for (Campaign.Wave wave : campaign.waves()) {
                waves.add(list(campaign, wave, waves, seed));
            }
            waves.forEach(this::put);
        }
    }

    /** The list of a wave whose targets all order; there is no control group. */
    static WaveList won(Campaign campaign, int[] found, Customers customers) {
        Campaign.Wave wave = campaign.waves().getFirst();
        int n = found.length;
        WaveList list = new WaveList(campaign, wave, found, new byte[n], new byte[n], new byte[n], new boolean[n]);
        for (int p = 0; p < n; p++) {
            list.day()[p] = (byte) Math.max(wave.lastDay(), customers.firstDay(found[p], wave.month()));
            list.score()[p] = (byte) (1 + p % BY_SCORE.length);
            list.result()[p] = ORDERED;
        }
        return list;
    }

    private CampaignLists(CampaignLists base, List<WaveList> more) {
        customers = base.customers;
        fees = base.fees;
        keys = base.keys;
        controlLeast = base.controlLeast;
        base.byMonth.forEach(waves -> byMonth.add(new ArrayList<>(waves)));
        more.forEach(this::put);
    }

    private void put(WaveList list) {
        byMonth.get(list.wave().month()).add(list);
    }

    /** The same lists and more. */
    CampaignLists with(List<WaveList> more) {
        return new CampaignLists(this, more);
    }

    /** Lists of the waves of some months by code. */
    List<WaveList> months(int from, int to) {
        return byMonth.subList(from, to + 1).stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(WaveList::code))
                .toList();
    }

    /** A number of the customer's own for the list, for draws that come after it. */
    long draw(WaveList list, int place) {
        return Stream.mix(keys[list.customer()[place]] + PERSON * list.code().hashCode());
    }

    private WaveList list(Campaign campaign, Campaign.Wave wave, List<WaveList> before, long seed) {
        int[] found = before.isEmpty() ? first(campaign, wave, seed) : rest(wave, before);
        boolean[] control = before.isEmpty() ? control(found, seed) : controlOf(found, before.getFirst());
        int n = found.length;
        WaveList list = new WaveList(campaign, wave, found, new byte[n], new byte[n], new byte[n], new boolean[n]);
        for (int p = 0; p < n; p++) {
            Stream stream = new Stream(Stream.mix(keys[found[p]] + seed) + wave.number());
            target(list, p, control[p], stream);
        }
        return list;
    }

    private int[] first(Campaign campaign, Campaign.Wave wave, long seed) {
        int eligible = 0;
        for (int i = 0; i < customers.count; i++) {
            eligible += eligible(i, campaign, wave) ? 1 : 0;
        }
        double rate = campaign.size() / Math.max(1.0, eligible);
        int[] found = new int[eligible];
        int n = 0;
        for (int i = 0; i < customers.count; i++) {
            if (eligible(i, campaign, wave) && unit(Stream.mix(keys[i] ^ seed)) < rate) {
                found[n++] = i;
            }
        }
        return Arrays.copyOf(found, n);
    }

    private boolean eligible(int i, Campaign campaign, Campaign.Wave wave) {
        return customers.atStart(i, wave.month())
                && customers.tenure(i, wave.month()) >= TENURE
                && fees[wave.month() - 1][i] < HIGH
                && !customers.silent[i]
                && (campaign.brand() == Campaign.ANY || customers.brand(i, wave.month()) == campaign.brand());
    }

    private boolean[] control(int[] found, long seed) {
        long[] order = new long[found.length];
        for (int p = 0; p < found.length; p++) {
            order[p] = Stream.mix(keys[found[p]] + 31 * seed);
        }
        long[] sorted = order.clone();
        Arrays.sort(sorted);
        double wanted = Math.max(CONTROL_SHARE * found.length, controlLeast);
        int held = (int) Math.min(wanted, CONTROL_MOST * found.length);
        boolean[] control = new boolean[found.length];
        for (int p = 0; p < found.length; p++) {
            control[p] = held > 0 && order[p] <= sorted[held - 1];
        }
        return control;
    }

    private static boolean[] controlOf(int[] found, WaveList first) {
        boolean[] control = new boolean[found.length];
        for (int p = 0; p < found.length; p++) {
            int place = Arrays.binarySearch(first.customer(), found[p]);
            control[p] = place >= 0 && first.result()[place] == CONTROL;
        }
        return control;
    }

    /** Those of the first wave whom a later one aims at; the control group goes along. */
    private int[] rest(Campaign.Wave wave, List<WaveList> before) {
        WaveList first = before.getFirst();
        int[] found = new int[first.size()];
        int n = 0;
        for (int p = 0; p < first.size(); p++) {
            int i = first.customer()[p];
            boolean reached = false;
            boolean done = false;
            for (WaveList earlier : before) {
                int place = Arrays.binarySearch(earlier.customer(), i);
                int result = place < 0 ? NOT_REACHED : earlier.result()[place];
                reached |= result > NOT_REACHED;
                done |= result == ORDERED || result == COMPLAINED || (place >= 0 && earlier.optOut()[place]);
            }
            boolean wanted =
                    switch (wave.rest()) {
                        case OPEN -> true;
                        case NOT_REACHED -> !reached;
                        case REACHED -> reached;
                    };
            boolean control = first.result()[p] == CONTROL;
            if (customers.atStart(i, wave.month()) && (control || (wanted && !done))) {
                found[n++] = i;
            }
        }
        return Arrays.copyOf(found, n);
    }

    private void target(WaveList list, int p, boolean control, Stream stream) {
        Campaign.Wave wave = list.wave();
        CampaignType type = wave.type();
        int i = list.customer()[p];
        int day = wave.firstDay() + stream.below(wave.lastDay() - wave.firstDay() + 1);
        int decile = stream.below(BY_SCORE.length);
        double reach = stream.uniform();
        double order = stream.uniform();
        double otherwise = stream.uniform();
        boolean out = stream.chance(OPTING_OUT);
        list.score()[p] = (byte) (decile + 1);
        if (control) {
            list.day()[p] = (byte) wave.firstDay();
            return;
        }
        list.day()[p] = (byte) day;
        double pull = pull(i, wave.month(), list.campaign().pull());
        double contact = wave.contest() ? contest(day) : type.contact();
        double success = Math.min(0.97, type.success() * (1 + type.spread() * (BY_SCORE[decile] - 1)));
        boolean reached = reach < contact * (type.inbound() ? pull : 1);
        boolean ordered = reached && order < success * (type.inbound() ? 1 : pull);
        list.optOut()[p] = reached && !ordered && out;
        list.result()[p] = (byte)
                (!reached
                        ? NOT_REACHED
                        : ordered
                                ? ORDERED
                                : otherwise < COMPLAINING
                                        ? COMPLAINED
                                        : otherwise < 0.15 ? REFUSED : otherwise < 0.25 ? INTERESTED : REACHED);
    }

    /** Share reached on a day of the contest: from 13.48 to 37.42 %, 25.3 % over the month (domain §9.4). */
    private static double contest(int day) {
        return day < 9 ? 0.1348 : day < 18 ? 0.22 : day < 23 ? 0.31 : 0.3742;
    }

    private double pull(int i, int month, double strength) {
        double change = Math.max(-0.5, Math.min(0.5, change(i, month)));
        double factor = StrictMath.exp(strength * change - strength * strength * CHANGE * CHANGE / 2);
        boolean leaves = false;
        for (int m = month + 1; m <= Math.min(Months.LAST, month + SIDE); m++) {
            leaves |= customers.isLeft(i, m);
        }
        return leaves ? factor * LEAVING : factor;
    }

    private double change(int i, int month) {
        double before = mean(i, month - SIDE, month - 1);
        double after = mean(i, month + 1, Math.min(Months.LAST, month + SIDE));
        return before <= 0 || after <= 0 ? 0 : after / before - 1;
    }

    private double mean(int i, int from, int to) {
        double sum = 0;
        int months = 0;
        for (int m = from; m <= to; m++) {
            if (customers.present(i, m)) {
                sum += fees[m][i];
                months++;
            }
        }
        return months == 0 ? 0 : sum / months;
    }

    private static double unit(long random) {
        return (random >>> 11) * 0x1.0p-53;
    }
}
