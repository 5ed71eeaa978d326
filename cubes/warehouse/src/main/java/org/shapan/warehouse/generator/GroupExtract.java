package org.shapan.warehouse.generator;

import java.io.IOException;
import java.util.List;
import org.shapan.warehouse.feed.Feeds;

/** Writes {@code group_month} and {@code group_product}. */
final class GroupExtract {

    private static final int REQUIRED = 20;
    private static final double GROWTH = 1.009;
    private static final double OWING = 0.08;
    private static final int BALANCE = 80_000;
    private static final int MOST_UNITS = 20;

    private final World world;
    private final GroupPath paths;
    private final List<Services.Service> services;
    private final int[] first;
    private final Streams.Family months;
    private final Streams.Family fixed;

    GroupExtract(World world, GroupPath paths) {
        this.world = world;
        this.paths = paths;
        this.services = Services.ALL.stream().filter(Services.Service::group).toList();
        this.first = members(Months.OPENING);
        this.months = world.province().streams().family("group-month");
        this.fixed = world.province().streams().family("group-care");
    }

    private int[] members(int month) {
        Customers customers = world.customers();
        int[] members = new int[world.province().groups().groups().size()];
        for (int i = 0; i < customers.count; i++) {
            if (customers.group[i] >= 0 && customers.atEnd(i, month)) {
                members[customers.group[i]]++;
            }
        }
        return members;
    }

    void month(Delivery delivery, int month) throws IOException {
        int[] members = members(month);
        delivery.month(Feeds.GROUP_MONTH, month, out -> {
            for (GroupRegister.Group group : world.province().groups().groups()) {
                Stream own = fixed.open(group.index());
                double share = own.uniform(0.45, 0.85);
                double care = own.uniform();
                boolean owing = own.chance(OWING);
                Stream stream = months.open(group.index(), Months.number(month));
                double grown = first[group.index()] * StrictMath.pow(GROWTH, month - Months.OPENING);
                int staff = (int) Math.ceil(Math.max(grown / share, 1.05 * members[group.index()]));
                double filled = 0.78 + 0.15 * care + 0.06 * Months.progress(month);
                int fields = Math.min(REQUIRED, (int) Math.round(REQUIRED * filled));
                boolean core = group.importance().startsWith("A");
                int cycles = owing ? stream.below(4) : 0;
                int balance = BALANCE + stream.below(BALANCE);
                out.row().number(Months.number(month)).text(group.code()).text(manager(group, own));
                out.number(staff).number(REQUIRED).number(fields);
                out.number(Math.max(0, fields - stream.poisson(1.2)));
                out.number(stream.poisson(core ? 4 : 1.2))
                        .number(stream.poisson(3))
                        .number(stream.poisson(1));
                out.money((long) cycles * balance).number(cycles).end();
            }
        });
        delivery.month(Feeds.GROUP_PRODUCT, month, out -> {
            for (GroupRegister.Group group : world.province().groups().groups()) {
                Stream own = world.province().streams().open("group-product", group.code());
                int start = own.below(services.size() - 1);
                int units = 1 + own.below(MOST_UNITS);
                int count =
                        world.changes().hasCancelled(group.index(), month) ? 0 : paths.products(group.index(), month);
                boolean[] ordered = new boolean[services.size()];
                for (int p = 0; p < count; p++) {
                    // The V-net first, then others from a place of the group's own.
                    ordered[p == 0 ? 0 : 1 + (start + p) % (services.size() - 1)] = true;
                }
                for (int s = 0; s < ordered.length; s++) {
                    if (ordered[s]) {
                        out.row().number(Months.number(month)).text(group.code());
                        out.text(services.get(s).code()).number(units + s).end();
                    }
                }
            }
        });
    }

    /** One of the client managers of the group's branch. */
    private String manager(GroupRegister.Group group, Stream stream) {
        int branch = world.province().geography().areas().get(group.area()).branch();
        List<Channel> managers = world.province().network().channels().stream()
                .filter(c -> c.code().startsWith("M") && c.branch() == branch)
                .toList();
        return managers.get(stream.below(managers.size())).code();
    }
}
