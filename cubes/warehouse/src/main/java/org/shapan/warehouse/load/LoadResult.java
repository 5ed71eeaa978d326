package org.shapan.warehouse.load;

import java.time.Duration;
import org.shapan.warehouse.data.DataVersion;

/**
 * What a load did.
 *
 * @param version the version it published
 * @param duration how long it took
 */
public record LoadResult(DataVersion version, Duration duration) {}
