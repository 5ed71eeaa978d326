package org.shapan.warehouse.generator;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.shapan.warehouse.feed.Feeds;

/**
 * Writes {@code number_use}: how new numbers used the minutes and messages they were billed. A number kept for its
 * commission shows its {@link Customers#signs} while it is kept alive.
 */
final class NumberUseExtract {

    /** Months after that of activation. */
    private static final int TENURE = 6;

    private static final double OUTGOING = 0.6;
    private static final double AWAY = 0.006;
    private static final double OWN_CHANNEL = 0.12;
    private static final double CARDS = 0.5;
    private static final long SERIES = 1_000_000;
    private static final int TERMINALS_OF_A_CHANNEL = 3;
    private static final long FIRST_IMEI = 350_000_000_000_000L;
    private static final long IMEIS = 9_000_000_000_000L;

    private final World world;
    private final Customers customers;
    private final ChannelNetwork network;
    private final List<Geography.Area> areas;
    private final Streams.Family streams;

    NumberUseExtract(World world) {
        this.world = world;
        this.customers = world.customers();
        this.network = world.province().network();
        this.areas = world.province().geography().areas();
        this.streams = world.province().streams().family("number-use");
    }

    void month(Delivery delivery, int month) throws IOException {
        delivery.month(Feeds.NUMBER_USE, month, out -> {
            SpBill bill = new SpBill();
            int[] items = new int[Services.COUNT];
            for (int i = 0; i < customers.count; i++) {
                if (customers.present(i, month) && customers.tenure(i, month) <= TENURE) {
                    world.items(i, month, bill, items);
                    int minutes = 0;
                    for (Services.Service service : Services.ALL) {
                        minutes += service.unit().equals("minute") ? volume(service, items) : 0;
                    }
                    customer(i, month, minutes, volume(Services.ALL.get(Services.SMS), items), out);
                }
            }
        });
    }

    private static int volume(Services.Service service, int[] items) {
        return (int) Math.ceil(items[service.index()] / service.price());
    }

    private void customer(int i, int month, int minutes, int messages, FeedWriter out) throws SQLException {
        Stream stream = streams.open(customers.keyMonth[i], customers.keyPlace[i], Months.number(month));
        int signs = customers.tenure(i, month) <= FakeNumbers.ALIVE ? customers.signs[i] : 0;
        int days = customers.lastDay(i, month) - customers.firstDay(i, month) + 1;
        boolean light = (signs & FakeNumbers.LIGHT_DAYS) != 0;
        int outgoing = light ? Math.min(minutes, stream.below(days + 1)) : (int) (minutes * OUTGOING);
        int incoming = minutes - outgoing;
        double known = 2 + StrictMath.sqrt(minutes + messages) * stream.uniform(0.9, 2.1);
        int counterparts = (signs & FakeNumbers.FEW_COUNTERPARTS) != 0
                ? 1 + stream.below(3)
                : minutes + messages == 0 ? 0 : (int) known;
        double lightShare = StrictMath.exp(-outgoing / (2.0 * days)) * stream.uniform(0.9, 1);
        int lightDays = light ? days - stream.below(3) : (int) Math.round(days * lightShare);
        boolean away = stream.chance(AWAY);
        int elsewhere = stream.below(areas.size());
        boolean here = (signs & FakeNumbers.AT_CHANNEL) != 0;
        int channel = customers.channel[i];
        int travelled = world.changes().usage(i, month).area();
        int home = here
                ? network.get(channel).area()
                : travelled >= 0 ? travelled : away ? elsewhere : customers.area(i, month);
        double share = here ? stream.uniform(0.91, 0.99) : stream.uniform(0.55, 0.915);

        out.row().number(Months.number(month)).number(customers.number(i));
        out.number(counterparts).number(outgoing).number(incoming);
        out.number(light ? 0 : messages).number(lightDays);
        out.text(areas.get(home).code());
        out.number(Math.max(1, Math.round(days * stream.uniform(0.55, 0.95)))).ratio((int) (share * 10_000));
        out.text(Long.toString(FIRST_IMEI + terminal(i, signs, stream)));
        recharge(i, signs, network.get(channel), stream, out);
        out.end();
    }

    private long terminal(int i, int signs, Stream stream) {
        int one = stream.below(TERMINALS_OF_A_CHANNEL);
        long key = (signs & FakeNumbers.SHARED_TERMINAL) != 0
                ? IMEIS + (long) customers.channel[i] * TERMINALS_OF_A_CHANNEL + one
                : Math.floorMod(Stream.mix(customers.keyMonth[i] * 1_000_003L + customers.keyPlace[i]), IMEIS);
        return key;
    }

    private void recharge(int i, int signs, Channel channel, Stream stream, FeedWriter out) throws SQLException {
        boolean ownChannel = stream.chance(OWN_CHANNEL);
        boolean cards = stream.chance(CARDS);
        long series = (long) (stream.uniform() * SERIES);
        if ((signs & FakeNumbers.CHANNEL_RECHARGE) != 0) {
            out.text(channel.code()).none();
        } else {
            out.text(!customers.postpaid[i] && ownChannel && channel.kind().outlet() ? channel.code() : null);
            if (customers.postpaid[i] || !cards) {
                out.none();
            } else {
                out.text("S%06d".formatted(series));
            }
        }
    }
}
