package org.shapan.engine.cell;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import org.shapan.engine.cell.segment.ColumnBuilder;
import org.shapan.engine.cell.segment.Grouping;
import org.shapan.engine.cell.segment.ValueColumn;
import org.shapan.engine.sql.DataType;
import org.shapan.engine.star.LevelPath;
import org.shapan.engine.star.LevelPath.MemberLookup;

/** Turns the rows of a statement that belong to one segment into it: finds each row's members, collects its values. For one reading. */
final class SegmentRows {
    private final FactLayout layout;
    private final SegmentKey key;
    private final Positions positions;
    private final Object[][] keyValues;
    private final ValueReader[] readers;
    private final DistinctValues distinct = new DistinctValues();
    private int[][] ids;
    private int size;
    private boolean complete = true;

    /**
     * Where a segment's columns stand in a statement, counted from 0.
     *
     * @param keys for each key column of the grain the positions of its keys
     * @param paths for each key column how keys lead to a member; its members are loaded
     * @param values of the first value column
     * @param distinct of the counted expression of a distinct count whose distinct values are counted here; else -1
     * @param rowCount of the number of rows, where the grain has no key column; else -1
     */
    record Positions(int[][] keys, LevelPath[] paths, int values, int distinct, int rowCount) {}

    SegmentRows(FactLayout layout, SegmentKey key, Positions positions, ResultSet rows) throws SQLException {
        this.layout = layout;
        this.key = key;
        this.positions = positions;
        int width = positions.keys.length;
        this.ids = new int[width][16];
        this.keyValues = new Object[width][];
        for (int c = 0; c < width; c++) {
            keyValues[c] = new Object[positions.keys[c].length];
        }
        this.readers =
                new ValueReader[positions.distinct >= 0 ? 0 : key.columns().size()];
        for (int i = 0; i < readers.length; i++) {
            int position = positions.values + i + 1;
            readers[i] = new ValueReader(
                    position,
                    rows.getMetaData().getColumnType(position),
                    key.columns().get(i).type());
        }
    }

    /** Takes the current row; one whose keys have no member is left out. */
    void read(ResultSet rows) throws SQLException {
        if (positions.rowCount >= 0 && rows.getLong(positions.rowCount + 1) == 0) {
            return;
        }
        int width = ids.length;
        if (width > 0 && size == ids[0].length) {
            for (int c = 0; c < width; c++) {
                ids[c] = Arrays.copyOf(ids[c], size * 2);
            }
        }
        for (int c = 0; c < width; c++) {
            int[] at = positions.keys[c];
            for (int k = 0; k < at.length; k++) {
                keyValues[c][k] = rows.getObject(at[k] + 1);
            }
            int id = positions.paths[c].memberOf().id(keyValues[c]);
            if (id < 0) {
                complete &= id == MemberLookup.ELSEWHERE;
                return;
            }
            ids[c][size] = id;
        }
        for (ValueReader reader : readers) {
            reader.read(rows);
        }
        if (positions.distinct >= 0) {
            distinct.add(rows.getObject(positions.distinct + 1));
        }
        size++;
    }

    Segment segment() {
        return positions.distinct >= 0 ? distinctSegment() : valueSegment();
    }

    private Segment valueSegment() {
        Trees.Expanded expanded = expand();
        Grouping grouping = Grouping.of(expanded.ids(), expanded.rows());
        ValueColumn[] values = new ValueColumn[readers.length];
        boolean asRead = grouping.groupOf() == null && expanded.rows() == size && expanded.source() == null;
        for (int i = 0; i < values.length; i++) {
            values[i] = readers[i].values.build();
            if (!asRead) {
                values[i] = values[i].combine(
                        expanded.source(),
                        groupOf(grouping, expanded.rows()),
                        grouping.size(),
                        key.columns().get(i).operation().combination());
            }
        }
        return new Segment(key, layout, grouping, values, complete);
    }

    private Segment distinctSegment() {
        Trees.Expanded expanded = expand();
        int width = ids.length;
        int[][] withValue = Arrays.copyOf(expanded.ids(), width + 1);
        withValue[width] = new int[expanded.rows()];
        for (int row = 0; row < expanded.rows(); row++) {
            withValue[width][row] = distinct.id(expanded.source() == null ? row : expanded.source()[row]);
        }
        Grouping pairs = Grouping.of(withValue, expanded.rows());
        Grouping grouping = Grouping.of(Arrays.copyOf(pairs.keys(), width), pairs.size());
        long[] counts = new long[grouping.size()];
        for (int group : groupOf(grouping, pairs.size())) {
            counts[group]++;
        }
        ColumnBuilder column = new ColumnBuilder();
        for (long count : counts) {
            column.addLong(count);
        }
        return new Segment(key, layout, grouping, new ValueColumn[] {column.build()}, complete);
    }

    private Trees.Expanded expand() {
        int[] grouped = key.grain().grouped();
        Trees.Expanded expanded = new Trees.Expanded(null, ids, size);
        for (int c = 0; c < grouped.length; c++) {
            if (Grain.isTree(key.grain().code(grouped[c]))) {
                expanded = Trees.expand(
                        layout.hierarchy(grouped[c]),
                        expanded.source(),
                        expanded.ids(),
                        c,
                        expanded.rows(),
                        key.predicates()[c]);
            }
        }
        return expanded;
    }

    private static int[] groupOf(Grouping grouping, int rows) {
        if (grouping.groupOf() != null) {
            return grouping.groupOf();
        }
        int[] identity = new int[rows];
        Arrays.setAll(identity, i -> i);
        return identity;
    }

    /** Reads one value column as its SQL type allows best. */
    private static final class ValueReader {
        private final int position;
        private final int sqlType;
        private final boolean asDouble;
        private final ColumnBuilder values = new ColumnBuilder();

        ValueReader(int position, int sqlType, DataType type) {
            this.position = position;
            this.sqlType = sqlType;
            this.asDouble = type == DataType.DOUBLE;
        }

        void read(ResultSet rows) throws SQLException {
            switch (sqlType) {
                case Types.BIGINT, Types.INTEGER, Types.SMALLINT, Types.TINYINT -> {
                    long value = rows.getLong(position);
                    if (rows.wasNull()) {
                        values.addNull();
                    } else if (asDouble) {
                        values.addDouble((double) value);
                    } else {
                        values.addLong(value);
                    }
                }
                case Types.DOUBLE, Types.FLOAT, Types.REAL -> readDouble(rows);
                default -> {
                    if (asDouble) {
                        readDouble(rows);
                    } else {
                        values.addObject(rows.getObject(position));
                    }
                }
            }
        }

        private void readDouble(ResultSet rows) throws SQLException {
            double value = rows.getDouble(position);
            if (rows.wasNull()) {
                values.addNull();
            } else {
                values.addDouble(value);
            }
        }
    }
}
