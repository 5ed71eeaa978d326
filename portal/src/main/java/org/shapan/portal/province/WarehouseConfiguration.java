package org.shapan.portal.province;

import org.shapan.warehouse.data.DataDirectory;
import org.shapan.warehouse.data.WarehouseDatabase;
import org.shapan.warehouse.feed.Profile;
import org.shapan.warehouse.generator.GeneratorOptions;
import org.shapan.warehouse.load.LoadLedger;
import org.shapan.warehouse.load.Loader;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The warehouse of the data directory that the process owns. */
@Configuration(proxyBeanMethods = false)
@OnWarehouse
class WarehouseConfiguration {
    @Bean(destroyMethod = "close")
    WarehouseDatabase warehouseDatabase(DataDirectory directory, WarehouseSettings settings) {
        return WarehouseDatabase.open(directory, settings.database());
    }

    @Bean
    Loader loader(WarehouseDatabase database, WarehouseSettings settings) {
        return new Loader(database, settings.quarantine());
    }

    @Bean
    LoadLedger loadLedger(WarehouseDatabase database) {
        return new LoadLedger(database);
    }

    @Bean
    ProvinceSource provinceSource(
            DataDirectory directory,
            WarehouseDatabase database,
            Loader loader,
            @Value("${shapan.profile:demo}") String profile) {
        GeneratorOptions options = GeneratorOptions.of(Profile.named(profile), directory.extracts());
        return new WarehouseProvince(database, loader, options);
    }
}
