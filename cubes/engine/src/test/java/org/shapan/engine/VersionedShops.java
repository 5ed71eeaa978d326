package org.shapan.engine;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.duckdb.DuckDBConnection;
import org.shapan.engine.api.DataVersions;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;
import org.shapan.engine.api.TableChange;
import org.shapan.engine.catalog.CatalogDefinition;
import org.shapan.engine.catalog.CatalogLimits;
import org.shapan.engine.catalog.CatalogReader;
import org.shapan.engine.database.PlainSource;

/** Shops and their sales in DuckDB, published as tables that never change: a version is a set of them, dropped after its last reader. */
final class VersionedShops implements DataVersions, PlainSource, AutoCloseable {
    private static final String CATALOG = """
            <Schema name="Shops">
              <Dimension name="Shop">
                <Hierarchy hasAll="true" allMemberName="All" primaryKey="shop_id">
                  <Table name="shop"/>
                  <Level name="Town" column="town" uniqueMembers="true"/>
                  <Level name="Shop" column="shop_id" nameColumn="name" ordinalColumn="name" uniqueMembers="true"/>
                </Hierarchy>
              </Dimension>
              <Cube name="Sales">
                <Table name="sale"/>
                <Dimension name="Month"><Hierarchy hasAll="true" allMemberName="All">
                  <Level name="Month" column="month" type="Integer" uniqueMembers="true"/>
                </Hierarchy></Dimension>
                <DimensionUsage name="Shop" source="Shop" foreignKey="shop_id"/>
                <Measure name="Units" column="units" aggregator="sum"/>
              </Cube>
            </Schema>
            """;

    private final DuckDBConnection database;
    /** Per version the physical name of each table. */
    private final Map<Long, Map<String, String>> tables = new TreeMap<>();

    private final Map<Long, Map<String, TableChange>> changed = new HashMap<>();
    private final Map<Long, Integer> pins = new HashMap<>();
    private final List<Runnable> beforeNextConnection = new CopyOnWriteArrayList<>();
    private long newest;

    VersionedShops() throws SQLException {
        database = DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class);
    }

    static CatalogDefinition catalog() {
        return new CatalogReader(CatalogLimits.DEFAULTS, file -> {
                    throw new IllegalStateException("no includes");
                })
                .read("shops.xml", CATALOG);
    }

    /**
     * Publishes a version with other rows in some tables, and drops those before that nobody has pinned.
     *
     * @param rows by table a SELECT that gives its rows; {@code %s} in it stands for the table as it was
     */
    synchronized void publish(Map<String, String> rows, Map<String, TableChange> changes) {
        Map<String, String> names = new HashMap<>(tables.getOrDefault(newest, Map.of()));
        long version = newest + 1;
        rows.forEach((table, select) -> {
            String name = table + "_" + version;
            execute("CREATE TABLE " + name + " AS " + select.replace("%s", String.valueOf(names.get(table))));
            names.put(table, name);
        });
        tables.put(version, names);
        changed.put(version, changes);
        newest = version;
        dropUnread();
    }

    private void dropUnread() {
        List<Long> unread = tables.keySet().stream()
                .filter(version -> version != newest && !pins.containsKey(version))
                .toList();
        for (long version : unread) {
            Map<String, String> gone = tables.remove(version);
            gone.values().stream()
                    .filter(name -> tables.values().stream().noneMatch(kept -> kept.containsValue(name)))
                    .forEach(name -> execute("DROP TABLE " + name));
        }
    }

    /** Versions whose tables are there. */
    synchronized Set<Long> kept() {
        return Set.copyOf(tables.keySet());
    }

    /** To be run, once, before the next connection is given. */
    void beforeNextConnection(Runnable action) {
        beforeNextConnection.add(action);
    }

    void execute(String sql) {
        try (Statement statement = database.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public synchronized long newest() {
        return newest;
    }

    @Override
    public synchronized Pin pin(long version) {
        if (!tables.containsKey(version)) {
            throw new EngineException(OlapErrorCode.CONNECTION, "version " + version + " is gone");
        }
        pins.merge(version, 1, Integer::sum);
        return () -> unpin(version);
    }

    private synchronized void unpin(long version) {
        pins.computeIfPresent(version, (v, count) -> count == 1 ? null : count - 1);
        dropUnread();
    }

    @Override
    public synchronized String table(long version, String name) {
        return tables.get(version).get(name);
    }

    @Override
    public synchronized TableChange change(String table, long from, long to) {
        List<TableChange> steps = new ArrayList<>();
        for (long version = from + 1; version <= to; version++) {
            TableChange step = changed.get(version).get(table);
            if (step != null) {
                steps.add(step);
            }
        }
        return switch (steps.size()) {
            case 0 -> new TableChange.Unchanged();
            case 1 -> steps.getFirst();
            default -> new TableChange.Rewritten();
        };
    }

    @Override
    public Connection getConnection() throws SQLException {
        List<Runnable> due = List.copyOf(beforeNextConnection);
        beforeNextConnection.removeAll(due);
        due.forEach(Runnable::run);
        return database.duplicate();
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}
