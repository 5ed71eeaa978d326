package org.shapan.engine.calc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import org.shapan.engine.access.CatalogAccess;
import org.shapan.engine.access.CubeAccess;
import org.shapan.engine.api.CellBlock;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.calc.eval.KeptSets;
import org.shapan.engine.calc.eval.QueryLimits;
import org.shapan.engine.cell.CellLimits;
import org.shapan.engine.cell.CellStore;
import org.shapan.engine.mdx.MdxParser;
import org.shapan.engine.mdx.SelectStatement;
import org.shapan.engine.sql.QueryExecution;
import org.shapan.engine.sql.SqlExecutor;
import org.shapan.engine.star.Cube;

/** Queries on a cube as text. */
public final class CubeQueries {
    private final Cube cube;
    private final CubeAccess access;
    private final CellStore cells;

    /** @param sql of the database that the cube is bound to */
    public CubeQueries(Cube cube, SqlExecutor sql) {
        this(CatalogAccess.full(cube), sql);
    }

    /** As a role sees the cube. */
    public CubeQueries(CubeAccess access, SqlExecutor sql) {
        this.cube = access.cube();
        this.access = access;
        this.cells = new CellStore(sql, CellLimits.DEFAULT);
    }

    public QueryResult run(String mdx, QueryLimits limits, Map<String, Object> parameters) {
        return run(compiled(mdx, limits), parameters, KeptSets.Store.NONE);
    }

    CompiledQuery compiled(String mdx, QueryLimits limits) {
        return QueryCompiler.compile((SelectStatement) MdxParser.parseStatement(mdx), access, limits, Locale.US);
    }

    QueryResult run(CompiledQuery query, Map<String, Object> parameters, KeptSets.Store sets) {
        QueryExecution execution = new Unlimited();
        return query.execute(execution, cells.open(cube, 0, execution), parameters, sets);
    }

    /** Columns, then a line per row: its members and its cells; the code of the error when the query fails. */
    public List<String> table(String mdx) {
        QueryResult result;
        try {
            result = run(mdx, QueryLimits.DEFAULT, Map.of());
        } catch (EngineException e) {
            return List.of(e.code().toString());
        }
        return table(result);
    }

    /** Columns, then a line per row: its members and its cells. */
    public static List<String> table(CellBlock result) {
        List<String> table = new ArrayList<>();
        int columns = result.axisCount() == 0 ? 1 : result.positionCount(0);
        if (result.axisCount() > 0) {
            table.add(line("", columns, column -> names(result, 0, column)));
        }
        int rows = result.axisCount() < 2 ? 1 : result.positionCount(1);
        for (int row = 0; row < rows; row++) {
            int first = row * columns;
            table.add(line(
                    result.axisCount() < 2 ? "" : names(result, 1, row),
                    columns,
                    column -> cell(result, first + column)));
        }
        return table;
    }

    private static String cell(CellBlock result, int ordinal) {
        return result.isError(ordinal) ? "#ERR" : result.isEmpty(ordinal) ? "-" : result.formatted(ordinal);
    }

    private static String line(String head, int columns, IntFunction<String> text) {
        List<String> parts = new ArrayList<>();
        parts.add(head);
        for (int column = 0; column < columns; column++) {
            parts.add(text.apply(column));
        }
        return String.join(" | ", parts).strip();
    }

    private static String names(CellBlock result, int axis, int position) {
        List<String> names = new ArrayList<>();
        for (int column = 0; column < result.width(axis); column++) {
            names.add(result.memberCaption(axis, position, column));
        }
        return String.join(", ", names);
    }

    private static final class Unlimited implements QueryExecution {
        @Override
        public void check() {
            // nobody cancels
        }

        @Override
        public Instant deadline() {
            return null;
        }

        @Override
        public String user() {
            return "test";
        }

        @Override
        public AutoCloseable onCancel(Runnable action) {
            return () -> {};
        }
    }
}
