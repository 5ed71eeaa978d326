package org.shapan.portal.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Form of the log file, {@code shapan.log-format}: anything but these ends the start. What it does is in {@code logback-spring.xml}. */
@ConfigurationProperties("shapan")
record LogSettings(@DefaultValue("TEXT") Format logFormat) {
    enum Format {
        TEXT,
        JSON
    }
}
