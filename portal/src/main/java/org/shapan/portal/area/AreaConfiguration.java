package org.shapan.portal.area;

import org.shapan.warehouse.data.WarehouseDatabase;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AreaConfiguration {
    /** Targets come from the warehouse of the process; none where it has no warehouse. */
    @Bean
    YearTargets yearTargets(ObjectProvider<WarehouseDatabase> warehouse) {
        WarehouseDatabase database = warehouse.getIfAvailable();
        return database == null ? YearTargets.NONE : new WarehouseTargets(database.dataSource());
    }
}
