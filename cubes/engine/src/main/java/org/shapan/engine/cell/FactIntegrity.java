package org.shapan.engine.cell;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.shapan.engine.sql.QueryExecution;
import org.shapan.engine.sql.SqlExecutor;
import org.shapan.engine.star.ForeignKey;

/**
 * Knows whether every fact row finds its rows in a dimension. Only then do the members of a level add up to All, which counts all rows;
 * asked of the database once per joined tables and data version, and not at all where a level's columns lie in the fact table. Thread-safe.
 */
final class FactIntegrity {
    private final SqlExecutor sql;
    private final StoreCounters counters;
    private final ConcurrentHashMap<Question, Long> rowCounts = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Question, Long> orphans = new ConcurrentHashMap<>();

    /** @param joins aliases of what is joined, empty for the fact table alone */
    private record Question(int factGroup, long version, List<String> joins) {}

    FactIntegrity(SqlExecutor sql, StoreCounters counters) {
        this.sql = sql;
        this.counters = counters;
    }

    boolean isClosed(FactLayout layout, int ordinal, int depth, long version, QueryExecution execution) {
        List<String> joins = layout.path(ordinal, depth).joins().stream()
                .map(join -> join.relation().alias())
                .toList();
        if (joins.isEmpty()) {
            return true;
        }
        if (layout.overlaps(ordinal)) {
            return false;
        }
        ForeignKey foreignKey =
                sql.dialect().joinsRowByRow() ? layout.group().foreignKey(layout.level(ordinal, depth)) : null;
        if (foreignKey != null) {
            return orphans(layout, foreignKey, new Question(layout.group().id(), version, joins), execution) == 0;
        }
        StarQuery joined = new StarQuery(layout, new FactSource(layout), sql.dialect());
        joined.reachLevel(ordinal, depth);
        return rows(new Question(layout.group().id(), version, joins), joined, execution)
                == rows(layout, version, execution);
    }

    /** Number of rows of a fact table. */
    long rows(FactLayout layout, long version, QueryExecution execution) {
        return rows(
                new Question(layout.group().id(), version, List.of()),
                new StarQuery(layout, new FactSource(layout), sql.dialect()),
                execution);
    }

    /** Number of foreign keys that lead to no member. */
    private long orphans(FactLayout layout, ForeignKey foreignKey, Question question, QueryExecution execution) {
        Long known = orphans.get(question);
        if (known == null) {
            StarQuery query = new StarQuery(layout, new FactSource(layout), sql.dialect());
            query.groupBy(foreignKey.sql());
            known = sql.query(query.sql(), List.of(), execution, rows -> {
                long without = 0;
                while (rows.next()) {
                    without += foreignKey.members().member(rows.getObject(1)) < 0 ? 1 : 0;
                }
                return without;
            });
            counters.question();
            orphans.put(question, known);
        }
        return known;
    }

    private long rows(Question question, StarQuery query, QueryExecution execution) {
        Long known = rowCounts.get(question);
        if (known == null) {
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

    void forget(long version) {
        rowCounts.keySet().removeIf(question -> question.version == version);
        orphans.keySet().removeIf(question -> question.version == version);
    }

    void forget() {
        rowCounts.clear();
        orphans.clear();
    }
}
