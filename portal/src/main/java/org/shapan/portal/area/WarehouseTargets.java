package org.shapan.portal.area;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/** Targets as the warehouse holds them. */
public final class WarehouseTargets implements YearTargets {
    private final DataSource warehouse;
    private final String sql;

    public WarehouseTargets(DataSource warehouse) {
        this.warehouse = requireNonNull(warehouse, "warehouse is null");
        try (InputStream stream = WarehouseTargets.class.getResourceAsStream("targets.sql")) {
            this.sql = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Map<String, Double> of(int year, String level, String unit) {
        try (Connection connection = warehouse.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, year);
            statement.setString(2, level);
            statement.setString(3, unit);
            Map<String, Double> targets = new HashMap<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    targets.put(
                            rows.getString("kpi"), rows.getBigDecimal("target").doubleValue());
                }
            }
            return targets;
        } catch (SQLException e) {
            throw new IllegalStateException("the targets of " + year + " cannot be read", e);
        }
    }
}
