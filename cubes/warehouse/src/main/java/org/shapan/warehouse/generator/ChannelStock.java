package org.shapan.warehouse.generator;

import java.time.LocalDate;

/**
 * Stock of numbers of every outlet and day (domain §9.4). The threshold is seven days of mean sale; an outlet is topped up
 * to twice that as soon as it falls below, save in a week of shortage, which begins by handing numbers back: 2.8 % of outlets a week in 2008, falling to 1.6 %
 * in 2009.
 */
final class ChannelStock {

    private static final int THRESHOLD_DAYS = 7;
    private static final double SHORT_FIRST = 0.028;
    private static final double SHORT_LAST = 0.016;

    private final int firstDay = Months.firstDay(Months.FIRST);
    private final int days = Months.firstDay(Months.COUNT) - firstDay;
    private final ChannelFaults faults;
    private final short[][] stock;
    private final short[][] receipts;
    private final short[][] sales;
    private final int[] thresholds;

    ChannelStock(World world, NumberSales numbers) {
        ChannelNetwork network = world.province().network();
        int channels = network.channels().size();
        faults = world.faults();
        sales = new short[channels][days];
        stock = new short[channels][days];
        receipts = new short[channels][days];
        thresholds = new int[channels];
        Customers customers = world.customers();
        for (int i = 0; i < customers.count; i++) {
            if (numbers.known(i) && numbers.day(i) >= firstDay) {
                sales[customers.channel[i]][numbers.day(i) - firstDay]++;
            }
        }
        for (NumberSales.Pending sale : numbers.pending()) {
            sales[sale.channel()][sale.day() - firstDay]++;
        }
        for (Channel channel : network.channels()) {
            if (channel.kind().outlet()) {
                run(channel, world.province().streams().open("stock", channel.code()));
            }
        }
    }

    private void run(Channel channel, Stream stream) {
        int c = channel.index();
        double perDay = perDay(channel);
        int threshold = Math.max(1, (int) Math.ceil(THRESHOLD_DAYS * perDay));
        thresholds[c] = threshold;
        int held = 2 * threshold;
        boolean shortage = false;
        for (int d = 0; d < days; d++) {
            int received = 0;
            if (Math.floorMod(firstDay + d + 3, 7) == 0) {
                boolean early = d < 366;
                double sells = 1 - StrictMath.exp(-7 * perDay);
                shortage = stream.uniform() < (early ? SHORT_FIRST : SHORT_LAST) / Math.max(0.05, sells);
                if (shortage) {
                    received = Math.min(0, threshold - held);
                }
            }
            if (!isOpen(channel, d)) {
                continue;
            }
            if (faults.isShort(c, month(d))) {
                received = shortage ? 0 : Math.min(0, 1 - held);
                shortage = true;
            }
            int after = held + received - sales[c][d];
            if (after < 0 || (after < threshold && !shortage)) {
                int more = (shortage ? 0 : 2 * threshold) - after;
                received += more;
                after += more;
            }
            held = after;
            receipts[c][d] = (short) received;
            stock[c][d] = (short) held;
        }
    }

    /** Numbers held when the channel opens or the history begins. */
    int opening(int channel) {
        return 2 * thresholds[channel];
    }

    /** Mean sale of a day before anomalies can begin, or at all where the channel opens later. */
    private double perDay(Channel channel) {
        int quiet = Months.firstDay(AnomalyPlan.STARTS.from() - 3) - firstDay;
        int sold = 0;
        int open = 0;
        for (int d = 0;
                d < days && (d < quiet || open == 0 || channel.openMonth() >= AnomalyPlan.STARTS.from() - 3);
                d++) {
            sold += sales[channel.index()][d];
            open += isOpen(channel, d) ? 1 : 0;
        }
        return sold / (double) Math.max(1, open);
    }

    private boolean isOpen(Channel channel, int day) {
        return channel.open(month(day));
    }

    private int month(int day) {
        return Months.index(LocalDate.ofEpochDay((long) firstDay + day));
    }

    /** Least stock that is no shortage. */
    int threshold(int channel) {
        return thresholds[channel];
    }

    int stock(int channel, int epochDay) {
        return stock[channel][epochDay - firstDay];
    }

    /** Numbers received less numbers handed back. */
    int receipts(int channel, int epochDay) {
        return receipts[channel][epochDay - firstDay];
    }

    int sales(int channel, int epochDay) {
        return sales[channel][epochDay - firstDay];
    }
}
