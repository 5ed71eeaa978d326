package org.shapan.engine.olap4j;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import javax.sql.RowSetMetaData;
import javax.sql.rowset.CachedRowSet;
import javax.sql.rowset.RowSetMetaDataImpl;
import javax.sql.rowset.RowSetProvider;
import org.olap4j.OlapException;
import org.shapan.engine.api.RowBlock;

/** Rows as a JDBC result set that needs no connection: the JDK's cached row set, closed to changes. */
final class RowSets {
    private RowSets() {}

    static ResultSet of(RowBlock block) throws OlapException {
        try {
            return filled(block);
        } catch (SQLException e) {
            throw new OlapException("The rows cannot be shown: " + e.getMessage(), e);
        }
    }

    private static ResultSet filled(RowBlock block) throws SQLException {
        CachedRowSet rows = RowSetProvider.newFactory().createCachedRowSet();
        rows.setMetaData(metaData(block.columns()));
        for (Object[] row : block.rows()) {
            // A row goes in at the cursor: behind the last one it is appended.
            rows.afterLast();
            rows.moveToInsertRow();
            for (int i = 0; i < row.length; i++) {
                if (row[i] == null) {
                    rows.updateNull(i + 1);
                } else {
                    rows.updateObject(i + 1, jdbcValue(row[i]));
                }
            }
            rows.insertRow();
            rows.moveToCurrentRow();
        }
        rows.beforeFirst();
        rows.setReadOnly(true);
        return LabelledRows.of(rows, block);
    }

    private static Object jdbcValue(Object value) {
        return switch (value) {
            case LocalDate date -> java.sql.Date.valueOf(date);
            case LocalDateTime time -> Timestamp.valueOf(time);
            case LocalTime time -> Time.valueOf(time);
            default -> value;
        };
    }

    private static RowSetMetaData metaData(List<RowBlock.Column> columns) throws SQLException {
        RowSetMetaDataImpl meta = new RowSetMetaDataImpl();
        meta.setColumnCount(columns.size());
        for (int i = 1; i <= columns.size(); i++) {
            RowBlock.Column column = columns.get(i - 1);
            meta.setColumnName(i, column.name());
            meta.setColumnLabel(i, column.caption());
            meta.setColumnType(i, column.type().getVendorTypeNumber());
            meta.setColumnTypeName(i, column.type().getName());
            meta.setNullable(i, RowSetMetaData.columnNullable);
        }
        return meta;
    }
}
