package org.shapan.warehouse.generator;

import java.util.Map;
import java.util.TreeMap;
import org.shapan.warehouse.feed.Column;
import org.shapan.warehouse.feed.Feed;

/** Sums of everything written, by month, feed, column and item; thread-safe. Amounts are in hundredths of the unit. */
final class Ledger {

    /** Stands for the whole feed. */
    static final String ALL = "*";
    /** Name of the measure that counts rows. */
    static final String ROWS = "rows";

    /** Place of a sum, in the order of the feed {@code expected_totals}. */
    record Key(int month, String feed, String measure, String item) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            int order = Integer.compare(month, other.month);
            order = order != 0 ? order : feed.compareTo(other.feed);
            order = order != 0 ? order : measure.compareTo(other.measure);
            return order != 0 ? order : item.compareTo(other.item);
        }
    }

    private final TreeMap<Key, Long> sums = new TreeMap<>();

    synchronized void add(Feed feed, int month, long rows, long[] totals, Map<String, long[]> items) {
        sums.put(new Key(month, feed.name(), ROWS, ALL), rows * 100);
        for (Column measure : FeedWriter.measures(feed)) {
            int place = feed.columns().indexOf(measure);
            sums.put(new Key(month, feed.name(), measure.name(), ALL), totals[place]);
            items.forEach((item, values) -> {
                if (values[place] != 0) {
                    sums.put(new Key(month, feed.name(), measure.name(), item), values[place]);
                }
            });
        }
    }

    synchronized Map<Key, Long> sums() {
        return new TreeMap<>(sums);
    }
}
