package org.shapan.warehouse.generator;

import java.io.IOException;
import org.shapan.warehouse.feed.BusinessType;
import org.shapan.warehouse.feed.Feeds;

/** Writes {@code chan_day}, {@code chan_cost}, {@code chan_stock} and, from the same cells, {@code hall_hour}. */
final class ChannelExtract {

    private final World world;
    private final ChannelActivity activity;
    private final ChannelStock stock;
    private final HallExtract halls;

    ChannelExtract(World world, ChannelStock stock) {
        this.world = world;
        this.activity = new ChannelActivity(world);
        this.stock = stock;
        this.halls = new HallExtract(world);
    }

    void month(Delivery delivery, int month) throws IOException {
        Cells cells = activity.month(month);
        int channels = world.province().network().channels().size();
        long[] transactions = new long[channels];
        long[] commission = new long[channels];
        int[][] atHalls = new int[Months.days(month)][channels];
        days(delivery, month, cells, transactions, commission, atHalls);
        halls.month(delivery, month, atHalls);
        costs(delivery, month, transactions, commission);
        stock(delivery, month);
    }

    private void days(
            Delivery delivery, int month, Cells cells, long[] transactions, long[] commission, int[][] atHalls)
            throws IOException {
        int firstDay = Months.firstDay(month);
        delivery.month(Feeds.CHAN_DAY, month, out -> {
            for (long key : cells.sortedKeys()) {
                int channel = ChannelActivity.channelOf(key);
                long done = cells.value(key, ChannelActivity.TRANSACTIONS);
                long earned = cells.value(key, ChannelActivity.COMMISSION);
                transactions[channel] += done;
                commission[channel] += earned;
                if (world.province().network().get(channel).kind() == ChannelKind.OWN) {
                    atHalls[ChannelActivity.dayOf(key) - 1][channel] += (int) done;
                }
                out.row().day(firstDay + ChannelActivity.dayOf(key) - 1);
                out.text(world.province().network().get(channel).code());
                out.text(BusinessType.ALL.get(ChannelActivity.typeOf(key)).code());
                out.text(Brands.CODES.get(ChannelActivity.brandOf(key)));
                out.number(cells.value(key, ChannelActivity.ATTEMPTS)).number(done);
                out.money(cells.value(key, ChannelActivity.AMOUNT)).money(earned);
                out.number(cells.value(key, ChannelActivity.NEW_NUMS));
                out.number(cells.value(key, ChannelActivity.TERMINALS));
                out.number(cells.value(key, ChannelActivity.NEW_SERVICE));
                out.number(cells.value(key, ChannelActivity.BUSY));
                out.number(cells.value(key, ChannelActivity.FAIL));
                out.number(cells.value(key, ChannelActivity.COMPLAINTS)).end();
            }
        });
    }

    private void costs(Delivery delivery, int month, long[] transactions, long[] commission) throws IOException {
        delivery.month(Feeds.CHAN_COST, month, out -> {
            for (Channel channel : world.province().network().channels()) {
                if (channel.open(month)) {
                    ChannelCost.Cost cost =
                            ChannelCost.of(channel, transactions[channel.index()], commission[channel.index()]);
                    out.row().number(Months.number(month)).text(channel.code());
                    out.money(cost.depreciation()).money(cost.maintenance()).money(cost.marketing());
                    out.money(cost.labour()).money(cost.rent()).end();
                }
            }
        });
    }

    private void stock(Delivery delivery, int month) throws IOException {
        delivery.month(Feeds.CHAN_STOCK, month, out -> {
            for (int d = 0; d < Months.days(month); d++) {
                int day = Months.firstDay(month) + d;
                for (Channel channel : world.province().network().channels()) {
                    if (channel.kind().outlet() && channel.open(month)) {
                        out.row().day(day).text(channel.code());
                        out.number(stock.stock(channel.index(), day));
                        out.number(stock.receipts(channel.index(), day));
                        out.number(stock.sales(channel.index(), day)).end();
                    }
                }
            }
        });
    }
}
