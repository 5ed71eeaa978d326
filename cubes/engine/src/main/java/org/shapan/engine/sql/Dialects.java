package org.shapan.engine.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;

/** The databases we know. A dialect is chosen by the product name that JDBC reports. */
public final class Dialects {
    private static final Map<String, Dialect> BY_PRODUCT = byProduct();

    private Dialects() {}

    private static Map<String, Dialect> byProduct() {
        Map<String, Dialect> dialects = new LinkedHashMap<>();
        dialects.put("DuckDB", new DuckDbDialect());
        dialects.put("PostgreSQL", new PostgreSqlDialect());
        dialects.put("HSQL Database Engine", new HsqldbDialect());
        dialects.put("H2", new H2Dialect());
        return dialects;
    }

    /**
     * The dialect of a database product.
     *
     * @param product as {@link java.sql.DatabaseMetaData#getDatabaseProductName} gives it
     * @throws EngineException CONNECTION when the database is not known; the message lists those that are
     */
    public static Dialect ofProduct(String product) {
        Dialect dialect = BY_PRODUCT.get(product);
        if (dialect == null) {
            throw new EngineException(
                    OlapErrorCode.CONNECTION,
                    "No SQL dialect for the database '" + product + "'; known are "
                            + String.join(", ", BY_PRODUCT.keySet()));
        }
        return dialect;
    }

    /**
     * The dialect of the database behind a data source.
     *
     * @throws EngineException CONNECTION when the database cannot be reached or is not known
     */
    public static Dialect of(DataSource source) {
        try (Connection connection = source.getConnection()) {
            return ofProduct(connection.getMetaData().getDatabaseProductName());
        } catch (SQLException e) {
            throw new EngineException(OlapErrorCode.CONNECTION, "Cannot connect to the database: " + e.getMessage(), e);
        }
    }
}
