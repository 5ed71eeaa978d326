package org.shapan.portal.web;

import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** A folder of static files must not have the name of a route. Libraries whose URL holds their version, and fonts, are kept by browsers; our own files are asked for each time. */
@Configuration(proxyBeanMethods = false)
class StaticFiles implements WebMvcConfigurer {
    private static final Duration LONG = Duration.ofDays(365);
    private static final List<String> OWN = List.of("look", "chart", "grid");

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/webjars/**")
                .addResourceLocations("classpath:/META-INF/resources/webjars/")
                .setCacheControl(CacheControl.maxAge(LONG).cachePrivate().immutable());
        registry.addResourceHandler("/look/fonts/**")
                .addResourceLocations("classpath:/META-INF/resources/look/fonts/")
                .setCacheControl(CacheControl.maxAge(LONG).cachePublic());
        for (String folder : OWN) {
            registry.addResourceHandler("/" + folder + "/**")
                    .addResourceLocations("classpath:/META-INF/resources/" + folder + "/")
                    .setCacheControl(CacheControl.noCache());
        }
    }
}
