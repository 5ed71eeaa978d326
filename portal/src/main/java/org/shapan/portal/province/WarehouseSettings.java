package org.shapan.portal.province;

import org.shapan.warehouse.data.DatabaseSettings;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code shapan.warehouse.*}.
 *
 * @param memoryLimit most memory of the embedded database, in its notation; with the heap of the launcher the process
 *     stays below 1.5 GB
 * @param threads threads of one statement; 0: one per processor
 */
@ConfigurationProperties("shapan.warehouse")
public record WarehouseSettings(
        @DefaultValue("512MB") String memoryLimit,
        @DefaultValue("0") int threads) {
    public DatabaseSettings database() {
        return new DatabaseSettings(
                memoryLimit, threads > 0 ? threads : Runtime.getRuntime().availableProcessors());
    }
}
