package org.shapan.portal.star;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/**
 * Where a star of the user's own is.
 *
 * @param catalog schema file
 * @param jdbcUrl of the database
 * @param user null for none
 * @param password null for none
 * @param drivers directory with the jar files of further JDBC drivers, or null
 */
public record StarSettings(Path catalog, String jdbcUrl, String user, String password, Path drivers) {
    public StarSettings {
        requireNonNull(catalog, "catalog is null");
        requireNonNull(jdbcUrl, "jdbcUrl is null");
    }

    /**
     * Connections to the database.
     *
     * @throws org.shapan.engine.api.EngineException CONNECTION when it cannot be reached
     */
    public DriverSource connect() {
        return DriverSource.open(jdbcUrl, user, password, drivers);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return catalog + " on " + jdbcUrl;
    }
}
