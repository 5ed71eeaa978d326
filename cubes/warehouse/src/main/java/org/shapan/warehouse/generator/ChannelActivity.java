package org.shapan.warehouse.generator;

import org.shapan.warehouse.feed.BusinessType;

/**
 * What customers do at channels in a month (domain §9.4): 3.3 transactions each, the share of electronic channels rising
 * from 27 to 42 %, and one activation per new customer at the channel that won it. Cells are sums of these events.
 */
final class ChannelActivity {

    static final int ATTEMPTS = 0;
    static final int TRANSACTIONS = 1;
    static final int AMOUNT = 2;
    static final int COMMISSION = 3;
    static final int NEW_NUMS = 4;
    static final int TERMINALS = 5;
    static final int NEW_SERVICE = 6;
    static final int BUSY = 7;
    static final int FAIL = 8;
    static final int COMPLAINTS = 9;
    static final int MEASURES = 10;

    private static final double PER_CUSTOMER = 3.3;
    private static final double PER_SILENT = 1.2;
    /** Share of what a group's member does at own outlets that its client manager does instead. */
    private static final double MANAGED = 0.2;

    private static final double COMPLAINT = 0.0003;
    private static final int RELEASE = 0;
    private static final double RECHARGES = 1.35;

    private final World world;
    private final BusinessMix mix = new BusinessMix();
    private final Streams.Family streams;

    ChannelActivity(World world) {
        this.world = world;
        this.streams = world.province().streams().family("channel-month");
    }

    /** Cells of a month; the key packs day of month, channel, business type and brand in this order. */
    Cells month(int month) {
        Customers customers = world.customers();
        Cells cells = new Cells(MEASURES, 3 * world.province().profile().customers() / 2);
        Chooser kinds = Chooser.of(ChannelKind.values().length, k -> ChannelKind.values()[k].transactions(month));
        for (int i = 0; i < customers.count; i++) {
            if (customers.present(i, month)) {
                customer(i, month, kinds, cells);
            }
        }
        return cells;
    }

    private void customer(int i, int month, Chooser kinds, Cells cells) {
        Customers customers = world.customers();
        ChannelNetwork network = world.province().network();
        Stream stream = streams.open(customers.keyMonth[i], customers.keyPlace[i], Months.number(month));
        int brand = customers.brand(i, month);
        if (customers.isNew(i, month)) {
            Channel channel = network.get(customers.channel[i]);
            long key = key(customers.firstDay(i, month), channel.index(), RELEASE, brand);
            event(channel, RELEASE, 0, key, stream, cells);
        }
        double mean = customers.silent[i] ? PER_SILENT : PER_CUSTOMER;
        int transactions = stream.poisson(mean * customers.part(i, month));
        int area = customers.area(i, month);
        for (int t = 0; t < transactions; t++) {
            ChannelKind kind = ChannelKind.values()[kinds.draw(stream)];
            boolean managed = stream.chance(MANAGED);
            if (managed && kind == ChannelKind.OWN && customers.group[i] >= 0) {
                kind = ChannelKind.DIRECT;
            }
            Channel channel = network.get(network.draw(kind, area, month, stream));
            int type = mix.draw(kind, stream);
            int day = day(i, month, stream);
            int amount = amount(world.fees()[month][i], stream);
            double lost = world.faults().lost(channel.index(), month);
            boolean happens = lost == 0 || (Stream.mix(stream.state()) >>> 11) * 0x1.0p-53 >= lost;
            event(
                    channel,
                    type,
                    amount,
                    key(day, channel.index(), type, brand),
                    stream,
                    happens ? cells : new Cells(MEASURES, 1));
        }
    }

    /** A day on which the customer is in net; weekdays are likelier by {@link Seasonality#weekday}. */
    private int day(int i, int month, Stream stream) {
        int from = world.customers().firstDay(i, month);
        int days = world.customers().lastDay(i, month) - from + 1;
        int day = from + stream.below(days);
        boolean again = stream.uniform() * 1.03 > Seasonality.weekday(Months.firstDay(month) + day - 1);
        int second = from + stream.below(days);
        return again ? second : day;
    }

    /** Fen of a recharge: what the customer is billed over its usual recharges, in steps of ten yuan. */
    private static int amount(int fee, Stream stream) {
        double wanted = fee / RECHARGES * stream.uniform(0.7, 1.3);
        return Math.max(1, (int) Math.round(wanted / 1000)) * 1000;
    }

    private static void event(Channel channel, int type, int amount, long key, Stream stream, Cells cells) {
        BusinessType business = BusinessType.ALL.get(type);
        double trouble = stream.uniform();
        boolean electronic = channel.kind() == ChannelKind.ELECTRONIC;
        boolean busy = trouble < (electronic ? 0.04 : 0.005);
        boolean fail = !busy && trouble > (electronic ? 0.975 : 0.985);
        cells.add(key, ATTEMPTS, 1 + (busy ? 1 : 0) + (fail ? 1 : 0));
        cells.add(key, TRANSACTIONS, 1);
        if (busy) {
            cells.add(key, BUSY, 1);
        }
        if (fail) {
            cells.add(key, FAIL, 1);
        }
        if (stream.chance(COMPLAINT)) {
            cells.add(key, COMPLAINTS, 1);
        }
        boolean recharge = business.kind().equals("recharge");
        if (recharge) {
            cells.add(key, AMOUNT, amount);
        }
        if (channel.kind().social()) {
            cells.add(key, COMMISSION, ChannelCost.commission(channel, business, recharge ? amount : 0));
        }
        switch (business.kind()) {
            case "release" -> cells.add(key, NEW_NUMS, 1);
            case "terminal" -> cells.add(key, TERMINALS, 1);
            case "order" -> cells.add(key, NEW_SERVICE, 1);
            default -> {}
        }
    }

    private static long key(int day, int channel, int type, int brand) {
        return ((((long) day << 20) | channel) << 10 | type) << 4 | brand;
    }

    static int dayOf(long key) {
        return (int) (key >>> 34);
    }

    static int channelOf(long key) {
        return (int) (key >>> 14) & 0xFFFFF;
    }

    static int typeOf(long key) {
        return (int) (key >>> 4) & 0x3FF;
    }

    static int brandOf(long key) {
        return (int) key & 15;
    }
}
