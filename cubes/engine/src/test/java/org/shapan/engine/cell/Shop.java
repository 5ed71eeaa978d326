package org.shapan.engine.cell;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;
import org.shapan.engine.database.PlainSource;
import org.shapan.engine.sql.DataType;
import org.shapan.engine.sql.Dialects;
import org.shapan.engine.sql.JdbcExecutor;
import org.shapan.engine.sql.SqlExecutor;
import org.shapan.engine.sql.SqlLimits;
import org.shapan.engine.star.Aggregation;
import org.shapan.engine.star.HandMadeHierarchy;
import org.shapan.engine.star.HandMadeStar;
import org.shapan.engine.star.Member;
import org.shapan.engine.star.StoredMeasure;
import org.shapan.engine.star.TimeAggregation;
import org.shapan.engine.star.Unhurried;

/**
 * A small star with every kind of hierarchy and measure, over rows made from a seed, and the same rows in memory to check against.
 *
 * <p>Periods are days 1..; not all are loaded. The city name repeats between states. Staff is a tree in which leaders sell too.
 */
final class Shop implements AutoCloseable {
    static final int YEARS = 2;
    static final int MONTHS = 4;
    static final int COUNTRIES = 2;
    static final int STATES = 3;
    static final int CITIES = 2;
    static final int STAFF = 12;
    static final int BRANDS = 5;

    /** A fact row as it lies in the table. */
    record Row(
            int year,
            int month,
            String country,
            String state,
            String city,
            int staff,
            String brand,
            int customer,
            Integer units,
            BigDecimal amount) {}

    final List<Row> rows = new ArrayList<>();
    final List<String> statements = new CopyOnWriteArrayList<>();
    final SqlExecutor sql;
    final HandMadeStar cube;
    final HandMadeHierarchy time;
    final HandMadeHierarchy store;
    final HandMadeHierarchy brand;
    final HandMadeHierarchy staff;
    final StoredMeasure units;
    final StoredMeasure amount;
    final StoredMeasure count;
    final StoredMeasure least;
    final StoredMeasure most;
    final StoredMeasure mean;
    final StoredMeasure customers;
    final StoredMeasure closing;
    final StoredMeasure opening;
    final StoredMeasure lastSeen;
    final StoredMeasure perMonth;
    final StoredMeasure stored;
    private final Connection connection;

    Shop(long seed, int size) throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        fill(new Random(seed), size);
        sql = new JdbcExecutor(
                (PlainSource) connection.unwrap(DuckDBConnection.class)::duplicate,
                Dialects.ofProduct("DuckDB"),
                new SqlLimits(4, 1000),
                event -> statements.add(event.sql()));
        cube = new HandMadeStar(sql, "sale");
        time = cube.hierarchy("Time", false, "month", "t", "t.k = f.month_k", "year", "month*");
        store = cube.hierarchy("Store", true, "store", "s", "s.k = f.store_k", "country", "state", "city*");
        brand = cube.hierarchy("Brand", true, "sale", "f", null, "brand");
        staff = cube.tree("Staff", "staff", "p", "p.k = f.staff_k", "k", "leader");
        cube.time(time);
        units = measure("Units", Aggregation.SUM, TimeAggregation.SAME, "f.units", DataType.LONG);
        amount = measure("Amount", Aggregation.SUM, TimeAggregation.SAME, "f.amount", DataType.DECIMAL);
        count = measure("Count", Aggregation.COUNT, TimeAggregation.SAME, null, DataType.LONG);
        least = measure("Least", Aggregation.MIN, TimeAggregation.SAME, "f.amount", DataType.DECIMAL);
        most = measure("Most", Aggregation.MAX, TimeAggregation.SAME, "f.amount", DataType.DECIMAL);
        mean = measure("Mean", Aggregation.AVG, TimeAggregation.SAME, "f.units", DataType.LONG);
        customers = measure("Customers", Aggregation.DISTINCT_COUNT, TimeAggregation.SAME, "f.customer", DataType.LONG);
        closing = measure("Closing", Aggregation.SUM, TimeAggregation.LAST, "f.units", DataType.LONG);
        opening = measure("Opening", Aggregation.SUM, TimeAggregation.FIRST, "f.units", DataType.LONG);
        lastSeen = measure("Last seen", Aggregation.SUM, TimeAggregation.LAST_NON_EMPTY, "f.units", DataType.LONG);
        perMonth = measure("Per month", Aggregation.SUM, TimeAggregation.AVERAGE_OF_CHILDREN, "f.units", DataType.LONG);
        stored = measure("Stored", Aggregation.NONE, TimeAggregation.SAME, "f.amount", DataType.DECIMAL);
        statements.clear();
    }

    private StoredMeasure measure(
            String name, Aggregation how, TimeAggregation inTime, String expression, DataType type) {
        return cube.measure(name, how, inTime, expression, type);
    }

    private void fill(Random random, int size) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE month (k INT, year INT, month INT)");
            statement.execute("CREATE TABLE store (k INT, country VARCHAR, state VARCHAR, city VARCHAR)");
            statement.execute("CREATE TABLE staff (k INT, leader INT)");
            statement.execute("CREATE TABLE sale (month_k INT, store_k INT, staff_k INT, brand VARCHAR, customer INT,"
                    + " units INT, amount DECIMAL(12,2))");
            for (int m = 0; m < YEARS * MONTHS; m++) {
                statement.execute(
                        "INSERT INTO month VALUES (" + m + ", " + (2009 + m / MONTHS) + ", " + (m % MONTHS + 1) + ")");
            }
            for (int k = 0; k < COUNTRIES * STATES * CITIES; k++) {
                statement.execute("INSERT INTO store VALUES (" + k + ", '" + country(k) + "', '" + state(k) + "', '"
                        + city(k) + "')");
            }
            for (int k = 0; k < STAFF; k++) {
                statement.execute("INSERT INTO staff VALUES (" + k + ", " + (k == 0 ? "NULL" : leader(k)) + ")");
            }
            List<String> values = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                int month = random.nextInt(YEARS * MONTHS - 1);
                int place = random.nextInt(COUNTRIES * STATES * CITIES);
                int seller = random.nextInt(STAFF);
                String label = random.nextInt(10) == 0 ? null : "B" + random.nextInt(BRANDS);
                Integer number = random.nextInt(8) == 0 ? null : Integer.valueOf(random.nextInt(100) - 20);
                BigDecimal money = BigDecimal.valueOf(random.nextInt(100_000) - 10_000, 2);
                Row row = new Row(
                        2009 + month / MONTHS,
                        month % MONTHS + 1,
                        country(place),
                        state(place),
                        city(place),
                        seller,
                        label,
                        random.nextInt(30),
                        number,
                        money);
                rows.add(row);
                values.add("(" + month + "," + place + "," + seller + "," + (label == null ? "NULL" : "'" + label + "'")
                        + "," + row.customer + "," + number + "," + money + ")");
            }
            statement.execute("INSERT INTO sale VALUES " + String.join(",", values));
        }
    }

    static int leader(int staff) {
        return (staff - 1) / 3;
    }

    private static String country(int store) {
        return "C" + store / (STATES * CITIES);
    }

    private static String state(int store) {
        return "S" + store / CITIES;
    }

    /** Repeats from state to state. */
    private static String city(int store) {
        return "T" + store % CITIES;
    }

    /** Whether a row counts for a member. */
    Predicate<Row> in(Member member) {
        if (member.isAll() || member.isMeasure()) {
            return row -> true;
        }
        String key = String.valueOf(member.key());
        String level = member.level().name();
        if (member.hierarchy() == staff) {
            return row -> {
                for (int s = row.staff; ; s = leader(s)) {
                    if (String.valueOf(s).equals(key)) {
                        return true;
                    }
                    if (s == 0) {
                        return false;
                    }
                }
            };
        }
        return switch (level) {
            case "year" -> row -> String.valueOf(row.year).equals(key);
            case "month" ->
                in(member.parent()).and(row -> String.valueOf(row.month).equals(key));
            case "country" -> row -> row.country.equals(key);
            case "state" -> row -> row.state.equals(key);
            case "city" -> in(member.parent()).and(row -> row.city.equals(key));
            case "brand" -> row -> String.valueOf(row.brand).equals(key);
            default -> throw new IllegalArgumentException(level);
        };
    }

    /** Rows in all members of a context. */
    List<Row> rows(Member[] context) {
        Predicate<Row> all = row -> true;
        for (Member member : context) {
            all = all.and(in(member));
        }
        return rows.stream().filter(all).toList();
    }

    /** What a measure that is the same over time must give for some rows; null for an empty cell. */
    Object expected(StoredMeasure measure, List<Row> of) {
        if (of.isEmpty()) {
            return null;
        }
        Stream<Integer> numbers = of.stream().map(Row::units).filter(u -> u != null);
        List<Integer> known = numbers.toList();
        long sum = known.stream().mapToLong(u -> u).sum();
        return switch (measure.aggregation()) {
            case SUM ->
                measure == amount
                        ? (Object) of.stream()
                                .map(Row::amount)
                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                                .doubleValue()
                        : known.isEmpty() ? null : Double.valueOf(sum);
            case COUNT -> (double) of.size();
            case MIN ->
                of.stream()
                        .map(Row::amount)
                        .min(BigDecimal::compareTo)
                        .orElseThrow()
                        .doubleValue();
            case MAX ->
                of.stream()
                        .map(Row::amount)
                        .max(BigDecimal::compareTo)
                        .orElseThrow()
                        .doubleValue();
            case AVG -> known.isEmpty() ? null : Double.valueOf((double) sum / known.size());
            case DISTINCT_COUNT ->
                (double) of.stream().map(Row::customer).distinct().count();
            case NONE -> throw new IllegalArgumentException("depends on the place");
        };
    }

    QueryCells open(CellStore store) {
        return store.open(cube, 0, Unhurried.EXECUTION);
    }

    CellStore newStore() {
        return new CellStore(sql, CellLimits.DEFAULT);
    }

    /** Reads one cell, loading until it is there; a Double, or null when empty. */
    static Object value(QueryCells cells, Member[] context, StoredMeasure measure) {
        CellValue value = new CellValue();
        QueryCells.Status status;
        do {
            status = cells.read(context, measure, value);
        } while (cells.load());
        return status == QueryCells.Status.EMPTY ? null : value.doubleValue();
    }

    void execute(String text) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }

    /** Statements sent since the last call. */
    List<String> takeStatements() {
        List<String> taken = List.copyOf(statements);
        statements.clear();
        return taken;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
