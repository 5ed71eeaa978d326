package org.shapan.warehouse.generator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The days on which numbers are sold: some days before the customer activates them, 88 % within 30 days in the first month
 * and 92 % in the last (domain §9.4). At the end some numbers are sold that nobody has activated yet.
 */
final class NumberSales {

    /** A number sold and not activated by the end. */
    record Pending(int channel, int day) {}

    private static final double EARLY_FIRST = 0.88;
    private static final double EARLY_LAST = 0.92;
    private static final double EARLY_DAYS = 4;
    private static final int LATE_DAYS = 60;
    private static final int LONGEST = 30 + LATE_DAYS;
    private static final int END = Months.firstDay(Months.COUNT);

    private final World world;
    private final int[] days;
    private final List<Pending> pending = new ArrayList<>();

    NumberSales(World world) {
        this.world = world;
        Customers customers = world.customers();
        days = new int[customers.count];
        Arrays.fill(days, Integer.MIN_VALUE);
        Streams.Family streams = world.province().streams().family("number");
        for (int i = 0; i < customers.count; i++) {
            if (customers.activation[i] >= Months.FIRST && customers.activation[i] <= Months.LAST) {
                Stream stream = streams.open(customers.keyMonth[i], customers.keyPlace[i]);
                days[i] = day(customers.channel[i], customers.activated[i], customers.activation[i], stream);
                int later = customers.activated[i] + LONGEST;
                int sold = day(customers.channel[i], later, Months.LAST, stream);
                boolean open =
                        world.province().network().get(customers.channel[i]).open(Months.LAST);
                if (later >= END && sold < END && open) {
                    pending.add(new Pending(customers.channel[i], sold));
                }
            }
        }
    }

    private int day(int channel, int activated, int month, Stream stream) {
        double early = EARLY_FIRST + (EARLY_LAST - EARLY_FIRST) * Months.progress(month);
        boolean isEarly = stream.chance(early);
        int near = Math.min(30, stream.geometric(EARLY_DAYS) - 1);
        int far = 31 + stream.below(LATE_DAYS);
        int opened = (int) world.province().network().get(channel).opened().toEpochDay();
        return Math.min(activated, Math.max(opened, activated - (isEarly ? near : far)));
    }

    /** Epoch day of the sale of a customer activated in the months with facts. */
    int day(int customer) {
        return days[customer];
    }

    boolean known(int customer) {
        return days[customer] != Integer.MIN_VALUE;
    }

    List<Pending> pending() {
        return pending;
    }
}
