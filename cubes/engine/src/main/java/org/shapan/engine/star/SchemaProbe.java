package org.shapan.engine.star;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;
import org.shapan.engine.catalog.CatalogErrors;
import org.shapan.engine.catalog.Place;
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
     * @param what for the message: {@code table 'x'}
     */
    TableColumns columns(String from, String what, Place place) {
        TableColumns known = seen.get(from);
        if (known == null) {
            known = TableColumns.of(
                    describe("SELECT * FROM " + from + " AS " + sql.dialect().quote("t"), what, place));
            seen.put(from, known);
        }
        return known;
    }

    /** Type of an expression over relations. */
    TableColumns.Column expression(String expression, String fromClause, String what, Place place) {
        return describe("SELECT " + expression + " FROM " + fromClause, what, place)
                .get(0);
    }

    private List<TableColumns.Column> describe(String query, String what, Place place) {
        try {
            return sql.describe(query).stream()
                    .map(c -> new TableColumns.Column(c.label(), c.type()))
                    .toList();
        } catch (EngineException e) {
            if (e.code() != OlapErrorCode.SQL_FAILED) {
                throw e;
            }
            throw CatalogErrors.invalid(place, "the database has no " + what + ": " + e.getMessage(), e);
        }
    }
}
