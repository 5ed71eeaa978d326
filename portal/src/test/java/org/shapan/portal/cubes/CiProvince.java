package org.shapan.portal.cubes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shapan.portal.account.PortalUser;
import org.shapan.warehouse.data.WarehouseDatabase;

/** The province of {@link org.shapan.portal.CiProvince} with its cubes and its tables, opened once for all tests of the process that only read. */
public final class CiProvince {
    private static CiProvince instance;

    private final WarehouseDatabase database;
    private final Cubes cubes;
    private final LocalDate asOf;

    private CiProvince(WarehouseDatabase database, LocalDate asOf) {
        this.database = database;
        this.cubes = new ScopedCubes(new WarehouseCubes(database));
        this.asOf = asOf;
    }

    public static synchronized CiProvince get() {
        if (instance == null) {
            WarehouseDatabase database = org.shapan.portal.CiProvince.database();
            instance = new CiProvince(
                    database, database.dataVersion().orElseThrow().asOf());
        }
        return instance;
    }

    public Cubes cubes() {
        return cubes;
    }

    public WarehouseDatabase database() {
        return database;
    }

    public LocalDate asOf() {
        return asOf;
    }

    /** Somebody who sees the subtrees of these areas; all of the company without any. */
    public static PortalUser user(String... areas) {
        return new PortalUser(1, "test", "Test", Set.of(), List.of(areas));
    }

    /** The rows of a statement that lies beside a test. */
    public List<Map<String, Object>> resource(Class<?> test, String name, Object... parameters)
            throws IOException, SQLException {
        try (InputStream stream = test.getResourceAsStream(name)) {
            return rows(new String(stream.readAllBytes(), StandardCharsets.UTF_8), parameters);
        }
    }

    /** The rows of a statement as maps by column. */
    public List<Map<String, Object>> rows(String sql, Object... parameters) throws SQLException {
        try (Connection connection = database.connection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet result = statement.executeQuery()) {
                ResultSetMetaData meta = result.getMetaData();
                List<Map<String, Object>> rows = new ArrayList<>();
                while (result.next()) {
                    Map<String, Object> row = new LinkedHashMap<>();
                    for (int column = 1; column <= meta.getColumnCount(); column++) {
                        row.put(meta.getColumnLabel(column), result.getObject(column));
                    }
                    rows.add(row);
                }
                return rows;
            }
        }
    }
}
