package org.shapan.engine.calc;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.shapan.engine.access.CubeAccess;
import org.shapan.engine.calc.eval.CellRows;
import org.shapan.engine.calc.eval.Evaluator;
import org.shapan.engine.calc.eval.KeptSets;
import org.shapan.engine.calc.eval.QueryLimits;
import org.shapan.engine.calc.eval.Subcube;
import org.shapan.engine.calc.expression.Type;
import org.shapan.engine.calc.resolve.CubeFormulas;
import org.shapan.engine.cell.QueryCells;
import org.shapan.engine.sql.QueryExecution;
import org.shapan.engine.star.Cube;

/** A query whose names and types are checked. Immutable; may be executed any number of times, in several threads at once. */
public final class CompiledQuery {
    private final CubeAccess access;
    private final Within within;
    private final CubeFormulas formulas;
    private final List<AxisPlan> axes;
    private final AxisPlan slicer;
    private final List<String> cellProperties;
    private final QueryLimits limits;
    private final Locale locale;

    /** The subselect that a query is over. */
    record Within(CompiledQuery select, boolean visual) {}

    /** @param within null when the query is over the cube itself */
    CompiledQuery(
            CubeAccess access,
            Within within,
            CubeFormulas formulas,
            List<AxisPlan> axes,
            AxisPlan slicer,
            List<String> cellProperties,
            QueryLimits limits,
            Locale locale) {
        this.access = access;
        this.within = within;
        this.formulas = formulas;
        this.axes = List.copyOf(axes);
        this.slicer = slicer;
        this.cellProperties = List.copyOf(cellProperties);
        this.limits = limits;
        this.locale = locale;
    }

    /**
     * Runs the query; blocks.
     *
     * @param cells of one data version; used by this execution alone
     * @param parameters values of parameters by name; those not named keep their default
     * @param sets of this query with these parameters, over the cells as they are
     * @throws org.shapan.engine.api.EngineException MDX_EVALUATION for an error in an axis or the slicer (errors in cells stay in
     *     them), BUDGET_EXCEEDED, CANCELLED, TIMEOUT, SQL_FAILED, SERVER_BUSY
     */
    public QueryResult execute(
            QueryExecution execution, QueryCells cells, Map<String, Object> parameters, KeptSets.Store sets) {
        // A subselect is a query of its own, whose sets are not kept.
        KeptSets.Store store = within == null ? sets : KeptSets.Store.NONE;
        return run(execution, cells, parameters, store.known()).run(store);
    }

    /**
     * Finds the rows behind one cell; blocks while axes are evaluated.
     *
     * @param position chooses a row of each axis, given the sizes of all of them
     * @throws org.shapan.engine.api.EngineException as {@link #execute}; NOT_SUPPORTED when the cell stands for no rows
     */
    public CellRows rows(
            QueryExecution execution, QueryCells cells, Map<String, Object> parameters, UnaryOperator<int[]> position) {
        return run(execution, cells, parameters, null).rows(position);
    }

    private QueryRun run(QueryExecution execution, QueryCells cells, Map<String, Object> parameters, KeptSets before) {
        Subcube subcube = within == null
                ? Subcube.whole(access)
                : within.select.run(execution, cells, parameters, null).subcube(within);
        Evaluator evaluator = new Evaluator(subcube, cells, execution, formulas, limits, locale, parameters, before);
        return new QueryRun(this, evaluator, cells);
    }

    /** The cube that the query is about. */
    public Cube cube() {
        return access.cube();
    }

    /** Types of the axes, columns first. */
    public List<Type> axisTypes() {
        return axes.stream().map(axis -> axis.set().type()).toList();
    }

    /** Null when there is no WHERE. */
    public Type slicerType() {
        return slicer == null ? null : slicer.set().type();
    }

    /** Names that DIMENSION PROPERTIES asks for. */
    public List<String> dimensionProperties(int axis) {
        return axes.get(axis).properties();
    }

    /** Types of the parameters that the query declares, by name. */
    public Map<String, Type> parameterTypes() {
        return formulas.parameterTypes();
    }

    CubeAccess access() {
        return access;
    }

    CubeFormulas formulas() {
        return formulas;
    }

    List<AxisPlan> axes() {
        return axes;
    }

    /** Null when there is no WHERE. */
    AxisPlan slicer() {
        return slicer;
    }

    /** Names that CELL PROPERTIES asks for; empty when the clause is absent. */
    public List<String> cellProperties() {
        return cellProperties;
    }

    QueryLimits limits() {
        return limits;
    }

    Locale locale() {
        return locale;
    }
}
