package org.shapan.engine.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shapan.engine.sql.Dialect;
import org.shapan.engine.sql.QueryExecution;
import org.shapan.engine.sql.SqlExecutor;
import org.shapan.engine.star.Relation;

/** Asks the database about rows. Statements obey the time limit of the rule that runs. */
final class Rows {
    private final SqlExecutor sql;
    private final Map<String, Long> counts = new HashMap<>();

    Rows(SqlExecutor sql) {
        this.sql = sql;
    }

    Dialect dialect() {
        return sql.dialect();
    }

    /**
     * The first rows of a statement.
     *
     * @param most rows after these are not fetched
     * @return values as JDBC gives them
     */
    List<Object[]> read(String statement, int most) {
        QueryExecution execution = QueryExecution.current();
        return sql.query(statement, List.of(), execution, rows -> {
            List<Object[]> read = new ArrayList<>();
            int columns = rows.getMetaData().getColumnCount();
            while (read.size() < most && rows.next()) {
                Object[] row = new Object[columns];
                for (int i = 0; i < columns; i++) {
                    row[i] = rows.getObject(i + 1);
                }
                read.add(row);
            }
            return read;
        });
    }

    /** The only row of a statement. */
    Object[] one(String statement) {
        return read(statement, 1).get(0);
    }

    /** A number of a row; 0 for null, which is the sum of nothing. */
    static long whole(Object value) {
        return value == null ? 0 : ((Number) value).longValue();
    }

    /** How many rows a relation has, its filter considered; asked once. */
    long count(Relation relation) {
        return counts.computeIfAbsent(from(relation), from -> whole(one("SELECT COUNT(*) " + from)[0]));
    }

    /** FROM and WHERE of a statement on a relation under its alias. */
    String from(Relation relation) {
        return "FROM " + relation.from() + " AS " + dialect().quote(relation.alias())
                + (relation.filter() == null ? "" : " WHERE (" + relation.filter() + ")");
    }

    /** A column of a relation under its alias. */
    String column(Relation relation, String name) {
        return dialect().quote(relation.alias()) + "." + dialect().quote(name);
    }

    /** See {@link SqlExecutor#indexedColumns}. */
    Set<String> indexedColumns(String schemaOrNull, String table) {
        return sql.indexedColumns(schemaOrNull, table);
    }
}
