package org.shapan.engine.cell;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.List;
import org.shapan.engine.cell.segment.ColumnBuilder;
import org.shapan.engine.cell.segment.Grouping;
import org.shapan.engine.cell.segment.ValueColumn;
import org.shapan.engine.sql.DataType;
import org.shapan.engine.sql.Dialect;
import org.shapan.engine.sql.QueryExecution;
import org.shapan.engine.sql.SqlExecutor;
import org.shapan.engine.star.LevelPath;

/**
 * The statement that fills a segment from the fact table or an aggregate, and how its rows become the segment. Members are loaded
 * before it runs, so that finding a row's member needs no other statement.
 */
final class SegmentStatement {
    private static final int CHECK_EVERY = 4096;

    private final FactLayout layout;
    private final SegmentKey key;
    private final CellLimits limits;
    private final StarQuery query;
    private final int[][] keyPositions;
    private final LevelPath[] paths;
    /** Position of the counted expression of a distinct count over a tree, whose distinct values are counted here; else -1. */
    private final int distinctPosition;

    SegmentStatement(FactLayout layout, SegmentKey key, CellSource source, Dialect dialect, CellLimits limits) {
        this.layout = layout;
        this.key = key;
        this.limits = limits;
        this.query = new StarQuery(layout, source, dialect);
        Grain grain = key.grain();
        int[] grouped = grain.grouped();
        this.keyPositions = new int[grouped.length][];
        this.paths = new LevelPath[grouped.length];
        boolean tree = false;
        for (int c = 0; c < grouped.length; c++) {
            int code = grain.code(grouped[c]);
            tree |= Grain.isTree(code);
            keyPositions[c] = query.groupBy(grouped[c], Grain.depth(code));
            layout.level(grouped[c], Grain.depth(code)).memberCount();
            paths[c] = source.path(grouped[c], Grain.depth(code));
            MemberPredicate predicate = key.predicates()[c];
            if (predicate != null) {
                int predicateCode = Grain.isTree(code) ? code : predicate.depth();
                query.where(grouped[c], predicateCode, predicate.ids());
            }
        }
        if (key.region() != null) {
            query.where(key.region());
        }
        FactColumn first = key.columns().getFirst();
        if (tree && first.operation() == FactColumn.Operation.DISTINCT_COUNT) {
            this.distinctPosition = query.groupBy(first.sql());
            query.where(first.sql() + " IS NOT NULL");
        } else {
            this.distinctPosition = -1;
            key.columns().forEach(column -> query.aggregate(source.select(column)));
            if (!query.isGrouped()) {
                query.aggregate("COUNT(*)");
            }
        }
    }

    /** Whether the columns of a request must go one by one: each distinct count alone, where the database wants that or a tree does. */
    static boolean mustGoAlone(FactColumn column, Grain grain, Dialect dialect) {
        if (column.operation() != FactColumn.Operation.DISTINCT_COUNT) {
            return false;
        }
        return !dialect.supportsMultipleDistinct()
                || Arrays.stream(grain.grouped()).anyMatch(b -> Grain.isTree(grain.code(b)));
    }

    String sql() {
        return query.sql();
    }

    /** Reads all rows and makes the segment of them. */
    SqlExecutor.RowReader<Segment> reader(QueryExecution execution) {
        return new SqlExecutor.RowReader<>() {
            @Override
            public Segment read(ResultSet rows) throws SQLException {
                return SegmentStatement.this.read(rows, execution);
            }

            @Override
            public long rows(Segment segment) {
                return segment.rows();
            }
        };
    }

    private Segment read(ResultSet rows, QueryExecution execution) throws SQLException {
        int width = keyPositions.length;
        Object[][] keyValues = new Object[width][];
        for (int c = 0; c < width; c++) {
            keyValues[c] = new Object[keyPositions[c].length];
        }
        int[][] ids = new int[width][16];
        ValueReader[] readers = readers(rows);
        DistinctValues distinct = new DistinctValues();
        boolean complete = true;
        int size = 0;
        int read = 0;
        rows:
        while (rows.next()) {
            if (++read % CHECK_EVERY == 0) {
                execution.check();
            }
            if (read > limits.maxSegmentRows()) {
                throw CellLimits.exceeded(
                        CellLimits.MAX_SEGMENT_ROWS,
                        limits.maxSegmentRows(),
                        "A statement on " + layout.group().name() + " gave more rows than a query may read.");
            }
            if (!query.isGrouped() && rows.getLong(readers.length + 1) == 0) {
                continue;
            }
            if (width > 0 && size == ids[0].length) {
                for (int c = 0; c < width; c++) {
                    ids[c] = Arrays.copyOf(ids[c], size * 2);
                }
            }
            for (int c = 0; c < width; c++) {
                int[] positions = keyPositions[c];
                for (int k = 0; k < positions.length; k++) {
                    keyValues[c][k] = rows.getObject(positions[k] + 1);
                }
                int id = paths[c].memberOf().id(keyValues[c]);
                if (id < 0) {
                    complete = false;
                    continue rows;
                }
                ids[c][size] = id;
            }
            for (ValueReader reader : readers) {
                reader.read(rows);
            }
            if (distinctPosition >= 0) {
                distinct.add(rows.getObject(distinctPosition + 1));
            }
            size++;
        }
        return distinctPosition >= 0
                ? distinctSegment(ids, size, distinct, complete)
                : segment(ids, size, readers, complete);
    }

    private ValueReader[] readers(ResultSet rows) throws SQLException {
        if (distinctPosition >= 0) {
            return new ValueReader[0];
        }
        List<FactColumn> columns = key.columns();
        ValueReader[] readers = new ValueReader[columns.size()];
        for (int i = 0; i < readers.length; i++) {
            int position = query.groupingCount() + i + 1;
            readers[i] = new ValueReader(
                    position,
                    rows.getMetaData().getColumnType(position),
                    columns.get(i).type());
        }
        return readers;
    }

    private Segment segment(int[][] ids, int size, ValueReader[] readers, boolean complete) {
        Trees.Expanded expanded = expand(ids, size);
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

    private Segment distinctSegment(int[][] ids, int size, DistinctValues distinct, boolean complete) {
        Trees.Expanded expanded = expand(ids, size);
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

    private Trees.Expanded expand(int[][] ids, int size) {
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
