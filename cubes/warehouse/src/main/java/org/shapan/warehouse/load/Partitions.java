package org.shapan.warehouse.load;

import static java.util.stream.Collectors.joining;
import static org.shapan.warehouse.data.TableManifest.WHOLE;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.shapan.warehouse.data.TableManifest;
import org.shapan.warehouse.data.TableManifest.Written;
import org.shapan.warehouse.star.Star;
import org.shapan.warehouse.star.StarScript;

/**
 * The partitions that a load writes. Scripts work with tables of the plain names in {@link TableManifest#SCHEMA}, those of facts for one
 * year at a time; what is finished is given its own name. Months of the year that the load does not bring are copied from the partition
 * before. For a script, {@code f_x_history} has what there is of the fact f_x, from all years up to the one that is written.
 */
final class Partitions {

    /** How the names of kept positions begin. */
    private static final String POSITION = "s_";

    /** Tables of all members, of which nothing is left over from before. */
    private static final Pattern MADE_ANEW = Pattern.compile("_(version|today)$");

    private final Connection connection;
    private final long load;
    private final TableManifest before;
    private final Map<String, NavigableMap<Integer, Written>> tables = new HashMap<>();
    private final Set<Integer> writtenMonths;
    private int year = WHOLE;

    /**
     * @param before what the newest version is made of
     * @param writtenMonths months whose facts the load brings
     */
    Partitions(Connection connection, long load, TableManifest before, Set<Integer> writtenMonths) {
        this.connection = connection;
        this.load = load;
        this.before = before;
        this.writtenMonths = new TreeSet<>(writtenMonths);
        before.tables().forEach((table, months) -> tables.put(table, new TreeMap<>(months)));
    }

    /** What the version that is being made is made of. */
    TableManifest manifest() {
        return new TableManifest(tables);
    }

    /** Lets the scripts write facts of a year; the one before is finished. */
    void year(int newYear) throws SQLException {
        if (newYear == year) {
            return;
        }
        finishYear();
        year = newYear;
        for (StarScript script : StarScript.FACT_TABLES) {
            Star.run(connection, script);
        }
        for (String table : working(true)) {
            List<String> sources = manifest().months(table).keySet().stream()
                    .map(TableManifest::year)
                    .distinct()
                    .filter(y -> y < year)
                    .map(y -> manifest().location(table, y).orElseThrow())
                    .toList();
            execute("CREATE OR REPLACE TEMP VIEW %s_history AS %s"
                    .formatted(table, union(Stream.concat(sources.stream(), Stream.of(working(table))))));
            String old = before.location(table, year).orElse(null);
            if (old != null) {
                copyKeptMonths(table, old);
            }
        }
    }

    private void copyKeptMonths(String table, String old) throws SQLException {
        String written = writtenMonths.stream().map(String::valueOf).collect(joining(", "));
        execute("INSERT INTO %s BY NAME SELECT * FROM %s WHERE k_month NOT IN (%s)"
                .formatted(working(table), old, written));
    }

    /** Gives the facts of the year their names. */
    void finishYear() throws SQLException {
        if (year == WHOLE) {
            return;
        }
        for (String table : working(true)) {
            NavigableMap<Integer, Written> months = tables.computeIfAbsent(table, t -> new TreeMap<>());
            writtenMonths.stream()
                    .filter(month -> TableManifest.year(month) == year)
                    .forEach(month -> months.put(month, new Written(load, 0)));
            if (manifest().location(table, year).isPresent()) {
                rename(table, TableManifest.location(table, year, load));
            } else {
                execute("DROP TABLE " + working(table));
            }
        }
        year = WHOLE;
    }

    /** Gives the tables that are not cut by month their names, where they are not what they were. */
    void finishWhole() throws SQLException {
        for (String table : working(false)) {
            String old = before.location(table, WHOLE).orElse(null);
            String mine = working(table);
            if (old == null) {
                written(table, 0);
                continue;
            }
            boolean nothingDelivered = table.startsWith("f_") && count(mine) == 0;
            boolean sameColumns = columns(mine).equals(columns(old));
            if (nothingDelivered) {
                execute("DROP TABLE " + mine);
            } else if (!sameColumns || count("(FROM %s EXCEPT ALL FROM %s)".formatted(old, mine)) > 0) {
                written(table, 0);
            } else if (count("(FROM %s EXCEPT ALL FROM %s)".formatted(mine, old)) > 0) {
                written(table, before.months(table).get(WHOLE).load());
            } else {
                execute("DROP TABLE " + mine);
            }
        }
    }

    /** Views of the dimensions as they are in the newest version: {@code d_x_before}. */
    void viewBefore() throws SQLException {
        for (String table : working(false)) {
            String old = before.location(table, WHOLE).orElse(null);
            execute("CREATE OR REPLACE TEMP VIEW %s_before AS FROM %s"
                    .formatted(table, old == null ? working(table) + " WHERE false" : old));
        }
    }

    /** Members that are not delivered any more stay: older facts refer to them. */
    void keepMembers() throws SQLException {
        for (String table : working(false)) {
            String old = before.location(table, WHOLE).orElse(null);
            if (old != null && !MADE_ANEW.matcher(table).find()) {
                keepMembers(table, old);
            }
        }
    }

    private void keepMembers(String table, String old) throws SQLException {
        String key = columns(old).getFirst();
        execute(
                "INSERT INTO %1$s BY NAME SELECT * FROM %2$s o WHERE NOT EXISTS (SELECT 1 FROM %1$s n WHERE n.%3$s = o.%3$s)%4$s"
                        .formatted(working(table), old, key, table.startsWith("d_") ? known(table, key) : ""));
    }

    /** Unknown members are made again where facts still refer to them. */
    private static String known(String table, String key) {
        return " AND o.%1$s <> -1 AND o.%1$s NOT IN (SELECT k FROM surrogate_key WHERE awaited AND dimension = '%2$s')"
                .formatted(key, table.substring("d_".length()));
    }

    private void written(String table, long extended) throws SQLException {
        rename(table, TableManifest.location(table, WHOLE, load));
        tables.put(table, new TreeMap<>(Map.of(WHOLE, new Written(load, extended))));
    }

    /** Keeps a temporary table as it is at the end of a month. */
    void keep(String table, int month) throws SQLException {
        String name = position(table, month);
        String location = TableManifest.location(name, WHOLE, load);
        execute("CREATE OR REPLACE TABLE %s AS FROM %s".formatted(location, table));
        tables.put(name, new TreeMap<>(Map.of(WHOLE, new Written(load, 0))));
    }

    /** Makes a temporary table as it was kept at the end of a month; false when it was not. */
    boolean restore(String table, int month) throws SQLException {
        String kept = before.location(position(table, month), WHOLE).orElse(null);
        if (kept == null) {
            return false;
        }
        execute("CREATE OR REPLACE TEMP TABLE %s AS FROM %s".formatted(table, kept));
        return true;
    }

    /** Whether a version has the position at the end of a month. */
    static boolean keeps(TableManifest version, String table, int month) {
        return version.location(position(table, month), WHOLE).isPresent();
    }

    private static String position(String table, int month) {
        return POSITION + table + "_" + month;
    }

    /** Makes the version readable when the transaction commits: its views, and those of the plain names. */
    void publish() throws SQLException {
        TableManifest manifest = manifest();
        for (Map.Entry<String, NavigableMap<Integer, Written>> table :
                manifest.tables().entrySet()) {
            if (!table.getKey().startsWith(POSITION)) {
                String view = TableManifest.view(table.getKey(), load);
                execute("CREATE VIEW main.%s AS %s"
                        .formatted(view, union(manifest.locations(table.getKey()).stream())));
                execute("CREATE OR REPLACE VIEW main.%s AS FROM main.%s".formatted(table.getKey(), view));
            }
            String rows = table.getValue().entrySet().stream()
                    .map(month -> "(%d, '%s', %d, %d, %d)"
                            .formatted(
                                    load,
                                    table.getKey(),
                                    month.getKey(),
                                    month.getValue().load(),
                                    month.getValue().extended()))
                    .collect(joining(", "));
            execute("INSERT INTO version_partition VALUES " + rows);
        }
        Star.run(connection, StarScript.VIEWS);
    }

    /** Tables under their plain names: facts cut by month, or the others. */
    private List<String> working(boolean monthly) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(Star.text(StarScript.WORKING_TABLES))) {
            while (row.next()) {
                if (row.getBoolean("monthly") == monthly) {
                    found.add(row.getString("name"));
                }
            }
        }
        return found;
    }

    private List<String> columns(String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("FROM %s LIMIT 0".formatted(table))) {
            List<String> columns = new ArrayList<>();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                columns.add(row.getMetaData().getColumnName(i));
            }
            return columns;
        }
    }

    private long count(String rows) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM " + rows)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void rename(String table, String location) throws SQLException {
        execute("ALTER TABLE %s RENAME TO %s".formatted(working(table), location.substring(location.indexOf('.') + 1)));
    }

    private static String working(String table) {
        return TableManifest.SCHEMA + "." + table;
    }

    private static String union(Stream<String> tables) {
        return tables.map("FROM %s"::formatted).collect(joining(" UNION ALL "));
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
