package org.shapan.warehouse.load;

import java.time.Duration;
import java.util.List;
import org.shapan.warehouse.data.DataVersion;

/**
 * What a load did.
 *
 * @param version the version it published, or the one that was there when the same files had been loaded already
 * @param changed whether it published; false when the same files had been loaded already
 * @param duration how long it took
 * @param absentFeeds names of optional feeds that the delivery lacked: what is made of them is empty
 */
public record LoadResult(DataVersion version, boolean changed, Duration duration, List<String> absentFeeds) {
    public LoadResult {
        absentFeeds = List.copyOf(absentFeeds);
    }
}
