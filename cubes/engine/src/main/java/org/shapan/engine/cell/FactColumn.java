package org.shapan.engine.cell;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import org.shapan.engine.cell.segment.Combination;
import org.shapan.engine.sql.DataType;
import org.shapan.engine.star.StoredMeasure;

/**
 * What is computed from fact rows and kept in a segment. Measures that say the same (in a cube and in a virtual cube, or with another
 * time aggregation) share it; an average is two of them.
 *
 * @param sql expression over the fact's alias; null for the count of rows
 * @param type of the result; DOUBLE is kept as double, other numbers exactly
 */
record FactColumn(Operation operation, String sql, DataType type) {
    enum Operation {
        SUM(Combination.SUM),
        COUNT(Combination.SUM),
        MIN(Combination.MIN),
        MAX(Combination.MAX),
        DISTINCT_COUNT(Combination.NONE),
        /** The value of the one row there is. */
        SINGLE(Combination.NONE);

        private final Combination combination;

        Operation(Combination combination) {
            this.combination = combination;
        }

        /** How finer values become one. */
        Combination combination() {
            return combination;
        }

        boolean isAdditive() {
            return combination != Combination.NONE;
        }
    }

    FactColumn {
        requireNonNull(operation, "operation is null");
        requireNonNull(type, "type is null");
    }

    /** One column, or sum and count for an average. */
    static List<FactColumn> of(StoredMeasure measure) {
        String sql = measure.sql();
        DataType type = measure.dataType();
        return switch (measure.aggregation()) {
            case SUM -> List.of(new FactColumn(Operation.SUM, sql, type));
            case MIN -> List.of(new FactColumn(Operation.MIN, sql, type));
            case MAX -> List.of(new FactColumn(Operation.MAX, sql, type));
            case NONE -> List.of(new FactColumn(Operation.SINGLE, sql, type));
            case COUNT -> List.of(new FactColumn(Operation.COUNT, sql, DataType.LONG));
            case DISTINCT_COUNT -> List.of(new FactColumn(Operation.DISTINCT_COUNT, sql, DataType.LONG));
            case AVG ->
                List.of(
                        new FactColumn(Operation.SUM, sql, type == DataType.DOUBLE ? type : DataType.DECIMAL),
                        new FactColumn(Operation.COUNT, sql, DataType.LONG));
        };
    }

    /** The aggregate as SQL text. */
    String select() {
        String argument = sql == null ? "*" : sql;
        return switch (operation) {
            case SUM, COUNT, MIN, MAX -> operation.name() + "(" + argument + ")";
            case DISTINCT_COUNT -> "COUNT(DISTINCT " + argument + ")";
            case SINGLE -> "CASE WHEN COUNT(*) = 1 THEN MAX(" + argument + ") END";
        };
    }

    @Override
    public String toString() {
        return operation.name().toLowerCase(Locale.ROOT) + "(" + (sql == null ? "*" : sql) + ")";
    }
}
