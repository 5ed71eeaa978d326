package org.shapan.warehouse.generator;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.shapan.warehouse.feed.Feeds;

/**
 * Targets of revenue (REV-01), new numbers (SUB-03) and net adds (SUB-08) by year for company, cities and branches. Those of
 * past years lie within ±3 % of what the baseline reached; those of the last year grow on the year before.
 */
final class Targets {

    private static final double SPREAD = 0.03;
    private static final int LAST_YEAR = 2010;

    private enum Kpi {
        REVENUE("REV-01", 1.06),
        NEW("SUB-03", 1.08),
        NET_ADDS("SUB-08", 1.10);

        private final String id;
        private final double growth;

        Kpi(String id, double growth) {
            this.id = id;
            this.growth = growth;
        }
    }

    private record Key(int year, String kpi, String level, String unit) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            int order = Integer.compare(year, other.year);
            order = order != 0 ? order : kpi.compareTo(other.kpi);
            order = order != 0 ? order : level.compareTo(other.level);
            return order != 0 ? order : unit.compareTo(other.unit);
        }
    }

    private final World base;

    /** @param base the baseline: a target does not know of anomalies */
    Targets(World base) {
        this.base = base;
    }

    void write(Delivery delivery) throws IOException {
        Map<Key, Long> targets = new TreeMap<>();
        for (int year = 2008; year <= LAST_YEAR; year++) {
            int of = Math.min(year, LAST_YEAR - 1);
            for (Kpi kpi : Kpi.values()) {
                long[] reached = reached(kpi, of);
                add(targets, kpi, year, reached);
            }
        }
        delivery.whole(Feeds.TARGET, out -> {
            for (Map.Entry<Key, Long> target : targets.entrySet()) {
                Key key = target.getKey();
                out.row().number(key.year()).text(key.kpi()).text(key.level()).text(key.unit());
                out.money(target.getValue()).end();
            }
        });
    }

    private void add(Map<Key, Long> targets, Kpi kpi, int year, long[] reached) {
        Geography geography = base.province().geography();
        long company = 0;
        long[] cities = new long[geography.cities().size()];
        List<Geography.Branch> branches = new ArrayList<>(geography.branches());
        for (Geography.Branch branch : branches) {
            Stream stream = base.province().streams().open("target", kpi.id + "|" + year + "|" + branch.code());
            double factor = stream.uniform(1 - SPREAD, 1 + SPREAD) * (year == LAST_YEAR ? kpi.growth : 1);
            // In whole hundreds of the unit, so that the parts add up to the company's target.
            long target = Math.round(reached[branch.index()] * factor / 10_000) * 10_000;
            targets.put(new Key(year, kpi.id, "branch", branch.code()), target);
            cities[branch.city()] += target;
            company += target;
        }
        for (Geography.City city : geography.cities()) {
            targets.put(new Key(year, kpi.id, "city", city.code()), cities[city.index()]);
        }
        targets.put(new Key(year, kpi.id, "company", "company"), company);
    }

    /** What branches reached in a year, in hundredths of the unit. */
    private long[] reached(Kpi kpi, int year) {
        Customers customers = base.customers();
        long[] sums = new long[base.province().geography().branches().size()];
        for (int m = Months.FIRST; m <= Months.LAST; m++) {
            if (Months.of(m).getYear() == year) {
                for (int i = 0; i < customers.count; i++) {
                    int branch = base.province()
                            .geography()
                            .areas()
                            .get(customers.area(i, m))
                            .branch();
                    boolean came = customers.isNew(i, m);
                    sums[branch] += switch (kpi) {
                        case REVENUE -> base.fees()[m][i];
                        case NEW -> came ? 100 : 0;
                        case NET_ADDS ->
                            (came || customers.isBack(i, m) ? 100 : 0) - (customers.isLeft(i, m) ? 100 : 0);
                    };
                }
            }
        }
        return sums;
    }
}
