package org.shapan.warehouse.generator;

import java.util.ArrayList;
import java.util.List;
import org.shapan.warehouse.feed.Profile;

/**
 * Group customers: sizes Zipf(0.4), the largest tenth core (domain §9.4). The largest group is a manufacturer in the
 * largest micro area; every other group stands in a micro area drawn by its size.
 */
final class GroupRegister {

    private static final double ZIPF = 0.4;
    private static final double CORE_RATE = 1.40;
    private static final double OTHER_RATE = 1.06;

    /**
     * A group customer.
     *
     * @param rate factor on the revenue level of its members; 1.15 on average over members
     */
    record Group(int index, String code, Names name, String[] industry, String importance, int area, double rate) {}

    private final List<Group> groups = new ArrayList<>();
    private final Chooser bySize;

    GroupRegister(Profile profile, Geography geography, Streams streams) {
        List<String[]> industries = Names.table("industry.csv");
        Chooser areaChooser = Chooser.of(
                geography.areas().size(), a -> geography.areas().get(a).weight());
        int core = Math.max(2, profile.groups() / 10);
        for (int g = 0; g < profile.groups(); g++) {
            String code = "G%04d".formatted(g + 1);
            Stream stream = streams.open("group", code);
            int area = areaChooser.draw(stream);
            int industry = stream.below(industries.size());
            int grade = stream.below(10);
            if (g == 0) {
                area = 0;
                industry = 9;
            }
            String importance;
            if (g < core) {
                importance = g < (core + 1) / 2 ? "A1" : "A2";
            } else {
                importance = grade < 3 ? "B" : grade < 7 ? "C" : "D";
            }
            groups.add(new Group(
                    g,
                    code,
                    new Names("集团%04d".formatted(g + 1), "Group-%04d".formatted(g + 1)),
                    industries.get(industry),
                    importance,
                    area,
                    g < core ? CORE_RATE : OTHER_RATE));
        }
        bySize = Chooser.of(groups.size(), g -> Chooser.zipf(g, ZIPF));
    }

    List<Group> groups() {
        return groups;
    }

    /** A group drawn by its size. */
    Group draw(Stream stream) {
        return groups.get(bySize.draw(stream));
    }
}
