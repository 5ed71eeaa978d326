package org.shapan.engine.star;

import java.util.LinkedHashMap;
import java.util.Map;
import org.shapan.engine.catalog.Spelling;
import org.shapan.engine.sql.DataType;

/** Columns that a relation has in the database, in its order. */
record TableColumns(Map<String, Column> byName) {
    private static final int MOST_NAMED = 40;

    record Column(String name, DataType type) {}

    /** A column by exact name, else without regard to case; null when there is none. */
    Column find(String name) {
        Column exact = byName.get(name);
        if (exact != null) {
            return exact;
        }
        for (Column column : byName.values()) {
            if (column.name().equalsIgnoreCase(name)) {
                return column;
            }
        }
        return null;
    }

    /** What to do where {@link #find} found nothing: names near to {@code name} or, when the table is small, all. */
    String remedy(String name) {
        return Spelling.remedy(
                name,
                byName.keySet(),
                byName.size() <= MOST_NAMED
                        ? "It has the columns " + String.join(", ", byName.keySet())
                        : "Name one of its " + byName.size() + " columns");
    }

    static TableColumns of(Iterable<Column> columns) {
        Map<String, Column> byName = new LinkedHashMap<>();
        columns.forEach(c -> byName.putIfAbsent(c.name(), c));
        return new TableColumns(byName);
    }
}
