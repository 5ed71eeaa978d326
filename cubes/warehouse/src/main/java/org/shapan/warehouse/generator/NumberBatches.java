package org.shapan.warehouse.generator;

import java.time.LocalDate;
import java.time.YearMonth;
import org.shapan.warehouse.feed.Profile;

/** Batches of numbers by month of release; about 400 in the demo province (domain §4.10). Batch 0 is all that came before. */
final class NumberBatches {

    private static final int CUSTOMERS_PER_BATCH = 3500;
    private static final int LEAST = 3;

    private final int perMonth;

    NumberBatches(Profile profile) {
        perMonth = Math.max(LEAST, profile.customers() / CUSTOMERS_PER_BATCH);
    }

    int count() {
        return 1 + Months.COUNT * perMonth;
    }

    /** The batch that a channel's numbers come from when released on a day; channels share batches. */
    int of(int channel, int releaseDay) {
        int month = Months.index(LocalDate.ofEpochDay(releaseDay));
        if (month < 0) {
            return 0;
        }
        int place = Math.floorMod(Stream.mix(channel * 64L + month), perMonth);
        return 1 + month * perMonth + place;
    }

    /** Month of release as yyyymm. */
    int released(int batch) {
        YearMonth month = Months.of(batch == 0 ? -1 : (batch - 1) / perMonth);
        return month.getYear() * 100 + month.getMonthValue();
    }

    String code(int batch) {
        return batch == 0 ? "EARLIER" : "%d-%02d".formatted(released(batch), place(batch));
    }

    Names name(int batch) {
        if (batch == 0) {
            return new Names("历史批次", "Earlier batches");
        }
        int month = released(batch);
        return new Names(
                "%d年%d月第%d批".formatted(month / 100, month % 100, place(batch)),
                "%d-%02d batch %d".formatted(month / 100, month % 100, place(batch)));
    }

    private int place(int batch) {
        return 1 + (batch - 1) % perMonth;
    }
}
