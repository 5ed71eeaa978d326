package org.shapan.engine.aggregate;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.function.Predicate;
import org.shapan.engine.sql.QueryExecution;
import org.shapan.engine.sql.SqlExecutor;
import org.shapan.engine.star.AggregateTable;
import org.shapan.engine.star.FactGroup;
import org.shapan.engine.star.Level;

/** Chooses among the aggregate tables of a fact group by their number of rows, which is asked of the database once. Thread-safe. */
public final class AggregateChoice {
    private final SqlExecutor sql;
    private final Map<AggregateTable, Long> rowCounts = new WeakHashMap<>();

    public AggregateChoice(SqlExecutor sql) {
        this.sql = requireNonNull(sql, "sql is null");
    }

    /** @param why in words, for EXPLAIN */
    public record Choice(AggregateTable table, String why) {}

    /**
     * @param levels all levels that a statement groups by or restricts, the all levels left out
     * @param holdsMeasures whether a table can give what is to be computed
     * @return the table with the fewest rows, or empty when none will do
     */
    public Optional<Choice> cheapest(
            FactGroup group,
            Collection<Level> levels,
            Predicate<AggregateTable> holdsMeasures,
            QueryExecution execution) {
        List<AggregateTable> able = group.aggregates().stream()
                .filter(table -> levels.stream().allMatch(table::holds) && holdsMeasures.test(table))
                .toList();
        return able.stream()
                .min(Comparator.comparingLong(table -> rows(table, execution)))
                .map(table -> new Choice(
                        table,
                        "aggregate table " + table.relation().alias() + " with " + rows(table, execution)
                                + " rows, the smallest of " + able.size() + " that hold it"));
    }

    private long rows(AggregateTable table, QueryExecution execution) {
        synchronized (rowCounts) {
            Long known = rowCounts.get(table);
            if (known != null) {
                return known;
            }
        }
        String count = "SELECT COUNT(*) FROM " + table.relation().from() + " AS "
                + sql.dialect().quote(table.relation().alias())
                + (table.relation().filter() == null
                        ? ""
                        : " WHERE " + table.relation().filter());
        long rows = sql.query(count, List.of(), execution, result -> {
            result.next();
            return result.getLong(1);
        });
        synchronized (rowCounts) {
            rowCounts.put(table, rows);
        }
        return rows;
    }

    /** Forgets the row counts. */
    public void flush() {
        synchronized (rowCounts) {
            rowCounts.clear();
        }
    }
}
