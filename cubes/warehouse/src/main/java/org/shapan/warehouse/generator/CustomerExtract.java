package org.shapan.warehouse.generator;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.shapan.warehouse.feed.CodeList;
import org.shapan.warehouse.feed.Feeds;

/** Writes {@code cust_month} and {@code rev_item}. */
final class CustomerExtract {

    private static final double DISCOUNTED = 0.5;
    /** Discount rates are uniform up to twice the mean; it is 9 % of gross once items that bear none are counted. */
    private static final double DISCOUNT_MEAN = 0.193;

    private static final double GIFTED = 0.015;
    private static final int GIFT = 1000;
    /** Of three offers at once: together more than is billed. */
    private static final double STACKED_DISCOUNT = 0.5;

    private static final double STACKED_GIFT = 0.6;
    private static final int SILENT = 500;
    private static final int HQ = 5000;

    private final World world;
    private final Customers customers;
    private final List<Geography.Area> areas;
    private final Streams.Family discounts;
    private final Streams.Family states;

    CustomerExtract(World world) {
        this.world = world;
        this.customers = world.customers();
        this.areas = world.province().geography().areas();
        this.discounts = world.province().streams().family("discount");
        this.states = world.province().streams().family("status");
    }

    /** @param usage writes how the customers used the telephone; null in the opening position */
    void customers(Delivery delivery, int month, UsageExtract usage) throws IOException {
        int[] minutes = new int[customers.count];
        int[] messages = new int[customers.count];
        delivery.month(Feeds.CUST_MONTH, month, out -> {
            SpBill bill = new SpBill();
            int[] items = new int[Services.COUNT];
            for (int i = 0; i < customers.count; i++) {
                if (customers.present(i, month)) {
                    customer(i, month, bill, items, out);
                    minutes[i] = minutes(i, month, items);
                    messages[i] = (int) volume(i, month, Services.ALL.get(Services.SMS), items[Services.SMS]);
                }
            }
        });
        if (usage != null) {
            usage.usage(delivery, month, minutes, messages);
        }
    }

    private int minutes(int i, int month, int[] items) {
        long minutes = 0;
        for (Services.Service service : Services.ALL) {
            if (service.unit().equals("minute")) {
                minutes += volume(i, month, service, items[service.index()]);
            }
        }
        return (int) minutes;
    }

    private void customer(int i, int month, SpBill bill, int[] items, FeedWriter out) throws SQLException {
        int fee = world.fees()[month][i];
        boolean atEnd = customers.atEnd(i, month);
        int arpu3 = world.tiers().arpu3(i, month);
        int vip = world.tiers().vip(i, month);
        int tier = world.tiers().tier(vip, arpu3);
        world.items(i, month, bill, items);
        boolean called = false;
        boolean used = false;
        for (Services.Service service : Services.ALL) {
            long volume = volume(i, month, service, items[service.index()]);
            called |= volume > 0 && service.line() == Services.Line.VOICE;
            used |= volume > 0;
        }
        boolean top = atEnd && world.tiers().top32(arpu3, month);
        boolean brandNew = customers.isNew(i, month);

        out.row().number(Months.number(month)).number(customers.number(i));
        out.text(status(i, month, atEnd, fee));
        out.text(areas.get(customers.area(i, month)).code());
        out.text(Brands.CODES.get(customers.brand(i, month)));
        out.text(world.province().plans().plans().get(customers.plan(i, month)).code());
        out.text(CodeList.TIER.codes().get(tier - 1)).money(arpu3);
        out.number(customers.tenure(i, month)).day(customers.activated[i]);
        out.number(customers.birthYear[i]).text(customers.male[i] ? "M" : "F");
        out.text(world.province().network().get(customers.channel[i]).code());
        int group = customers.group[i];
        out.text(
                group < 0 ? null : world.province().groups().groups().get(group).code());
        out.text(customers.postpaid[i] ? "postpaid" : "prepaid").money(fee);
        out.flag(customers.atStart(i, month)).flag(atEnd).flag(brandNew);
        out.flag(customers.isLeft(i, month)).flag(customers.isBack(i, month));
        out.flag(used).flag(!called);
        out.flag(atEnd && !brandNew && fee < SILENT);
        out.flag(atEnd && (vip > 0 || arpu3 >= HQ)).flag(top).flag(atEnd && (vip > 0 || top));
        out.flag(vip > 0).end();
    }

    private String status(int i, int month, boolean atEnd, int fee) {
        if (!atEnd) {
            return "cancelled";
        }
        double state = states.open(customers.keyMonth[i], customers.keyPlace[i], Months.number(month))
                .uniform();
        if (fee < SILENT && !customers.isNew(i, month)) {
            return state < 0.15
                    ? "two_way_stop"
                    : state < 0.25 ? "one_way_stop" : state < 0.30 ? "voluntary_stop" : "normal";
        }
        if (month < Months.LAST && customers.isLeft(i, month + 1)) {
            return state < 0.3 ? "pre_cancelled" : state < 0.45 ? "one_way_stop" : "normal";
        }
        return state < 0.008 ? "one_way_stop" : state < 0.010 ? "reserved" : "normal";
    }

    void items(Delivery delivery, int month) throws IOException {
        delivery.month(Feeds.REV_ITEM, month, out -> {
            SpBill bill = new SpBill();
            int[] items = new int[Services.COUNT];
            for (int i = 0; i < customers.count; i++) {
                if (customers.present(i, month)) {
                    world.items(i, month, bill, items);
                    items(i, month, items, out);
                }
            }
        });
    }

    private void items(int i, int month, int[] items, FeedWriter out) throws SQLException {
        Stream stream = discounts.open(customers.keyMonth[i], customers.keyPlace[i]);
        double discount = stream.chance(DISCOUNTED) ? stream.uniform(0, 2 * DISCOUNT_MEAN) : 0;
        boolean gifted = (Stream.mix(stream.state() + month) >>> 11) * 0x1.0p-53 < GIFTED;
        boolean stacked = world.changes().isStacked(i, month);
        int number = Months.number(month);
        for (Services.Service service : Services.ALL) {
            int fee = items[service.index()];
            if (fee > 0) {
                boolean bearsNone = service.line() == Services.Line.SP || service.line() == Services.Line.OTHER;
                long off = bearsNone ? 0 : Math.round(fee * (stacked ? STACKED_DISCOUNT : discount));
                long gift = stacked && !bearsNone
                        ? Math.round(fee * STACKED_GIFT)
                        : gifted && service.index() == Services.PLAN_FEE ? Math.min(GIFT, fee - off) : 0;
                long volume = volume(i, month, service, fee);
                out.row().number(number).number(customers.number(i)).text(service.code());
                out.money(fee).money(off).money(gift);
                out.number(service.unit().equals("minute") ? volume : 0);
                out.number(service.unit().equals("message") ? volume : 0);
                out.number(service.unit().equals("kb") ? volume : 0).end();
            }
        }
    }

    private long volume(int i, int month, Services.Service service, int fee) {
        if (service.price() == 0 || fee == 0) {
            return 0;
        }
        double factor =
                service.unit().equals("minute") ? world.changes().volumeFactor(customers.plan(i, month), month) : 1;
        return (long) Math.ceil(fee / service.price() * factor);
    }
}
