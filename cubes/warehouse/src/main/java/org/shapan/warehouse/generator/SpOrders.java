package org.shapan.warehouse.generator;

/** How and when subscriptions were ordered: four in nine by an electronic channel, the others where the customer lives. */
final class SpOrders {

    private static final ChannelKind[] KINDS = {
        ChannelKind.ELECTRONIC, ChannelKind.AGENT, ChannelKind.DESIGNATED, ChannelKind.OWN
    };
    private static final Chooser KIND = Chooser.of(4, 2, 1, 2);
    /** Use that began before the simulation began at most so many days before. */
    private static final int EARLIER = 700;

    private final Province province;
    private final Customers customers;
    private final Streams.Family streams;

    SpOrders(World world) {
        this.province = world.province();
        this.customers = world.customers();
        this.streams = province.streams().family("sp-order");
    }

    /** Ordering channel of a line of the customer's bill. */
    String channel(int i, int month, SpBill bill, int line) {
        int channel = bill.channel[line];
        if (channel < 0) {
            Stream stream = stream(i, bill, line);
            stream.uniform();
            ChannelKind kind = KINDS[KIND.draw(stream)];
            channel = province.network().draw(kind, customers.area(i, month), Math.max(0, bill.from[line]), stream);
        }
        return province.network().get(channel).code();
    }

    /** Epoch day on which the use began, in the month only where the bill says that it begins. */
    int firstUse(int i, int month, SpBill bill, int line) {
        Stream stream = stream(i, bill, line);
        int from = bill.from[line];
        int day = from < 0
                ? Months.firstDay(0) - 1 - stream.below(EARLIER)
                : Months.firstDay(from) + customers.firstDay(i, from) - 1 + stream.below(days(i, from));
        int known = Math.max(day, customers.activated[i]);
        return bill.begins[line] ? known : Math.min(known, Months.firstDay(month) - 1);
    }

    private int days(int i, int month) {
        return customers.lastDay(i, month) - customers.firstDay(i, month) + 1;
    }

    private Stream stream(int i, SpBill bill, int line) {
        long order = (bill.from[line] + 1) * 100_000L + bill.code[line];
        return streams.open(customers.keyMonth[i], customers.keyPlace[i], order);
    }
}
