package org.shapan.engine.drillthrough;

import static java.util.Objects.requireNonNull;

import java.sql.JDBCType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.shapan.engine.access.CubeAccess;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;
import org.shapan.engine.api.RowBlock;
import org.shapan.engine.calc.eval.CellRows;
import org.shapan.engine.cell.FactRowQuery;
import org.shapan.engine.drillthrough.RowColumn.OfDetails;
import org.shapan.engine.drillthrough.RowColumn.OfLevel;
import org.shapan.engine.drillthrough.RowColumn.OfMeasure;
import org.shapan.engine.mdx.DrillThroughStatement;
import org.shapan.engine.sql.Dialect;
import org.shapan.engine.sql.QueryExecution;
import org.shapan.engine.sql.SqlExecutor;
import org.shapan.engine.star.Details;
import org.shapan.engine.star.FactGroup;
import org.shapan.engine.star.Relation;
import org.shapan.engine.star.StoredMeasure;

/** Reads the rows behind a cell. Immutable; one per statement. */
public final class DrillThrough {
    private static final int CHECK_EVERY = 1_024;

    private final CubeAccess access;
    private final Locale locale;
    private final List<RowColumn> returned;
    private final int skipped;
    private final int most;

    private DrillThrough(CubeAccess access, Locale locale, List<RowColumn> returned, int skipped, int most) {
        this.access = requireNonNull(access, "access is null");
        this.locale = requireNonNull(locale, "locale is null");
        this.returned = returned;
        this.skipped = skipped;
        this.most = most;
    }

    /**
     * What a statement asks for.
     *
     * @throws EngineException MDX_UNKNOWN_NAME, MDX_TYPE for a column of RETURN, with its place
     */
    public static DrillThrough of(
            DrillThroughStatement statement, CubeAccess access, Locale locale, DrillThroughLimits limits) {
        List<RowColumn> columns = new ReturnClause(access).of(statement.returns());
        int most = Math.min(statement.maxRows().orElse(limits.maxRows()), limits.maxRows());
        return new DrillThrough(access, locale, columns, statement.firstRowset().orElse(0), most);
    }

    /** All columns of the first rows. */
    public static DrillThrough all(CubeAccess access, Locale locale, DrillThroughLimits limits) {
        return new DrillThrough(access, locale, List.of(), 0, limits.maxRows());
    }

    /**
     * The only cell of a query.
     *
     * @param sizes of its axes
     * @throws EngineException MDX_EVALUATION when it has more cells, or none
     */
    public static int[] onlyCell(int[] sizes, DrillThroughStatement statement) {
        for (int size : sizes) {
            if (size != 1) {
                throw new EngineException(
                        OlapErrorCode.MDX_EVALUATION,
                        "DRILLTHROUGH is for one cell, but an axis of the query has " + size + " positions",
                        statement.select().region(),
                        null);
            }
        }
        return new int[sizes.length];
    }

    /**
     * Reads the rows; blocks.
     *
     * @throws EngineException SQL_FAILED, CANCELLED, TIMEOUT, SERVER_BUSY
     */
    public RowBlock read(CellRows cell, SqlExecutor sql, QueryExecution execution) {
        Plan plan = plan(cell, sql.dialect());
        if (plan.sql == null) {
            return new RowBlock(described(plan.columns, List.of()), List.of(), false);
        }
        return sql.query(plan.sql, List.of(), execution, rows -> read(rows, plan, execution));
    }

    /** The statement that {@link #read} would run; null when there are no rows. */
    public String sql(CellRows cell, Dialect dialect) {
        return plan(cell, dialect).sql;
    }

    /** @param sql null when no row can be there */
    private record Plan(List<RowColumn> columns, List<RowReader> readers, String sql) {}

    private Plan plan(CellRows cell, Dialect dialect) {
        FactGroup group = cell.measure().factGroup();
        FactRowQuery query = new FactRowQuery(group, access.cube(), rows(group), dialect);
        boolean possible = cell.region() != null && query.restrict(cell.context(), cell.region()) && most > 0;
        List<RowColumn> columns = returned.isEmpty() ? new ReturnClause(access).all(group, query::reaches) : returned;
        List<RowReader> readers =
                columns.stream().map(column -> reader(column, group, query)).toList();
        return new Plan(columns, readers, possible ? query.sql(skipped, most + 1L) : null);
    }

    private static Relation rows(FactGroup group) {
        return group.details() == null ? group.fact() : group.details().relation();
    }

    private RowReader reader(RowColumn column, FactGroup group, FactRowQuery query) {
        return switch (column) {
            case OfLevel level ->
                query.reaches(level.level()) ? RowReader.member(level, query, locale) : RowReader.NOTHING;
            case OfDetails(Details.Column details, String _) ->
                group.details() != null && group.details().columns().contains(details)
                        ? RowReader.value(query.select(details.sql()))
                        : RowReader.NOTHING;
            case OfMeasure(StoredMeasure measure, String _)
            when measure.factGroup() == group && group.details() != null ->
                throw new EngineException(
                        OlapErrorCode.MDX_TYPE,
                        "The rows behind " + measure.uniqueName() + " are details, which have no measures: RETURN "
                                + group.details().columns().stream()
                                        .map(Details.Column::name)
                                        .toList());
            case OfMeasure(StoredMeasure measure, String _) ->
                measure.factGroup() == group
                        ? RowReader.value(query.select(measure.sql() == null ? "1" : measure.sql()))
                        : RowReader.NOTHING;
        };
    }

    private RowBlock read(ResultSet rows, Plan plan, QueryExecution execution) throws SQLException {
        List<JDBCType> types = new ArrayList<>();
        for (RowReader reader : plan.readers) {
            types.add(reader.type(rows));
        }
        List<Object[]> found = new ArrayList<>();
        while (rows.next()) {
            if (found.size() == most) {
                return new RowBlock(described(plan.columns, types), found, true);
            }
            if (found.size() % CHECK_EVERY == 0) {
                execution.check();
            }
            Object[] row = new Object[types.size()];
            for (int i = 0; i < row.length; i++) {
                row[i] = plan.readers.get(i).read(rows);
            }
            found.add(row);
        }
        return new RowBlock(described(plan.columns, types), found, false);
    }

    /** Captions that occur twice get the hierarchy's before them; what is still not unique a number behind. */
    private List<RowBlock.Column> described(List<RowColumn> columns, List<JDBCType> types) {
        Map<String, Integer> uses = new HashMap<>();
        columns.forEach(column -> uses.merge(column.caption(locale), 1, Integer::sum));
        Map<String, Integer> given = new HashMap<>();
        List<RowBlock.Column> described = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            RowColumn column = columns.get(i);
            String caption = column.caption(locale);
            if (uses.get(caption) > 1) {
                caption = column.group(locale) + "." + caption;
            }
            int number = given.merge(caption, 1, Integer::sum);
            described.add(new RowBlock.Column(
                    column.name(),
                    number == 1 ? caption : caption + " " + number,
                    types.isEmpty() ? JDBCType.VARCHAR : types.get(i)));
        }
        return described;
    }
}
