package org.shapan.engine.cell;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shapan.engine.sql.Dialect;
import org.shapan.engine.sql.QueryExecution;
import org.shapan.engine.sql.SqlExecutor;
import org.shapan.engine.star.LevelPath;

/**
 * The statement that fills segments from the fact table or an aggregate: one segment by GROUP BY, several of one scan by GROUPING SETS.
 * Members are loaded before it runs, so that finding a row's member needs no other statement.
 */
final class SegmentStatement {
    private static final int CHECK_EVERY = 4096;

    private final FactLayout layout;
    private final List<SegmentKey> keys;
    private final CellLimits limits;
    private final StarQuery query;
    private final List<SegmentRows.Positions> positions = new ArrayList<>();
    /** Which segments the rows of a grouping belong to, by what GROUPING tells of them; one entry where there is one grouping. */
    private final Map<Long, List<Integer>> segmentsOf = new HashMap<>();

    /** Position of GROUPING, or -1. */
    private final int groupingPosition;

    /** @param keys of one fact group, version and region, with the same columns; several only as {@link SharedScan} allows */
    SegmentStatement(FactLayout layout, List<SegmentKey> keys, CellSource source, Dialect dialect, CellLimits limits) {
        this.layout = layout;
        this.keys = keys;
        this.limits = limits;
        this.query = new StarQuery(layout, source, dialect);
        List<int[][]> groupBy = new ArrayList<>();
        List<LevelPath[]> paths = new ArrayList<>();
        boolean tree = false;
        boolean ungrouped = false;
        for (SegmentKey key : keys) {
            int[] grouped = key.grain().grouped();
            int[][] at = new int[grouped.length][];
            LevelPath[] path = new LevelPath[grouped.length];
            for (int c = 0; c < grouped.length; c++) {
                int code = key.grain().code(grouped[c]);
                tree |= Grain.isTree(code);
                at[c] = query.groupBy(grouped[c], Grain.depth(code));
                layout.level(grouped[c], Grain.depth(code)).memberCount();
                path[c] = source.path(grouped[c], Grain.depth(code));
                restrict(source, key, c);
            }
            ungrouped |= grouped.length == 0;
            groupBy.add(at);
            paths.add(path);
        }
        BoundRegion region = keys.getFirst().region();
        if (region != null && !source.restrict(query, region)) {
            query.where(region);
        }
        int distinct = aggregate(source, tree);
        int values = query.groupingCount();
        int rowCount = ungrouped && distinct < 0 ? query.aggregate("COUNT(*)") : -1;
        this.groupingPosition = keys.size() == 1 ? -1 : query.groupingSets(sets(groupBy));
        for (int k = 0; k < keys.size(); k++) {
            int count = keys.get(k).grain().grouped().length == 0 ? rowCount : -1;
            positions.add(new SegmentRows.Positions(groupBy.get(k), paths.get(k), values, distinct, count));
            long grouping = groupingPosition < 0 ? 0 : query.grouping(positionsIn(groupBy.get(k)));
            segmentsOf.computeIfAbsent(grouping, g -> new ArrayList<>()).add(k);
        }
    }

    private void restrict(CellSource source, SegmentKey key, int column) {
        MemberPredicate predicate = key.predicates()[column];
        if (predicate != null) {
            int ordinal = key.grain().grouped()[column];
            int code = key.grain().code(ordinal);
            if (!source.restrict(query, ordinal, predicate)) {
                query.where(ordinal, Grain.isTree(code) ? code : predicate.depth(), predicate.ids());
            }
        }
    }

    /** Adds the value columns; answers the position of the expression whose distinct values are to be counted, or -1. */
    private int aggregate(CellSource source, boolean tree) {
        List<FactColumn> columns = keys.getFirst().columns();
        FactColumn first = columns.getFirst();
        if ((tree || source.givesRows()) && first.operation() == FactColumn.Operation.DISTINCT_COUNT) {
            query.where(first.sql() + " IS NOT NULL");
            return query.groupBy(first.sql());
        }
        columns.forEach(column -> query.aggregate(source.select(column)));
        return -1;
    }

    private static List<Set<Integer>> sets(List<int[][]> groupBy) {
        return groupBy.stream().map(SegmentStatement::positionsIn).distinct().toList();
    }

    private static Set<Integer> positionsIn(int[][] groupBy) {
        Set<Integer> set = new LinkedHashSet<>();
        for (int[] level : groupBy) {
            Arrays.stream(level).forEach(set::add);
        }
        return set;
    }

    /** Whether the columns of a request must go one by one: each distinct count alone, where the database wants that or a tree does. */
    static boolean mustGoAlone(FactColumn column, Grain grain, Dialect dialect) {
        if (column.operation() != FactColumn.Operation.DISTINCT_COUNT) {
            return false;
        }
        return !dialect.supportsMultipleDistinct()
                || dialect.joinsRowByRow()
                || Arrays.stream(grain.grouped()).anyMatch(b -> Grain.isTree(grain.code(b)));
    }

    String sql() {
        return query.sql();
    }

    /** Reads all rows and makes the segments of them, in the order of the keys. */
    SqlExecutor.RowReader<List<Segment>> reader(QueryExecution execution) {
        return new SqlExecutor.RowReader<>() {
            @Override
            public List<Segment> read(ResultSet rows) throws SQLException {
                return SegmentStatement.this.read(rows, execution);
            }

            @Override
            public long rows(List<Segment> segments) {
                return segments.stream().mapToLong(Segment::rows).sum();
            }
        };
    }

    private List<Segment> read(ResultSet rows, QueryExecution execution) throws SQLException {
        List<SegmentRows> segments = new ArrayList<>();
        for (int k = 0; k < keys.size(); k++) {
            segments.add(new SegmentRows(layout, keys.get(k), positions.get(k), rows));
        }
        int read = 0;
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
            if (groupingPosition < 0) {
                segments.getFirst().read(rows);
            } else {
                for (int k : segmentsOf.get(rows.getLong(groupingPosition + 1))) {
                    segments.get(k).read(rows);
                }
            }
        }
        return segments.stream().map(SegmentRows::segment).toList();
    }
}
