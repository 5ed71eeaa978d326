package org.shapan.warehouse.generator;

import java.io.IOException;
import org.shapan.warehouse.feed.CodeList;
import org.shapan.warehouse.feed.Feeds;

/** Writes {@code dim_batch} and {@code number_state}. */
final class NumberExtract {

    private final World world;
    private final NumberBatches batches;
    private final NumberEvents events;

    NumberExtract(World world, NumberSales sales, ChannelStock stock) {
        this.world = world;
        this.batches = new NumberBatches(world.province().profile());
        this.events = new NumberLife(world, sales, stock, batches).events();
    }

    void batches(Delivery delivery) throws IOException {
        delivery.whole(Feeds.DIM_BATCH, out -> {
            for (int batch = 0; batch < batches.count(); batch++) {
                out.row().text(batches.code(batch)).names(batches.name(batch));
                out.number(batches.released(batch)).end();
            }
        });
    }

    void month(Delivery delivery, int month) throws IOException {
        ChannelNetwork network = world.province().network();
        delivery.month(Feeds.NUMBER_STATE, month, out -> {
            for (long event : events.month(month)) {
                int channel = NumberEvents.channelOf(event);
                out.row().number(Months.number(month));
                out.number(world.customers().number(NumberEvents.indexOf(event)));
                out.day(NumberEvents.dayOf(event));
                out.text(CodeList.NUMBER_STATE.codes().get(NumberEvents.stateOf(event)));
                out.text(channel < 0 ? null : network.get(channel).code());
                out.text(batches.code(NumberEvents.batchOf(event)));
                out.text(channel < 0 ? null : network.territory(channel)).end();
            }
        });
    }
}
