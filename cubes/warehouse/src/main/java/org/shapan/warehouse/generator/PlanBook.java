package org.shapan.warehouse.generator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.shapan.warehouse.feed.Profile;

/** Tariff plans: the 30 of {@code plan.csv}; larger profiles have further editions of them at higher prices. */
final class PlanBook {

    /** A plan; {@code price} in yuan. */
    record Plan(int index, String code, Names name, String planClass, Names className, int brand, int price) {}

    private final List<Plan> plans = new ArrayList<>();
    private final List<List<Plan>> byBrand = new ArrayList<>();

    PlanBook(Profile profile) {
        List<String[]> table = Names.table("plan.csv");
        for (int p = 0; p < profile.plans(); p++) {
            String[] fields = table.get(p % table.size());
            int edition = p / table.size();
            String suffix = edition == 0 ? "" : " " + (2008 + edition);
            plans.add(new Plan(
                    p,
                    "P%03d".formatted(p + 1),
                    new Names(
                            fields[4] + (edition == 0 ? "" : suffix + "版"),
                            fields[5] + (edition == 0 ? "" : suffix + " edition")),
                    fields[1],
                    new Names(fields[2], fields[3]),
                    Brands.CODES.indexOf(fields[0]),
                    Integer.parseInt(fields[6]) + 2 * edition));
        }
        for (int brand = 0; brand < Brands.COUNT; brand++) {
            int wanted = brand;
            byBrand.add(plans.stream()
                    .filter(plan -> plan.brand() == wanted)
                    .sorted(Comparator.comparingInt(Plan::price).thenComparingInt(Plan::index))
                    .toList());
        }
    }

    List<Plan> plans() {
        return plans;
    }

    /** A plan of the brand priced near two fifths of the customer's level (yuan a month); one draw. */
    Plan draw(int brand, double level, Stream stream) {
        List<Plan> offered = byBrand.get(brand);
        double wanted = level * stream.uniform(0.2, 0.6);
        int place = 0;
        while (place + 1 < offered.size() && offered.get(place + 1).price() <= wanted) {
            place++;
        }
        int spread = Math.min(5, offered.size());
        int low = Math.max(0, Math.min(place - spread / 2, offered.size() - spread));
        return offered.get(low + (int) (Stream.mix(stream.state()) >>> 33) % spread);
    }
}
