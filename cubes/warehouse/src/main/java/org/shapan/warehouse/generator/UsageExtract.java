package org.shapan.warehouse.generator;

import java.io.IOException;
import java.sql.SQLException;
import org.shapan.warehouse.feed.CodeList;
import org.shapan.warehouse.feed.Feeds;

/** Writes {@code usage_profile} and {@code contract}: how customers in net at the end of a month use the telephone, and what binds them. */
final class UsageExtract {

    private static final double OVER_NET = 0.14;
    private static final double OVER_NET_SPREAD = 0.7;
    private static final double OVER_NET_NOISE = 0.2;
    /** Shares of customer-months with much forwarding, a call of a rival's manager, few outgoing calls. */
    private static final double FORWARDING = 0.003;

    private static final double RIVAL = 0.002;
    private static final double RECEIVING = 0.01;
    private static final double AWAY = 0.02;
    private static final double UNKNOWN_TERMINAL = 0.15;
    private static final int TERMINAL_MONTHS = 20;
    private static final int NIGHT_PER_MILLE = 40;
    private static final int CONTRACT_MONTHS = 12;

    private final World world;
    private final GroupPath paths;
    private final Streams.Family months;
    private final Streams.Family persons;
    private final Streams.Family contracts;

    UsageExtract(World world, GroupPath paths) {
        this.world = world;
        this.paths = paths;
        Streams streams = world.province().streams();
        months = streams.family("usage-month");
        persons = streams.family("usage");
        contracts = streams.family("contract");
    }

    /** @param minutes billed minutes by customer; {@code messages} likewise */
    void usage(Delivery delivery, int month, int[] minutes, int[] messages) throws IOException {
        delivery.month(Feeds.USAGE_PROFILE, month, out -> {
            for (int i = 0; i < world.customers().count; i++) {
                if (world.customers().atEnd(i, month) && minutes[i] + messages[i] > 0) {
                    usage(i, month, minutes[i], messages[i], out);
                }
            }
        });
    }

    private void usage(int i, int month, int outgoing, int messages, FeedWriter out) throws SQLException {
        Customers customers = world.customers();
        Stream person = persons.open(customers.keyMonth[i], customers.keyPlace[i]);
        double habit = OVER_NET * (1 - OVER_NET_SPREAD + 2 * OVER_NET_SPREAD * person.uniform());
        boolean known = !person.chance(UNKNOWN_TERMINAL);
        int since = person.below(TERMINAL_MONTHS);
        long terminals = person.nextLong();
        Stream stream = months.open(customers.keyMonth[i], customers.keyPlace[i], Months.number(month));
        Changes.Usage change = world.changes().usage(i, month);
        double receives = 0.8 + 0.6 * stream.uniform();
        int incoming = (int) (outgoing * (stream.chance(RECEIVING) ? 3 * receives : receives));
        int all = outgoing + incoming;
        double overNet = habit * (1 - OVER_NET_NOISE + 2 * OVER_NET_NOISE * stream.uniform()) + change.overNet();
        double forward = Math.max(change.forward(), stream.chance(FORWARDING) ? 0.35 : 0.002);
        boolean rival = stream.chance(RIVAL) || change.rival();
        double counterparts = 1 + StrictMath.sqrt(all) * (1 + stream.uniform());
        int days =
                Math.min(Months.days(month), outgoing == 0 ? 0 : 1 + (int) (outgoing * (0.3 + 0.3 * stream.uniform())));
        double home = 0.7 + 0.28 * stream.uniform();
        boolean away = stream.chance(AWAY);
        int elsewhere = stream.below(world.province().geography().areas().size());
        int area = change.area() >= 0 ? change.area() : away ? elsewhere : customers.area(i, month);
        out.row().number(Months.number(month)).number(customers.number(i));
        out.number((int) counterparts).number(days).number(outgoing).number(incoming);
        out.number((int) Math.ceil(all * Math.min(0.95, overNet)));
        out.number((int) (all * forward)).number((long) all * NIGHT_PER_MILLE / 1000);
        out.number((int) (all * home)).number(messages).flag(rival);
        out.text(world.province().geography().areas().get(area).code());
        out.text(known ? imei(terminals, (month + since) / TERMINAL_MONTHS) : null)
                .end();
    }

    private static String imei(long terminals, int nth) {
        return "35" + String.format("%012d", Math.floorMod(Stream.mix(terminals + nth), 1_000_000_000_000L));
    }

    void contracts(Delivery delivery, int month) throws IOException {
        delivery.month(Feeds.CONTRACT, month, out -> {
            Customers customers = world.customers();
            for (int i = 0; i < customers.count; i++) {
                if (customers.atEnd(i, month)) {
                    Stream stream = contracts.open(customers.keyMonth[i], customers.keyPlace[i]);
                    double bound = stream.uniform();
                    double kind = stream.uniform();
                    int signed = stream.below(CONTRACT_MONTHS);
                    boolean stable = paths.stable(customers.group[i], month);
                    if (bound < paths.bound(customers.group[i], month)) {
                        out.row().number(Months.number(month)).number(customers.number(i));
                        out.text(CodeList.BUNDLE.codes().get(stable ? 4 : (int) (kind * 4)));
                        out.number(Math.floorMod(signed - month, CONTRACT_MONTHS))
                                .end();
                    }
                }
            }
        });
    }
}
