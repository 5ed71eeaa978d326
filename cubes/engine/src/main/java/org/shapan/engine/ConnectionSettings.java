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
 * @param user for the fair queue and the query log; never part of a cache key
 */
public record ConnectionSettings(String catalog, List<String> roles, Locale locale, String user) {
    public ConnectionSettings {
        requireNonNull(catalog, "catalog is null");
        roles = List.copyOf(roles);
        requireNonNull(locale, "locale is null");
        requireNonNull(user, "user is null");
    }

    /** Everything, in English, as user {@code local}. */
    public static ConnectionSettings of(String catalog) {
        return new ConnectionSettings(catalog, List.of(), Locale.US, "local");
    }

    public ConnectionSettings withRoles(List<String> newRoles) {
        return new ConnectionSettings(catalog, newRoles, locale, user);
    }

    public ConnectionSettings withLocale(Locale newLocale) {
        return new ConnectionSettings(catalog, roles, newLocale, user);
    }

    public ConnectionSettings withUser(String newUser) {
        return new ConnectionSettings(catalog, roles, locale, newUser);
    }
}
