package org.shapan.engine.api;

import java.sql.JDBCType;
import java.util.List;

/**
 * Rows that a statement gives instead of cells: those of a drill-through, or the text of a plan.
 *
 * @param rows one value per column: null, text, number, truth value or date; not to be changed
 * @param more whether there are rows behind the last one
 */
public record RowBlock(List<Column> columns, List<Object[]> rows, boolean more) {
    public RowBlock {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * @param name as a statement names it, {@code [Place].[City]} for instance
     * @param caption for people, unique among the columns
     */
    public record Column(String name, String caption, JDBCType type) {}
}
