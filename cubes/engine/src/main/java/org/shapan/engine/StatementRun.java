package org.shapan.engine;

import java.sql.JDBCType;
import java.util.List;
import java.util.function.UnaryOperator;
import org.shapan.engine.access.CubeAccess;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;
import org.shapan.engine.api.RowBlock;
import org.shapan.engine.calc.CompiledQuery;
import org.shapan.engine.calc.QueryCompiler;
import org.shapan.engine.calc.QueryResult;
import org.shapan.engine.calc.eval.CellRows;
import org.shapan.engine.calc.eval.KeptSets;
import org.shapan.engine.cell.CellStore;
import org.shapan.engine.cell.LoadTrace;
import org.shapan.engine.cell.QueryCells;
import org.shapan.engine.drillthrough.DrillThrough;
import org.shapan.engine.mdx.CreateCubeStatement;
import org.shapan.engine.mdx.CreateFormulaStatement;
import org.shapan.engine.mdx.DrillThroughStatement;
import org.shapan.engine.mdx.DropCubeStatement;
import org.shapan.engine.mdx.DropFormulaStatement;
import org.shapan.engine.mdx.ExplainStatement;
import org.shapan.engine.mdx.MdxParser;
import org.shapan.engine.mdx.MemberFormula;
import org.shapan.engine.mdx.RefreshCubeStatement;
import org.shapan.engine.mdx.SelectStatement;
import org.shapan.engine.mdx.Statement;
import org.shapan.engine.mdx.TransactionStatement;
import org.shapan.engine.mdx.UpdateCubeStatement;
import org.shapan.engine.olap4j.OlapServer;
import org.shapan.engine.olap4j.RowsOutcome;
import org.shapan.engine.olap4j.StatementOutcome;
import org.shapan.engine.sql.QueryExecution;
import org.shapan.engine.sql.SqlExecutor;
import org.shapan.engine.star.Cube;

/** One statement under way, on the data version of its view. One thread. */
final class StatementRun {
    private final OlapServer.Query query;
    private final LoadedCatalog.View view;
    private final QueryExecution execution;
    private final Means means;
    private QueryCells held;

    /** What of the server a statement needs. */
    record Means(CellStore cells, SqlExecutor sql, PreparedQueries prepared, CubeServerLimits limits) {}

    StatementRun(OlapServer.Query query, LoadedCatalog.View view, QueryExecution execution, Means means) {
        this.query = query;
        this.view = view;
        this.execution = execution;
        this.means = means;
    }

    /**
     * @param drill gives the rows behind a cell of the result by ordinal, for when that is asked for later
     * @throws EngineException NOT_SUPPORTED for statements that would change something
     */
    StatementOutcome run(Drill drill) {
        CompiledQuery known = means.prepared.known(view, query.mdx(), query.locale());
        return known == null ? run(MdxParser.parseStatement(query.mdx()), drill) : run(known, sets(known), drill);
    }

    private StatementOutcome run(Statement statement, Drill drill) {
        return switch (statement) {
            case SelectStatement select -> {
                CompiledQuery compiled =
                        means.prepared.get(view, query.mdx(), query.locale(), () -> compile(select, access(select)));
                yield run(compiled, sets(compiled), drill);
            }
            case DrillThroughStatement drillThrough -> new RowsOutcome(rows(drillThrough));
            case ExplainStatement explain -> new RowsOutcome(rows(plan(explain.statement())));
            case RefreshCubeStatement refresh -> throw unsupported("REFRESH CUBE", refresh);
            case CreateFormulaStatement create ->
                throw unsupported(
                        session("CREATE", create.session()) + kind(create.formula() instanceof MemberFormula), create);
            case DropFormulaStatement drop ->
                throw unsupported(session("DROP", drop.session()) + kind(!drop.set()), drop);
            case CreateCubeStatement create -> throw unsupported(session("CREATE", create.session()) + "CUBE", create);
            case DropCubeStatement drop -> throw unsupported(session("DROP", drop.session()) + "CUBE", drop);
            case UpdateCubeStatement update -> throw unsupported("UPDATE CUBE", update);
            case TransactionStatement transaction ->
                throw unsupported(transaction.action() + " TRANSACTION", transaction);
        };
    }

    private KeptSets.Store sets(CompiledQuery compiled) {
        return means.prepared.sets(compiled, query.parameters());
    }

    private Outcome run(CompiledQuery compiled, KeptSets.Store sets, Drill drill) {
        open(compiled.cube());
        QueryResult result = compiled.execute(execution, held, query.parameters(), sets);
        return new Outcome(result, traces(), view, ordinal -> drill.rows(compiled, result, ordinal));
    }

    private void open(Cube cube) {
        held = means.cells.open(cube, view.loaded().dataVersion(), execution);
    }

    /** See {@link #run}. */
    interface Drill {
        RowBlock rows(CompiledQuery compiled, QueryResult result, int ordinal);
    }

    private static String session(String verb, boolean session) {
        return session ? verb + " SESSION " : verb + " ";
    }

    private static String kind(boolean member) {
        return member ? "MEMBER" : "SET";
    }

    private static EngineException unsupported(String name, Statement statement) {
        return new EngineException(
                OlapErrorCode.NOT_SUPPORTED, name + " is not supported yet", statement.region(), null);
    }

    /** How a query was answered, which is run for it; for a drill-through its statement, which is not. */
    private String plan(Statement statement) {
        return switch (statement) {
            case SelectStatement select -> {
                CompiledQuery compiled = compile(select, access(select));
                yield run(compiled, KeptSets.Store.NONE, (any, result, ordinal) -> null)
                        .loads()
                        .plan();
            }
            case DrillThroughStatement drillThrough -> {
                CubeAccess access = access(drillThrough.select());
                CellRows cell = cell(drillThrough, compile(drillThrough.select(), access));
                String rows = drillThrough(drillThrough, access).sql(cell, means.sql.dialect());
                yield rows == null ? "No row can lie in the cell\n" : rows + "\n";
            }
            default -> throw unsupported("EXPLAIN PLAN for such a statement", statement);
        };
    }

    private static RowBlock rows(String plan) {
        RowBlock.Column column = new RowBlock.Column("PLAN", "PLAN", JDBCType.VARCHAR);
        return new RowBlock(List.of(column), List.<Object[]>of(new Object[] {plan}), false);
    }

    private CubeAccess access(SelectStatement select) {
        return view.access(QueryCompiler.cubeName(select));
    }

    private CompiledQuery compile(SelectStatement select, CubeAccess access) {
        return QueryCompiler.compile(select, access, means.limits.query(), query.locale());
    }

    private RowBlock rows(DrillThroughStatement statement) {
        CubeAccess access = access(statement.select());
        DrillThrough drill = drillThrough(statement, access);
        return drill.read(cell(statement, compile(statement.select(), access)), means.sql, execution);
    }

    private DrillThrough drillThrough(DrillThroughStatement statement, CubeAccess access) {
        return DrillThrough.of(statement, access, query.locale(), means.limits.drillThrough());
    }

    private CellRows cell(DrillThroughStatement statement, CompiledQuery compiled) {
        open(compiled.cube());
        return cell(compiled, sizes -> DrillThrough.onlyCell(sizes, statement));
    }

    /** The rows behind a cell of a result that this view gave. */
    RowBlock rows(CompiledQuery compiled, QueryResult result, int ordinal) {
        CubeAccess access = view.access(result.cube());
        open(result.cube());
        return DrillThrough.all(access, query.locale(), means.limits.drillThrough())
                .read(cell(compiled, sizes -> coordinates(ordinal, sizes)), means.sql, execution);
    }

    private static int[] coordinates(int ordinal, int[] sizes) {
        int[] position = new int[sizes.length];
        int rest = ordinal;
        for (int axis = 0; axis < sizes.length; axis++) {
            position[axis] = rest % sizes[axis];
            rest /= sizes[axis];
        }
        return position;
    }

    private CellRows cell(CompiledQuery compiled, UnaryOperator<int[]> position) {
        return compiled.rows(execution, held, query.parameters(), position);
    }

    /** How the stored cells came to be, so far. */
    List<LoadTrace> traces() {
        return held == null ? List.of() : held.traces();
    }
}
