package org.shapan.portal.province;

import java.time.Duration;
import org.shapan.warehouse.data.DatabaseSettings;
import org.shapan.warehouse.load.QuarantineLimits;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code shapan.warehouse.*}.
 *
 * @param memoryLimit most memory of the embedded database, in its notation; with the heap of the launcher the process
 *     stays below 1.5 GB
 * @param threads threads of one statement; 0: one per processor
 * @param quarantineRows bad rows kept of one load; all are counted
 * @param quarantineLoads loads whose bad rows are kept, the newest
 * @param inbox folder whose deliveries are loaded as they arrive; blank: {@code DATA/inbox}
 * @param inboxPoll how often the server looks there
 * @param inboxPatience how long an incomplete delivery may rest there before it is refused
 */
@ConfigurationProperties("shapan.warehouse")
public record WarehouseSettings(
        @DefaultValue("512MB") String memoryLimit,
        @DefaultValue("0") int threads,
        @DefaultValue("" + QuarantineLimits.DEFAULT_ROWS) int quarantineRows,
        @DefaultValue("" + QuarantineLimits.DEFAULT_LOADS) int quarantineLoads,
        @DefaultValue("") String inbox,
        @DefaultValue("5s") Duration inboxPoll,
        @DefaultValue("10m") Duration inboxPatience) {
    public QuarantineLimits quarantine() {
        return new QuarantineLimits(quarantineRows, quarantineLoads);
    }

    public DatabaseSettings database() {
        return new DatabaseSettings(
                memoryLimit, threads > 0 ? threads : Runtime.getRuntime().availableProcessors());
    }
}
