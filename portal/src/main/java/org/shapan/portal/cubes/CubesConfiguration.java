package org.shapan.portal.cubes;

import org.shapan.engine.CubeServerLimits;
import org.shapan.engine.api.Settings;
import org.shapan.portal.province.OnWarehouse;
import org.shapan.portal.province.Province;
import org.shapan.portal.province.ProvinceState;
import org.shapan.warehouse.data.WarehouseDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The cube server over the warehouse of the data directory that the process owns. */
@Configuration(proxyBeanMethods = false)
@OnWarehouse
class CubesConfiguration {
    @Bean
    WarehouseCubes cubeSource(WarehouseDatabase database, Province province, Environment environment) {
        WarehouseCubes cubes =
                new WarehouseCubes(database, CubeServerLimits.fromSettings(new Settings(environment::getProperty)));
        province.listen(state -> {
            if (state instanceof ProvinceState.Ready) {
                cubes.refresh();
            }
        });
        return cubes;
    }

    @Bean
    Cubes cubes(CubeSource source) {
        return new ScopedCubes(source);
    }
}
