package org.shapan.warehouse.load;

import java.time.Duration;
import java.util.List;
import org.shapan.warehouse.data.DataVersion;

/**
 * What a load did.
 *
 * @param version the version it published
 * @param duration how long it took
 * @param absentFeeds names of optional feeds that the delivery lacked: what is made of them is empty
 */
public record LoadResult(DataVersion version, Duration duration, List<String> absentFeeds) {
    public LoadResult {
        absentFeeds = List.copyOf(absentFeeds);
    }
}
