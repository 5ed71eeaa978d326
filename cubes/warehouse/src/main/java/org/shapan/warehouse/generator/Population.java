package org.shapan.warehouse.generator;

import java.util.Arrays;
import java.util.List;

/**
 * Makes the customers and lives their months (domain §9.3): an opening base with settled tenures, then month by month
 * who leaves, returns and changes, and as many new numbers as the growth path needs. At the end of the last month
 * exactly the profile's customers are in net.
 */
final class Population {

    private static final double ACTIVATION = 0.034;
    private static final double RETURNING = 0.04;
    private static final double BRAND_CHANGE = 0.004;
    private static final double PLAN_CHANGE = 0.010;
    private static final double AREA_CHANGE = 0.0015;
    private static final double CAMPUS_MZONE = 3;
    private static final int LEAST_SPARES = 250;
    private static final int CUSTOMERS_PER_SPARE = 50;

    /**
     * One who arrives, packed into a long so that a month's arrivals sort as numbers.
     *
     * @param order what they are sorted by first: months since the earliest activation, or day of the month from 0
     * @param place place among those drawn with it, part of the customer's natural key
     */
    private record Arrival(int order, int place, int brand) {

        static long pack(int order, int place, int brand) {
            return ((long) order << 40) | ((long) place << 4) | brand;
        }

        static Arrival unpack(long packed) {
            return new Arrival((int) (packed >>> 40), (int) (packed >>> 4) & 0xFFFFFFF, (int) packed & 15);
        }
    }

    private final Province province;
    private final Churn churn = new Churn();
    private final Streams.Family persons;
    private final Streams.Family lives;
    private final Chooser kindChooser =
            Chooser.of(ChannelKind.values().length, k -> ChannelKind.values()[k].newNumbers());
    private final Chooser brandMix = Chooser.of(Brands.MIX);
    private final Customers customers = new Customers();

    private Population(Province province) {
        this.province = province;
        persons = province.streams().family("person");
        lives = province.streams().family("life");
    }

    static Customers live(Province province) {
        Population population = new Population(province);
        int[] path = population.growthPath();
        population.openingBase(path[0]);
        for (int month = 0; month < Months.COUNT; month++) {
            population.month(month, path[month + 1]);
        }
        population.spares();
        return population.customers;
    }

    /** Customers in net at the start of the simulation, then at the end of each month. */
    private int[] growthPath() {
        double[] net = new double[Months.COUNT];
        double mean = 0;
        for (int m = 0; m < Months.COUNT; m++) {
            net[m] = ACTIVATION * Seasonality.newNumbers(m);
            mean += net[m] / Months.COUNT;
        }
        int[] path = new int[Months.COUNT + 1];
        double in = province.profile().customers();
        path[Months.COUNT] = province.profile().customers();
        for (int m = Months.COUNT - 1; m >= 0; m--) {
            in /= 1 + Churn.GROWTH + net[m] - mean;
            path[m] = (int) Math.round(in);
        }
        return path;
    }

    /** Numbers behind all others that nobody has, for anomalies that bring customers of their own. */
    private void spares() {
        int wanted = Math.max(LEAST_SPARES, province.profile().customers() / CUSTOMERS_PER_SPARE);
        for (int k = 0; k < wanted; k++) {
            int i = customers.add();
            customers.keyMonth[i] = Months.number(Months.COUNT);
            customers.keyPlace[i] = k;
            customers.activation[i] = Customers.SPARE;
        }
    }

    private void openingBase(int size) {
        Chooser[] tenures = new Chooser[Brands.COUNT];
        for (int b = 0; b < Brands.COUNT; b++) {
            tenures[b] = Chooser.of(churn.tenures(b));
        }
        // Drawn first and sorted by tenure, so that numbers rise with activation.
        long[] drawn = new long[size];
        Streams.Family opening = province.streams().family("opening");
        for (int k = 0; k < size; k++) {
            Stream stream = opening.open(k);
            int brand = brandMix.draw(stream);
            drawn[k] = Arrival.pack(Churn.LONGEST - tenures[brand].draw(stream), k, brand);
        }
        Arrays.sort(drawn);
        Chooser[] areas = {areaChooser(false, 0), areaChooser(true, 0)};
        for (long packed : drawn) {
            Arrival arrival = Arrival.unpack(packed);
            int tenure = Churn.LONGEST - arrival.order();
            activate(-1 - tenure, 0, arrival, areas[arrival.brand() == Brands.MZONE ? 1 : 0]);
        }
    }

    private void month(int month, int wantedAtEnd) {
        int staying = 0;
        for (int i = 0; i < customers.count; i++) {
            if (customers.atStart(i, month)) {
                liveOn(i, month);
            }
            if (customers.atEnd(i, month)) {
                staying++;
            }
        }
        double[] mix = new double[Brands.COUNT];
        for (int b = 0; b < Brands.COUNT; b++) {
            mix[b] = Brands.MIX[b] * (Brands.CHURN[b] * (1 - RETURNING) + Churn.GROWTH);
        }
        Chooser brands = Chooser.of(mix);
        Streams.Family arrivals = province.streams().family("arrival");
        int number = Months.number(month);
        int wanted = Math.max(0, wantedAtEnd - staying);
        long[] drawn = new long[wanted];
        for (int k = 0; k < wanted; k++) {
            Stream stream = arrivals.open(number, k);
            int brand = brands.draw(stream);
            int day = stream.below(Months.days(month));
            drawn[k] = Arrival.pack(day, k, brand);
        }
        Arrays.sort(drawn);
        Chooser[] areas = {areaChooser(false, month), areaChooser(true, month)};
        for (long packed : drawn) {
            Arrival arrival = Arrival.unpack(packed);
            int i = activate(month, number, arrival, areas[arrival.brand() == Brands.MZONE ? 1 : 0]);
            customers.activated[i] = Months.firstDay(month) + arrival.order();
        }
    }

    private Chooser areaChooser(boolean mzone, int month) {
        List<Geography.Area> areas = province.geography().areas();
        return Chooser.of(areas.size(), a -> {
            Geography.Area area = areas.get(a);
            double campus = (mzone ? CAMPUS_MZONE : 0.7) * Seasonality.campusNew(month);
            return area.weight() * (area.campus() ? campus : 1);
        });
    }

    private int activate(int month, int keyMonth, Arrival arrival, Chooser areas) {
        int i = customers.add();
        int keyPlace = arrival.place();
        int brand = arrival.brand();
        customers.keyMonth[i] = keyMonth;
        customers.keyPlace[i] = keyPlace;
        customers.activation[i] = (short) month;
        customers.brand[i] = (byte) brand;
        customers.newBrand[i] = (byte) brand;
        Stream stream = persons.open(keyMonth, keyPlace);
        boolean member = stream.chance(Brands.MEMBERS[brand]);
        GroupRegister.Group group = province.groups().draw(stream);
        int area = areas.draw(stream);
        if (member) {
            customers.group[i] = group.index();
            area = group.area();
        }
        customers.area[i] = (short) area;
        customers.newArea[i] = (short) area;
        ChannelKind kind = ChannelKind.values()[kindChooser.draw(stream)];
        customers.channel[i] = (short) province.network().draw(kind, area, month, stream);
        double age = Math.max(14, Brands.AGE[brand] + stream.gaussian() * (brand == Brands.MZONE ? 4 : 10));
        customers.birthYear[i] = (short) (2010 - Math.min(85, (int) age));
        customers.male[i] = stream.chance(0.54);
        customers.postpaid[i] = stream.chance(Brands.POSTPAID[brand]);
        customers.silent[i] = stream.chance(Brands.SILENT[brand]);
        double low = stream.uniform();
        double normal = stream.gaussian();
        customers.logLevel[i] = (float)
                (customers.silent[i]
                        ? StrictMath.log(Math.max(0.01, 8 * low))
                        : Brands.MU[brand]
                                + Brands.SIGMA[brand] * normal
                                + (member ? StrictMath.log(group.rate()) : 0));
        int plan = province.plans()
                .draw(brand, StrictMath.exp(customers.logLevel[i]), stream)
                .index();
        customers.plan[i] = (short) plan;
        customers.newPlan[i] = (short) plan;
        if (month < 0) {
            customers.activated[i] = Months.firstDay(month) + stream.below(28);
        }
        customers.life(i, lives.open(keyMonth, keyPlace).state());
        return i;
    }

    /** One month of a customer who is in net at its start: one draw when nothing happens. */
    private void liveOn(int i, int month) {
        Stream stream = new Stream(customers.life(i));
        double fate = stream.uniform();
        customers.life(i, stream.state());
        int brand = customers.brand(i, month);
        double hazard = churn.hazard(brand, customers.tenure(i, month));
        Stream detail = new Stream(Stream.mix(stream.state()));
        if (fate < hazard) {
            leave(i, month, detail);
            return;
        }
        double change = detail.uniform();
        if (change < BRAND_CHANGE && customers.brandChange[i] == Customers.NEVER) {
            // Drawn from the mix, the old brand included: as many come to a brand as go.
            int to = brandMix.draw(detail);
            if (to != brand) {
                customers.newBrand[i] = (byte) to;
                customers.brandChange[i] = (byte) month;
                changePlan(i, month, to, detail);
            }
        } else if (change < BRAND_CHANGE + PLAN_CHANGE
                && customers.planChange[i] == Customers.NEVER
                && customers.brandChange[i] == Customers.NEVER) {
            changePlan(i, month, brand, detail);
        } else if (change > 1 - AREA_CHANGE && customers.group[i] < 0 && customers.areaChange[i] == Customers.NEVER) {
            customers.newArea[i] = (short) areaChooser(false, month).draw(detail);
            customers.areaChange[i] = (byte) month;
        }
    }

    private void leave(int i, int month, Stream detail) {
        customers.leavingDay[i] = (byte) (1 + detail.below(28));
        customers.leavingAgainDay[i] = customers.leavingDay[i];
        if (customers.left[i] != Customers.NEVER) {
            customers.leftAgain[i] = (byte) month;
        } else {
            customers.left[i] = (byte) month;
            if (detail.chance(RETURNING)) {
                customers.back[i] = (byte) Math.min(Customers.NEVER, month + 2 + detail.below(5));
            }
        }
    }

    private void changePlan(int i, int month, int brand, Stream detail) {
        // A plan changed before its brand stays the first plan: history shows the plan of the time only once.
        if (customers.planChange[i] != Customers.NEVER) {
            customers.plan[i] = customers.newPlan[i];
        }
        double level = StrictMath.exp(customers.logLevel[i]);
        customers.newPlan[i] =
                (short) province.plans().draw(brand, level, detail).index();
        customers.planChange[i] = (byte) month;
    }
}
