package org.shapan.portal.security;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of signing in, settings {@code shapan.sign-in.*}.
 *
 * @param maxFailures failures in a row after which an account is locked
 * @param maxFailuresPerAddress failures from one address, over all accounts, after which the address is locked
 * @param lock how long a lock lasts, and how long failures are remembered
 * @param stay how long a browser that was asked to stays signed in over restarts of the server; 0: not offered
 * @param concurrent password checks at the same time: each costs 16 MB and a tenth of a second
 */
@ConfigurationProperties("shapan.sign-in")
public record SignInSettings(
        @DefaultValue("5") int maxFailures,
        @DefaultValue("50") int maxFailuresPerAddress,
        @DefaultValue("15m") Duration lock,
        @DefaultValue("8h") Duration stay,
        @DefaultValue("2") int concurrent) {}
