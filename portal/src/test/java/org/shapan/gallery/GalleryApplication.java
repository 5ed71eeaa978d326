package org.shapan.gallery;

import java.time.LocalDate;
import java.util.Optional;
import org.shapan.engine.CubeServer;
import org.shapan.engine.catalog.CatalogDefinition;
import org.shapan.portal.Portal;
import org.shapan.portal.account.FirstAccount;
import org.shapan.portal.cubes.CubeSource;
import org.shapan.portal.province.DataState;
import org.shapan.portal.province.ProvinceSource;
import org.shapan.portal.security.ServerToken;
import org.shapan.warehouse.Progress;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs the frame with the widget gallery and no cubes, to look at widgets: {@code GalleryApplication --server.port=…}. */
@Configuration(proxyBeanMethods = false)
public class GalleryApplication {
    public static void main(String[] args) {
        var context = new SpringApplicationBuilder(Portal.class, GalleryApplication.class)
                .properties("spring.datasource.url=jdbc:h2:mem:gallery", "db-scheduler.enabled=false")
                .run(args);
        context.getBean(FirstAccount.class).prepare();
    }

    @Bean
    ServerToken serverToken() {
        return new ServerToken("gallery");
    }

    /** The gallery has no cubes. */
    @Bean
    CubeSource cubeSource() {
        return new CubeSource() {
            @Override
            public void listen(org.shapan.engine.api.QueryListener listener) {}

            @Override
            public CubeServer server() {
                throw new IllegalStateException("the gallery has no cubes");
            }

            @Override
            public String catalog() {
                return "Gallery";
            }

            @Override
            public CatalogDefinition read() {
                throw new IllegalStateException("the gallery has no catalog");
            }
        };
    }

    /** A province that takes as many seconds as the property {@code gallery.seconds} says. */
    @Bean
    ProvinceSource provinceSource() {
        return new ProvinceSource() {
            private final int seconds = Integer.getInteger("gallery.seconds", 0);
            private final DataState data = new DataState(214, LocalDate.of(2010, 3, 31), true);

            @Override
            public Optional<DataState> published() {
                return seconds == 0 ? Optional.of(data) : Optional.empty();
            }

            @Override
            public DataState prepare(Progress progress) {
                try {
                    for (int i = 0; i <= seconds * 10; i++) {
                        progress.report("generate", i * 70_000L, seconds * 700_000L);
                        Thread.sleep(100);
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException("stopped", e);
                }
                return data;
            }
        };
    }
}
