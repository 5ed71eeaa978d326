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
 * @param times where that time went
 * @param absentFeeds names of optional feeds that the delivery lacked: what is made of them is empty
 * @param badRows rows that were kept out, the first 10,000
 * @param badCounts how many rows were kept out, by reason
 * @param unknownRows how many rows stand under an unknown member, by dimension whose key has not been delivered yet
 * @param repairedRows how many rows of earlier loads left their unknown member, because this delivery brings their keys
 */
public record LoadResult(
        DataVersion version,
        boolean changed,
        Duration duration,
        LoadTimes times,
        List<String> absentFeeds,
        List<BadRow> badRows,
        Map<LoadException.Code, Long> badCounts,
        Map<String, Long> unknownRows,
        long repairedRows) {
    public LoadResult {
        badRows = List.copyOf(badRows);
        badCounts = Map.copyOf(badCounts);
        unknownRows = Map.copyOf(unknownRows);
        absentFeeds = List.copyOf(absentFeeds);
    }

    /** Rows under unknown members of all dimensions; a row that lacks two counts twice. */
    public long unknownTotal() {
        return unknownRows.values().stream().mapToLong(Long::longValue).sum();
    }
}
