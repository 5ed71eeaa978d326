package org.shapan.warehouse.star;

import java.util.Locale;

/** The SQL scripts of the star. Each says in its first lines what it reads and which variables it needs. */
public enum StarScript {
    /** Tables that outlive a load: versions and surrogate keys. */
    VERSIONS,
    /** Query: the last published version. */
    CURRENT_VERSION,
    /** Empty dimension tables. */
    DIMENSIONS,
    /** Empty fact tables. */
    FACTS,
    /** Members of fixed lists. */
    SEED,
    /** Months and days. */
    CALENDAR,
    /** Surrogate keys for natural keys that have none. */
    KEYS,
    /** Dimension members from the dimension feeds. */
    MEMBERS,
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
    /** C04 of one month. */
    SP,
    /** Year targets. */
    TARGETS,
    /** Query: ledger totals the facts do not meet. */
    LEDGER_DIFFERENCES,
    /** Query: cells that break the identity SUB-09. */
    IDENTITY_DIFFERENCES,
    /** Makes the load visible under the next version. */
    PUBLISH;

    String resource() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".sql";
    }
}
