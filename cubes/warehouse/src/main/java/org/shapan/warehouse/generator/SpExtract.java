package org.shapan.warehouse.generator;

import java.io.IOException;
import org.shapan.warehouse.feed.Feeds;

/** Writes {@code sp_user} and {@code sp_hour}. */
final class SpExtract {

    private final World world;
    private final SpTraffic traffic;
    private final SpOrders orders;

    SpExtract(World world) {
        this.world = world;
        this.traffic = new SpTraffic(world);
        this.orders = new SpOrders(world);
    }

    void month(Delivery delivery, int month) throws IOException {
        Cells cells =
                new Cells(SpTraffic.MEASURES, 2 * world.province().profile().customers());
        users(delivery, month, cells);
        hours(delivery, month, cells);
    }

    private void users(Delivery delivery, int month, Cells cells) throws IOException {
        Customers customers = world.customers();
        delivery.month(Feeds.SP_USER, month, out -> {
            SpBill bill = new SpBill();
            for (int i = 0; i < customers.count; i++) {
                world.billing().fill(i, month, bill);
                if (bill.lines > 0) {
                    traffic.add(i, month, bill, cells);
                    boolean paid = world.payments().paidIn(i, month) == month;
                    String handset = world.identities().model(i);
                    int called = world.identities().called(i, month);
                    for (int l : bill.order()) {
                        out.row().number(Months.number(month)).number(customers.number(i));
                        out.text(
                                world.province().sps().codes().get(bill.code[l]).code());
                        out.money(bill.fee[l]).money(paid ? bill.fee[l] : 0);
                        out.number(bill.mo[l]).number(bill.mt[l]).day(orders.firstUse(i, month, bill, l));
                        out.text(orders.channel(i, month, bill, l))
                                .number(bill.hours[l])
                                .number(bill.peakHour[l]);
                        out.flag(bill.ends[l]).flag(bill.quick[l]).number(bill.complains[l] ? 1 : 0);
                        out.money(bill.refund[l]).text(handset).number(called).end();
                    }
                }
            }
        });
    }

    private void hours(Delivery delivery, int month, Cells cells) throws IOException {
        int firstDay = Months.firstDay(month);
        delivery.month(Feeds.SP_HOUR, month, out -> {
            for (long key : cells.sortedKeys()) {
                out.row().day(firstDay + SpTraffic.dayOf(key) - 1).number(SpTraffic.hourOf(key));
                out.text(world.province()
                        .sps()
                        .codes()
                        .get(SpTraffic.codeOf(key))
                        .code());
                out.number(cells.value(key, SpTraffic.MO)).number(cells.value(key, SpTraffic.MT));
                out.number(cells.value(key, SpTraffic.FEE_EVENTS)).money(cells.value(key, SpTraffic.FEE));
                out.number(cells.value(key, SpTraffic.NEW)).number(cells.value(key, SpTraffic.END));
                out.number(cells.value(key, SpTraffic.QUICK_END));
                out.number(cells.value(key, SpTraffic.COMPLAINTS));
                out.money(cells.value(key, SpTraffic.REFUND)).end();
            }
        });
    }
}
