package org.shapan.engine.olap4j;

import java.sql.JDBCType;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.olap4j.OlapException;
import org.olap4j.metadata.Cube;
import org.shapan.engine.api.RowBlock;

/** Rows of metadata under the column names of XML for Analysis; becomes a {@link ResultSet} that stands before its first row. */
final class Rowset {
    private final List<RowBlock.Column> columns;
    private final List<Object[]> rows = new ArrayList<>();

    Rowset(RowBlock.Column... columns) {
        this.columns = List.of(columns);
    }

    /** Rows that begin with the catalog, schema and cube they belong to. */
    static Rowset ofCubes(RowBlock.Column... columns) {
        List<RowBlock.Column> all =
                new ArrayList<>(List.of(text("CATALOG_NAME"), text("SCHEMA_NAME"), text("CUBE_NAME")));
        all.addAll(List.of(columns));
        return new Rowset(all.toArray(RowBlock.Column[]::new));
    }

    static RowBlock.Column text(String name) {
        return new RowBlock.Column(name, name, JDBCType.VARCHAR);
    }

    static RowBlock.Column number(String name) {
        return new RowBlock.Column(name, name, JDBCType.INTEGER);
    }

    static RowBlock.Column flag(String name) {
        return new RowBlock.Column(name, name, JDBCType.BOOLEAN);
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
        return RowSets.of(new RowBlock(columns, rows, false));
    }
}
