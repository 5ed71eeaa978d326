package org.shapan.engine.star;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;
import org.shapan.engine.sql.SqlExecutor;

/** Asks the database what tables, columns and expressions of a catalog are, and tells the place of those that are not there. */
final class SchemaProbe {
    private final SqlExecutor sql;
    private final Map<String, TableColumns> seen = new HashMap<>();

    SchemaProbe(SqlExecutor sql) {
        this.sql = sql;
    }

    /**
     * @param from what stands in the FROM clause, without alias
     * @param refusal the fault that the database's refusal means
     */
    TableColumns columns(String from, UnaryOperator<EngineException> refusal) {
        TableColumns known = seen.get(from);
        if (known == null) {
            known = TableColumns.of(
                    describe("SELECT * FROM " + from + " AS " + sql.dialect().quote("t"), refusal));
            seen.put(from, known);
        }
        return known;
    }

    /** Type of an expression over relations. */
    TableColumns.Column expression(String expression, String fromClause, UnaryOperator<EngineException> refusal) {
        return describe("SELECT " + expression + " FROM " + fromClause, refusal).get(0);
    }

    /** @param schemaOrNull null for all schemas that the connection sees */
    List<String> tables(String schemaOrNull) {
        return sql.tables(schemaOrNull);
    }

    private List<TableColumns.Column> describe(String query, UnaryOperator<EngineException> refusal) {
        try {
            return sql.describe(query).stream()
                    .map(c -> new TableColumns.Column(c.label(), c.type()))
                    .toList();
        } catch (EngineException e) {
            if (e.code() != OlapErrorCode.SQL_FAILED) {
                throw e;
            }
            throw refusal.apply(e);
        }
    }
}
