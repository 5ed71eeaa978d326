package org.shapan.portal;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The Spring Boot application. {@code org.shapan.portal.cli.StartCommand} runs it on a data directory it owns. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Portal {}
