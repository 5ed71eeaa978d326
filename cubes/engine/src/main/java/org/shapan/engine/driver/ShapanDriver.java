package org.shapan.engine.driver;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.logging.Logger;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.olap4j.DriverVersion;
import org.shapan.engine.olap4j.OlapErrors;

/**
 * Opens olap4j connections by {@code jdbc:shapan:Jdbc=…;Catalog=…}; docs/olap4j.md lists the properties. Registers itself.
 *
 * <pre>
 * Connection connection = DriverManager.getConnection(
 *     "jdbc:shapan:Jdbc=jdbc:postgresql://db/sales;JdbcUser=reader;JdbcPassword=…;Catalog=/etc/sales.xml;Locale=zh-CN");
 * OlapConnection olap = connection.unwrap(OlapConnection.class);
 * </pre>
 */
public final class ShapanDriver implements Driver {
    private static final SharedServers SERVERS = new SharedServers();

    static {
        try {
            DriverManager.registerDriver(new ShapanDriver());
        } catch (SQLException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /**
     * @return null when the URL is for another driver
     * @throws SQLException its SQL state is an {@code OlapErrorCode}: CONNECTION when a property is unknown, missing or wrong or the
     *     database cannot be reached, CATALOG_INVALID or CATALOG_REFUSED with the place in the file
     */
    @Override
    public Connection connect(String url, Properties info) throws SQLException {
        if (!acceptsURL(url)) {
            return null;
        }
        try {
            return SERVERS.connect(ConnectString.parse(url, info == null ? new Properties() : info));
        } catch (EngineException e) {
            throw OlapErrors.of(e);
        }
    }

    @Override
    public boolean acceptsURL(String url) {
        return url.regionMatches(true, 0, ConnectString.PREFIX, 0, ConnectString.PREFIX.length());
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) throws SQLException {
        Map<ConnectionProperty, String> given;
        try {
            given = ConnectString.read(url, info == null ? new Properties() : info);
        } catch (EngineException e) {
            throw OlapErrors.of(e);
        }
        return Arrays.stream(ConnectionProperty.values())
                .map(property -> {
                    DriverPropertyInfo shown = new DriverPropertyInfo(property.key, given.get(property));
                    shown.required = property.required;
                    shown.description = property.description;
                    return shown;
                })
                .toArray(DriverPropertyInfo[]::new);
    }

    @Override
    public int getMajorVersion() {
        return DriverVersion.MAJOR;
    }

    @Override
    public int getMinorVersion() {
        return DriverVersion.MINOR;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("the driver logs by SLF4J");
    }
}
