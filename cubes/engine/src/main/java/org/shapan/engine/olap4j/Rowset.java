package org.shapan.engine.olap4j;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sql.RowSetMetaData;
import javax.sql.rowset.CachedRowSet;
import javax.sql.rowset.RowSetMetaDataImpl;
import javax.sql.rowset.RowSetProvider;
import org.olap4j.OlapException;
import org.olap4j.metadata.Cube;

/** Rows of metadata under the column names of XML for Analysis; becomes a {@link ResultSet} that stands before its first row. */
final class Rowset {
    private final List<Column> columns;
    private final List<Object[]> rows = new ArrayList<>();

    /** @param type of {@link Types} */
    record Column(String name, int type) {}

    Rowset(Column... columns) {
        this.columns = List.of(columns);
    }

    /** Rows that begin with the catalog, schema and cube they belong to. */
    static Rowset ofCubes(Column... columns) {
        List<Column> all = new ArrayList<>(List.of(text("CATALOG_NAME"), text("SCHEMA_NAME"), text("CUBE_NAME")));
        all.addAll(List.of(columns));
        return new Rowset(all.toArray(Column[]::new));
    }

    static Column text(String name) {
        return new Column(name, Types.VARCHAR);
    }

    static Column number(String name) {
        return new Column(name, Types.INTEGER);
    }

    static Column flag(String name) {
        return new Column(name, Types.BOOLEAN);
    }

    /** @param values one for each column, in their order; null where there is none */
    void add(Object... values) {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException(values.length + " values for " + columns.size() + " columns");
        }
        rows.add(values);
    }

    /** As {@link #add}, for {@link #ofCubes}. */
    void addOf(Cube cube, Object... values) {
        List<Object> all = new ArrayList<>(Arrays.asList(
                cube.getSchema().getCatalog().getName(), cube.getSchema().getName(), cube.getName()));
        all.addAll(Arrays.asList(values));
        add(all.toArray());
    }

    ResultSet resultSet() throws OlapException {
        try {
            CachedRowSet result = RowSetProvider.newFactory().createCachedRowSet();
            result.setMetaData(metaData());
            for (Object[] row : rows) {
                result.moveToInsertRow();
                for (int column = 1; column <= row.length; column++) {
                    if (row[column - 1] == null) {
                        result.updateNull(column);
                    } else {
                        result.updateObject(column, row[column - 1]);
                    }
                }
                result.insertRow();
                result.moveToCurrentRow();
                result.last();
            }
            result.beforeFirst();
            return result;
        } catch (SQLException e) {
            throw new OlapException("the metadata could not be made into a result set", e);
        }
    }

    private RowSetMetaData metaData() throws SQLException {
        RowSetMetaData meta = new RowSetMetaDataImpl();
        meta.setColumnCount(columns.size());
        for (int column = 1; column <= columns.size(); column++) {
            meta.setColumnName(column, columns.get(column - 1).name());
            meta.setColumnLabel(column, columns.get(column - 1).name());
            meta.setColumnType(column, columns.get(column - 1).type());
        }
        return meta;
    }
}
