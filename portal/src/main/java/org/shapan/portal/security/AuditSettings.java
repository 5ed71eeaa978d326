package org.shapan.portal.security;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code shapan.audit.*}.
 *
 * @param keep how long lines of the audit log are kept
 */
@ConfigurationProperties("shapan.audit")
public record AuditSettings(@DefaultValue("400d") Duration keep) {}
