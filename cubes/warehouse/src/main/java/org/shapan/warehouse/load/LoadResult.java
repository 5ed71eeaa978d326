package org.shapan.warehouse.load;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.shapan.warehouse.data.DataVersion;

/**
 * What a load did.
 *
 * @param version the version it published, or the one that was there when the same files had been loaded already
 * @param changed whether it published; false when the same files had been loaded already
 * @param duration how long it took
 * @param absentFeeds names of optional feeds that the delivery lacked: what is made of them is empty
 * @param badRows rows that were kept out, the first 10,000
 * @param badCounts how many rows were kept out, by reason
 */
public record LoadResult(
        DataVersion version,
        boolean changed,
        Duration duration,
        List<String> absentFeeds,
        List<BadRow> badRows,
        Map<LoadException.Code, Long> badCounts) {
    public LoadResult {
        badRows = List.copyOf(badRows);
        badCounts = Map.copyOf(badCounts);
        absentFeeds = List.copyOf(absentFeeds);
    }
}
