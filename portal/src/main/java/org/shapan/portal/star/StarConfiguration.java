package org.shapan.portal.star;

import java.util.Optional;
import org.shapan.portal.cubes.Cubes;
import org.shapan.portal.cubes.ScopedCubes;
import org.shapan.portal.province.DataState;
import org.shapan.portal.province.ProvinceSource;
import org.shapan.warehouse.Progress;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The portal over a star of the user's own: its data are there, and nothing is generated or loaded. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBean(OwnStar.class)
class StarConfiguration {
    private static final DataState THERE = new DataState(0, null, false);

    @Bean
    Cubes cubes(OwnStar star) {
        return new ScopedCubes(star);
    }

    @Bean
    ProvinceSource provinceSource() {
        return new ProvinceSource() {
            @Override
            public Optional<DataState> published() {
                return Optional.of(THERE);
            }

            @Override
            public DataState prepare(Progress progress) {
                return THERE;
            }
        };
    }
}
