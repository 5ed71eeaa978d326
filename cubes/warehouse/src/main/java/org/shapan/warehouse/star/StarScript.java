package org.shapan.warehouse.star;

import java.util.List;
import java.util.Locale;

/** The SQL scripts of the star. Each says in its first lines what it reads and which variables it needs. */
public enum StarScript {
    /** Tables that outlive a load: versions and surrogate keys. */
    VERSIONS,
    /** Tables of the loads and of what they kept out; ends the loads of a killed process. */
    LOAD_LEDGER,
    /** Query: tables of a file that an earlier version wrote. */
    EARLIER_FORMAT,
    /** Query: the last published version. */
    CURRENT_VERSION,
    /** Query: the partitions of the versions that are kept. */
    VERSION_PARTITIONS,
    /** Query: the tables a load works with. */
    WORKING_TABLES,
    /** Temporary tables of a load. */
    WORKING,
    /** Empty dimension tables. */
    DIMENSIONS,
    /** Empty fact tables of revenue, subscribers, channels and targets, for one year. */
    FACTS,
    /** Those of service providers and arrears. */
    FACTS_SP,
    /** Those of numbers, halls and social channels. */
    FACTS_NUMBERS,
    /** Those of group customers and retention. */
    FACTS_GROUPS,
    /** Those of campaigns. */
    FACTS_CAMPAIGNS,
    /** Members of fixed lists. */
    SEED,
    /** Months and days. */
    CALENDAR,
    /** Surrogate keys for natural keys that have none. */
    KEYS,
    /** Dimension members from the dimension feeds. */
    MEMBERS,
    /** Versions of members, and members as they are in a month. */
    HISTORY,
    /** Where members are today. */
    TODAY,
    /** Members for keys that facts refer to and no dimension has delivered. */
    UNKNOWN_MEMBERS,
    /** One month of customers with their keys and bands. */
    CUSTOMERS,
    /** C02 of one month. */
    SUBSCRIBERS,
    /** C01 of one month. */
    REVENUE,
    /** C03 of one month. */
    CHANNELS,
    /** C09 of one month. */
    HALLS,
    /** Where every number is at the end of a month. */
    NUMBER_POSITION,
    /** C08 of one month. */
    NUMBERS,
    /** Numbers kept for their commission, sold out of their territory, or used for SPs only: detection on rows. */
    NUMBER_CHECKS,
    /** C10 of one month. */
    SOCIAL,
    /** C04 of one month. */
    SP,
    /** C06 of one month, malicious arrears included. */
    ARREARS,
    /** What is found on the users of business codes in one month. */
    SP_MONTH,
    /** How customers used the telephone in a month, and what stands out. */
    BEHAVIOUR,
    /** C12 of one month. */
    GROUPS,
    /** C13 of one month. */
    RETENTION,
    /** Who is in the snapshot from now on. */
    SNAPSHOT,
    /** C07 of one month. */
    CAMPAIGNS,
    /** Year targets. */
    TARGETS,
    /** Query: ledger totals the facts do not meet. */
    LEDGER_DIFFERENCES,
    /** Query: cells that break the identity SUB-09. */
    IDENTITY_DIFFERENCES,
    /** Views for people that the cubes do not read. */
    VIEWS,
    /** Query: differences where a load ends before the last published month. */
    SEAM_DIFFERENCES,
    /** Query: first, last and open month of the newest version. */
    PUBLISHED_MONTHS,
    /** Makes the load visible under the next version. */
    PUBLISH;

    /** The scripts that make empty fact tables. */
    public static final List<StarScript> FACT_TABLES =
            List.of(FACTS, FACTS_SP, FACTS_NUMBERS, FACTS_GROUPS, FACTS_CAMPAIGNS);

    String resource() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".sql";
    }
}
