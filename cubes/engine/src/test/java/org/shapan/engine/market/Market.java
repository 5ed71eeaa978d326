package org.shapan.engine.market;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.Random;
import javax.sql.DataSource;
import org.shapan.engine.CubeServer;
import org.shapan.engine.CubeServerLimits;
import org.shapan.engine.catalog.CatalogDefinition;
import org.shapan.engine.catalog.CatalogLimits;
import org.shapan.engine.catalog.CatalogReader;

/**
 * The tables of the market in a database, with the few rows of the golden scripts or with rows made from a seed, and servers on
 * them. The catalog is {@code market.xml} in the resources.
 */
public final class Market {
    public static final String CATALOG = "Market";
    private static final int MONTHS = 24;
    private static final int EMPTY_MONTHS = 3;
    private static final String[] CHANNELS = {"counter", "phone", "web", null};

    private Market() {}

    /** Twelve sales and twelve stocks, to be checked by hand. */
    public static DataSource golden(DataSource source) {
        run(source, "market.sql");
        run(source, "golden.sql");
        run(source, "aggregates.sql");
        return source;
    }

    /** Some rows per shop and item; the last months stay without facts. The same seed gives the same rows in every database. */
    public static DataSource random(DataSource source, long seed, int sales) {
        run(source, "market.sql");
        Random random = new Random(seed);
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            sell(connection, random, sales);
            store(connection, random);
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        run(source, "aggregates.sql");
        return source;
    }

    public static CatalogDefinition catalog() {
        return new CatalogReader(CatalogLimits.DEFAULTS, file -> {
                    throw new UncheckedIOException(new IOException("no includes here"));
                })
                .read("market.xml", text("market.xml"));
    }

    public static CubeServer server(DataSource source, CubeServerLimits limits) {
        CubeServer server = CubeServer.builder(source).limits(limits).build();
        server.load(CATALOG, catalog());
        return server;
    }

    private static void sell(Connection connection, Random random, int sales) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO \"sales\" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (int i = 0; i < sales; i++) {
                insert.setInt(1, 1 + random.nextInt(MONTHS - EMPTY_MONTHS));
                insert.setInt(2, 10 + random.nextInt(7));
                insert.setInt(3, 1 + random.nextInt(6));
                insert.setInt(4, 1 + random.nextInt(7));
                insert.setInt(5, 1 + random.nextInt(7));
                insert.setString(6, CHANNELS[random.nextInt(CHANNELS.length)]);
                insert.setInt(7, 100 + random.nextInt(40));
                setNullable(insert, 8, Types.INTEGER, random, random.nextInt(12) - 2);
                setNullable(insert, 9, Types.DECIMAL, random, BigDecimal.valueOf(random.nextInt(20_000) - 2_000, 2));
                insert.setDouble(10, random.nextInt(64) / 8.0);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void store(Connection connection, Random random) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO \"stock\" VALUES (?, ?, ?, ?, ?)")) {
            for (int month = 1; month <= MONTHS - EMPTY_MONTHS; month++) {
                for (int shop = 10; shop <= 16; shop++) {
                    for (int item = 1; item <= 6; item++) {
                        if (random.nextInt(3) > 0 || month % 7 == 0) {
                            continue;
                        }
                        insert.setInt(1, month);
                        insert.setInt(2, shop);
                        insert.setInt(3, item);
                        setNullable(insert, 4, Types.INTEGER, random, random.nextInt(90));
                        insert.setBigDecimal(5, BigDecimal.valueOf(random.nextInt(50_000), 2));
                        insert.addBatch();
                    }
                }
            }
            insert.executeBatch();
        }
    }

    private static void setNullable(PreparedStatement insert, int column, int type, Random random, Object value)
            throws SQLException {
        if (random.nextInt(9) == 0) {
            insert.setNull(column, type);
        } else {
            insert.setObject(column, value);
        }
    }

    private static void run(DataSource source, String script) {
        String sql = text(script).replaceAll("(?m)^--.*$", "");
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String one : sql.split(";\\s*(\\n|$)")) {
                if (!one.isBlank()) {
                    statement.execute(one.strip());
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(script, e);
        }
    }

    private static String text(String resource) {
        try (InputStream in = Market.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
