package org.shapan.portal.internal;

import org.shapan.portal.security.ServerToken;
import org.shapan.warehouse.data.DataDirectory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The token by which sub-commands reach the process that owns a data directory. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBean(DataDirectory.class)
class InternalConfiguration {
    @Bean
    ServerToken serverToken(DataDirectory directory) {
        return new ServerToken(directory.server().token());
    }
}
