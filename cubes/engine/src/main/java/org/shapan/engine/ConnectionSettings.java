package org.shapan.engine;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;

/**
 * How a connection sees a catalog.
 *
 * @param catalog name under which the catalog was loaded
 * @param roles names of roles of the catalog or defined on the server; the connection sees their union. Empty: everything
 * @param locale language of captions and of formatted values
 * @param user for the fair queue and the query log; never part of a cache key; {@code UserName()}
 * @param customData what formulas get from {@code CustomData()}, or null; never part of a cache key
 */
public record ConnectionSettings(String catalog, List<String> roles, Locale locale, String user, String customData) {
    public ConnectionSettings {
        requireNonNull(catalog, "catalog is null");
        roles = List.copyOf(roles);
        requireNonNull(locale, "locale is null");
        requireNonNull(user, "user is null");
    }

    /** Without data of the client's own. */
    public ConnectionSettings(String catalog, List<String> roles, Locale locale, String user) {
        this(catalog, roles, locale, user, null);
    }

    /** Everything, in English, as user {@code local}. */
    public static ConnectionSettings of(String catalog) {
        return new ConnectionSettings(catalog, List.of(), Locale.US, "local");
    }

    public ConnectionSettings withRoles(List<String> newRoles) {
        return new ConnectionSettings(catalog, newRoles, locale, user, customData);
    }

    public ConnectionSettings withLocale(Locale newLocale) {
        return new ConnectionSettings(catalog, roles, newLocale, user, customData);
    }

    public ConnectionSettings withUser(String newUser) {
        return new ConnectionSettings(catalog, roles, locale, newUser, customData);
    }

    public ConnectionSettings withCustomData(String newCustomData) {
        return new ConnectionSettings(catalog, roles, locale, user, newCustomData);
    }
}
