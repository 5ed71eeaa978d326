package org.shapan.warehouse.generator;

import java.util.ArrayList;
import java.util.List;
import org.shapan.warehouse.feed.Profile;

/**
 * Cities, branches and micro areas. City 1 is Zhuhai under its real place names (domain §4.3); the others are invented.
 * A micro area's weight is Zipf(0.6) within its city; city 1 has a fifth of the customers.
 */
final class Geography {

    /** Weight of the first city among all customers. */
    static final double FIRST_CITY = 0.20;

    private static final double ZIPF = 0.6;
    private static final int CAMPUS_EVERY = 12;
    private static final int CAMPUS_AT = 7;
    private static final String[] TYPES = {"town_centre", "village", "residential", "village", "industrial", "village"};

    /**
     * A micro area.
     *
     * @param index its place in {@link #areas()}, which is the order of codes
     * @param weight share of the company's customers expected in it
     */
    record Area(
            int index,
            String code,
            Names name,
            String type,
            String urbanClass,
            int branch,
            int city,
            String post,
            Names owner,
            double weight) {

        boolean campus() {
            return type.equals("campus");
        }
    }

    /** A branch with the city it belongs to. */
    record Branch(int index, String code, Names name, int city) {}

    /** A city company. */
    record City(int index, String code, Names name) {}

    private final List<City> cities = new ArrayList<>();
    private final List<Branch> branches = new ArrayList<>();
    private final List<Area> areas = new ArrayList<>();

    Geography(Profile profile, Streams streams) {
        List<String[]> places = Names.table("place.csv");
        List<String[]> persons = Names.table("person.csv");
        int firstBranches = Math.min(3, profile.branches() / profile.cities());
        for (int c = 0; c < profile.cities(); c++) {
            String letter = String.valueOf((char) ('A' + c));
            Names cityName = c == 0 ? new Names("珠海", "Zhuhai") : new Names("城市" + letter, "City " + letter);
            cities.add(new City(c, letter, cityName));
            int count = c == 0 ? firstBranches : share(profile.branches() - firstBranches, profile.cities() - 1, c - 1);
            for (int b = 0; b < count; b++) {
                String code = letter + (b + 1);
                Names name = c == 0
                        ? new Names(places.get(b * 8)[0], places.get(b * 8)[1])
                        : new Names("分公司" + code, "Branch " + code);
                branches.add(new Branch(branches.size(), code, name, c));
            }
        }
        double[] cityWeights = cityWeights(profile.cities());
        int[] counts = areaCounts(profile);
        for (Branch branch : branches) {
            List<Branch> siblings =
                    branches.stream().filter(b -> b.city() == branch.city()).toList();
            int inCity = siblings.stream().mapToInt(b -> counts[b.index()]).sum();
            double zipfSum = 0;
            for (int rank = 0; rank < inCity; rank++) {
                zipfSum += Chooser.zipf(rank, ZIPF);
            }
            for (int a = 0; a < counts[branch.index()]; a++) {
                int rank = rank(siblings, counts, branch, a);
                double weight = cityWeights[branch.city()] * Chooser.zipf(rank, ZIPF) / zipfSum;
                areas.add(area(branch, a, weight, places, persons, streams));
            }
        }
    }

    private Area area(
            Branch branch,
            int position,
            double weight,
            List<String[]> places,
            List<String[]> persons,
            Streams streams) {
        String code = "%s-%02d".formatted(branch.code(), position + 1);
        Names name;
        String type;
        if (branch.city() == 0 && position < 8) {
            String[] place = places.get(branch.index() * 8 + position);
            name = new Names(place[2], place[3]);
            type = place[4];
        } else {
            name = new Names("片区" + code, "Area " + code);
            type = areas.size() % CAMPUS_EVERY == CAMPUS_AT ? "campus" : TYPES[position % TYPES.length];
        }
        Stream stream = streams.open("area", code);
        String[] surname = persons.get(stream.below(persons.size()));
        String[] given = persons.get(stream.below(persons.size()));
        return new Area(
                areas.size(),
                code,
                name,
                type,
                urbanClass(type),
                branch.index(),
                branch.city(),
                "POST-" + code,
                new Names(surname[0] + given[2], given[3] + " " + surname[1]),
                weight);
    }

    private static String urbanClass(String type) {
        return switch (type) {
            case "village" -> "rural";
            case "industrial", "residential" -> "suburban";
            default -> "urban";
        };
    }

    /** Sizes alternate between branches, the first branch of a city is its largest. */
    private static int rank(List<Branch> siblings, int[] counts, Branch branch, int position) {
        int rank = 0;
        for (Branch sibling : siblings) {
            boolean before = sibling.index() < branch.index();
            rank += Math.min(counts[sibling.index()], before ? position + 1 : position);
        }
        return rank;
    }

    private int[] areaCounts(Profile profile) {
        int[] counts = new int[branches.size()];
        for (Branch branch : branches) {
            counts[branch.index()] = share(profile.areas(), branches.size(), branch.index());
        }
        for (int b = 3; b + 1 < counts.length; b += 2) {
            if (branches.get(b).city() == branches.get(b + 1).city() && counts[b] >= 4 && counts[b] <= 7) {
                counts[b]++;
                counts[b + 1]--;
            }
        }
        return counts;
    }

    private static double[] cityWeights(int cities) {
        double[] weights = new double[cities];
        double sum = 0;
        for (int c = 1; c < cities; c++) {
            weights[c] = Chooser.zipf(c - 1, 0.3);
            sum += weights[c];
        }
        for (int c = 1; c < cities; c++) {
            weights[c] *= (1 - FIRST_CITY) / sum;
        }
        weights[0] = FIRST_CITY;
        return weights;
    }

    private static int share(int total, int parts, int part) {
        return total / parts + (part < total % parts ? 1 : 0);
    }

    List<City> cities() {
        return cities;
    }

    List<Branch> branches() {
        return branches;
    }

    List<Area> areas() {
        return areas;
    }
}
