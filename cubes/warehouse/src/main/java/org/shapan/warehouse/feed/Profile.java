package org.shapan.warehouse.feed;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.Locale;

/** Sizes of a generated province (domain §4.1). The history is always 2008-01 to 2010-03. */
public enum Profile {
    CI(4_000, 2, 6, 24, 60, 6, 40, 12, 40, 30, 4),
    DEMO(50_000, 6, 20, 120, 320, 40, 220, 60, 240, 60, 10),
    LAPTOP(200_000, 10, 40, 300, 900, 120, 900, 120, 600, 80, 20),
    /** For sizing: a whole operator. It is generated only where the heap is large enough. */
    PROVINCE(16_000_000, 18, 140, 1_800, 16_600, 1_500, 60_000, 400, 2_500, 600, 30);

    /** First month with facts. */
    public static final YearMonth FIRST_MONTH = YearMonth.of(2008, 1);
    /** Last month with facts, at whose end {@link #customers()} are in net. */
    public static final YearMonth LAST_MONTH = YearMonth.of(2010, 3);

    private final int customers;
    private final int cities;
    private final int branches;
    private final int areas;
    private final int outlets;
    private final int managers;
    private final int groups;
    private final int spCompanies;
    private final int spCodes;
    private final int plans;
    private final int campaigns;

    Profile(
            int customers,
            int cities,
            int branches,
            int areas,
            int outlets,
            int managers,
            int groups,
            int spCompanies,
            int spCodes,
            int plans,
            int campaigns) {
        this.customers = customers;
        this.cities = cities;
        this.branches = branches;
        this.areas = areas;
        this.outlets = outlets;
        this.managers = managers;
        this.groups = groups;
        this.spCompanies = spCompanies;
        this.spCodes = spCodes;
        this.plans = plans;
        this.campaigns = campaigns;
    }

    /** Name on the command line, e.g. {@code demo}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The profile of that name in any case; {@link IllegalArgumentException} naming the known ones otherwise. */
    public static Profile named(String key) {
        return Arrays.stream(values())
                .filter(p -> p.key().equalsIgnoreCase(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown profile '" + key + "', known are "
                        + Arrays.stream(values()).map(Profile::key).toList()));
    }

    /** Customers in net at the end. */
    public int customers() {
        return customers;
    }

    /** City companies. */
    public int cities() {
        return cities;
    }

    /** Branches. */
    public int branches() {
        return branches;
    }

    /** Micro areas. */
    public int areas() {
        return areas;
    }

    /** Physical outlets. */
    public int outlets() {
        return outlets;
    }

    /** Client managers. */
    public int managers() {
        return managers;
    }

    /** Group customers. */
    public int groups() {
        return groups;
    }

    /** SP companies. */
    public int spCompanies() {
        return spCompanies;
    }

    /** SP business codes. */
    public int spCodes() {
        return spCodes;
    }

    /** Tariff plans. */
    public int plans() {
        return plans;
    }

    /** Campaigns that begin in a month. */
    public int campaigns() {
        return campaigns;
    }
}
