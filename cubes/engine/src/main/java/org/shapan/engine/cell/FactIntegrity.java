package org.shapan.engine.cell;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.shapan.engine.sql.QueryExecution;
import org.shapan.engine.sql.SqlExecutor;

/**
 * Knows whether every fact row finds its rows in a dimension. Only then do the members of a level add up to All, which counts all rows;
 * asked of the database once per level and data version, and not at all where the level's columns lie in the fact table. Thread-safe.
 */
final class FactIntegrity {
    private final SqlExecutor sql;
    private final StoreCounters counters;
    private final ConcurrentHashMap<Question, Long> rowCounts = new ConcurrentHashMap<>();

    /** @param ordinal -1 for the fact table alone */
    private record Question(int factGroup, long version, int ordinal, int depth) {}

    FactIntegrity(SqlExecutor sql, StoreCounters counters) {
        this.sql = sql;
        this.counters = counters;
    }

    boolean isClosed(FactLayout layout, int ordinal, int depth, long version, QueryExecution execution) {
        if (layout.path(ordinal, depth).joins().isEmpty()) {
            return true;
        }
        int group = layout.group().id();
        long all = rows(new Question(group, version, -1, 0), layout, execution);
        return rows(new Question(group, version, ordinal, depth), layout, execution) == all;
    }

    private long rows(Question question, FactLayout layout, QueryExecution execution) {
        Long known = rowCounts.get(question);
        if (known == null) {
            StarQuery query = new StarQuery(layout, sql.dialect());
            if (question.ordinal >= 0) {
                query.reachLevel(question.ordinal, question.depth);
            }
            query.aggregate("COUNT(*)");
            known = sql.query(query.sql(), List.of(), execution, rows -> {
                rows.next();
                return rows.getLong(1);
            });
            counters.question();
            rowCounts.put(question, known);
        }
        return known;
    }

    void forget() {
        rowCounts.clear();
    }
}
