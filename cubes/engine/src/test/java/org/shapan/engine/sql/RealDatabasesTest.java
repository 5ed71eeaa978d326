package org.shapan.engine.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;
import org.shapan.engine.database.TestDatabase;

/** What the dialects write is understood, and means the same, by the databases themselves. */
class RealDatabasesTest {
    private static final Map<DataType, List<Object>> VALUES = values();

    private static Map<DataType, List<Object>> values() {
        Map<DataType, List<Object>> values = new LinkedHashMap<>();
        values.put(
                DataType.STRING,
                List.of(
                        "plain",
                        "O'Hara",
                        "''",
                        "back\\slash\\",
                        "\\'; DROP TABLE x; --",
                        "\"double\"",
                        "100 % _ ?",
                        "line\nand\ttab",
                        "面包 Ünï \uD83E\uDD68",
                        " spaces ",
                        "$$ $1 {d '2020-01-01'}",
                        "E'\\n'"));
        values.put(DataType.INTEGER, List.of(0, -1, Integer.MAX_VALUE, Integer.MIN_VALUE + 1));
        values.put(DataType.LONG, List.of(0L, -1L, Long.MAX_VALUE, Long.MIN_VALUE + 1));
        values.put(
                DataType.DECIMAL,
                List.of(
                        new BigDecimal("0.01"),
                        new BigDecimal("-1234567890123456.78"),
                        new BigDecimal("9999999999999999.99")));
        values.put(DataType.DOUBLE, List.of(0.1, -1.5e-7, 1e15, 0.0));
        values.put(DataType.BOOLEAN, List.of(true, false));
        values.put(DataType.DATE, List.of(LocalDate.of(2024, 2, 29), LocalDate.of(1899, 12, 31)));
        values.put(DataType.TIME, List.of(LocalTime.of(23, 59, 58), LocalTime.of(0, 0, 1)));
        values.put(
                DataType.TIMESTAMP,
                List.of(
                        LocalDateTime.of(2024, 2, 29, 5, 6, 7),
                        LocalDateTime.of(1969, 12, 31, 23, 59, 59, 500_000_000)));
        return values;
    }

    private static String sqlType(DataType type) {
        return switch (type) {
            case STRING -> "VARCHAR(60)";
            case INTEGER -> "INTEGER";
            case LONG -> "BIGINT";
            case DECIMAL -> "DECIMAL(18, 2)";
            case DOUBLE -> "DOUBLE PRECISION";
            case BOOLEAN -> "BOOLEAN";
            case DATE -> "DATE";
            case TIME -> "TIME";
            case TIMESTAMP -> "TIMESTAMP";
        };
    }

    /** A value that went in as a parameter is found by its literal, and by no other value's. */
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void literalsMeanTheirValues(TestDatabase database) throws SQLException {
        DataSource source = database.open();
        Dialect dialect = Dialects.of(source);
        for (Map.Entry<DataType, List<Object>> type : VALUES.entrySet()) {
            String table = dialect.quote("of " + type.getKey());
            execute(source, "CREATE TABLE " + table + " (v " + sqlType(type.getKey()) + ")");
            insert(source, "INSERT INTO " + table + " VALUES (?)", type.getValue());
            for (Object value : type.getValue()) {
                String where = " WHERE v = " + dialect.literal(value, type.getKey());
                assertThat(rows(source, "SELECT COUNT(*) FROM " + table + where))
                        .as("%s in %s", where, database)
                        .containsExactly("1");
            }
        }
        assertThatThrownBy(() -> dialect.literal("a\0b", DataType.STRING)).isInstanceOf(EngineException.class);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void columnTypesAreKnown(TestDatabase database) throws SQLException {
        DataSource source = database.open();
        List<String> columns = new ArrayList<>();
        VALUES.keySet().forEach(type -> columns.add("\"" + type + "\" " + sqlType(type)));
        execute(source, "CREATE TABLE \"every\" (" + String.join(", ", columns) + ", \"s\" SMALLINT, \"c\" CHAR(3))");

        Map<String, DataType> described = JdbcExecutor.of(source).describe("SELECT * FROM \"every\"").stream()
                .collect(Collectors.toMap(SqlExecutor.ResultColumn::label, SqlExecutor.ResultColumn::type));

        VALUES.keySet().forEach(type -> assertThat(described.get(type.name())).isEqualTo(type));
        assertThat(described).containsEntry("s", DataType.INTEGER).containsEntry("c", DataType.STRING);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void namesAreTakenAsTheyAre(TestDatabase database) throws SQLException {
        DataSource source = database.open();
        Dialect dialect = Dialects.of(source);
        execute(source, "CREATE SCHEMA " + dialect.quote("My \"schema\""));
        String table = dialect.quote("My \"schema\"", "order.by \"x\" 表");
        List<String> names = List.of("select", "a\"b", "a b", "列", "x'y", "a.b", "\\");
        String columns = names.stream().map(n -> dialect.quote(n) + " INTEGER").collect(Collectors.joining(", "));
        execute(source, "CREATE TABLE " + table + " (" + columns + ")");
        String numbers =
                IntStream.range(0, names.size()).mapToObj(String::valueOf).collect(Collectors.joining(", "));
        execute(source, "INSERT INTO " + table + " VALUES (" + numbers + ")");

        for (int i = 0; i < names.size(); i++) {
            assertThat(rows(source, "SELECT " + dialect.quote(names.get(i)) + " FROM " + table))
                    .as(names.get(i))
                    .containsExactly(String.valueOf(i));
        }
        assertThat(JdbcExecutor.of(source).tables("My \"schema\"")).containsExactly("order.by \"x\" 表");
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void nullsComeLastAndLongListsAreTaken(TestDatabase database) throws SQLException {
        DataSource source = database.open();
        Dialect dialect = Dialects.of(source);
        execute(source, "CREATE TABLE t (v INTEGER)");
        execute(source, "INSERT INTO t VALUES (2), (NULL), (1), (3)");
        String list = IntStream.range(2, 5_000).mapToObj(String::valueOf).collect(Collectors.joining(", "));

        assertThat(rows(source, "SELECT v FROM t ORDER BY " + dialect.orderItem("v", true)))
                .containsExactly("1", "2", "3", "null");
        assertThat(rows(source, "SELECT COUNT(*) FROM t WHERE v IN (" + list + ")"))
                .containsExactly("2");
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whatADialectOffersWorks(TestDatabase database) throws SQLException {
        DataSource source = database.open();
        Dialect dialect = Dialects.of(source);
        execute(source, "CREATE TABLE t (a INTEGER, b INTEGER, c INTEGER)");
        execute(source, "INSERT INTO t VALUES (1, 1, 1), (1, 2, NULL), (2, 2, 1), (2, 2, 1)");

        if (dialect.supportsGroupingSets()) {
            assertThat(rows(source, "SELECT a, SUM(c) FROM t GROUP BY GROUPING SETS ((a), ()) ORDER BY 2, 1"))
                    .containsExactly("1|1", "2|2", "null|3");
        }
        if (dialect.supportsMultipleDistinct()) {
            assertThat(rows(source, "SELECT COUNT(DISTINCT a), COUNT(DISTINCT b), COUNT(DISTINCT c) FROM t"))
                    .containsExactly("2|2|1");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void anErrorOfTheDatabaseCarriesTheStatement(TestDatabase database) {
        JdbcExecutor executor = JdbcExecutor.of(database.open());

        EngineException e = catchThrowableOfType(
                EngineException.class,
                () -> executor.query("SELECT * FROM nowhere", List.of(), QueryExecution.unbounded("u"), rows -> null));

        assertThat(e.code()).isEqualTo(OlapErrorCode.SQL_FAILED);
        assertThat(e).hasMessageContaining("SELECT * FROM nowhere");
    }

    private static void execute(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void insert(DataSource source, String sql, List<Object> values) throws SQLException {
        try (Connection connection = source.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (Object value : values) {
                statement.setObject(1, value);
                statement.execute();
            }
        }
    }

    private static List<String> rows(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.add(rows.getString(i));
                }
                found.add(String.join("|", row.stream().map(String::valueOf).toList()));
            }
            return found;
        }
    }
}
