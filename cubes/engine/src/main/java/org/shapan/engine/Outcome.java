package org.shapan.engine;

import java.util.List;
import java.util.function.IntFunction;
import org.shapan.engine.api.CellBlock;
import org.shapan.engine.api.QueryLoads;
import org.shapan.engine.api.RowBlock;
import org.shapan.engine.calc.QueryResult;
import org.shapan.engine.cell.LoadTrace;
import org.shapan.engine.olap4j.OlapServer;
import org.shapan.engine.olap4j.QueryOutcome;
import org.shapan.engine.star.Cube;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.Member;

/**
 * A finished query in the shape that the driver wants.
 *
 * @param rows gives the rows behind a cell by ordinal
 */
record Outcome(QueryResult result, List<LoadTrace> traces, OlapServer.CatalogView catalog, IntFunction<RowBlock> rows)
        implements QueryOutcome {

    @Override
    public QueryLoads loads() {
        return new QueryLoads(
                result.sets(),
                traces.stream()
                        .map(t -> new QueryLoads.Load(
                                t.factGroup(), t.cells(), t.source().name(), t.why(), t.sql(), t.rows(), t.millis()))
                        .toList());
    }

    @Override
    public RowBlock drillThrough(int ordinal) {
        return rows.apply(ordinal);
    }

    @Override
    public Cube cube() {
        return result.cube();
    }

    @Override
    public CellBlock block() {
        return result;
    }

    @Override
    public List<Hierarchy> hierarchies(int axis) {
        return result.hierarchies(axis);
    }

    @Override
    public Member member(int axis, int position, int column) {
        return result.member(axis, position, column);
    }

    @Override
    public List<String> dimensionProperties(int axis) {
        return result.dimensionProperties(axis);
    }

    @Override
    public List<String> cellProperties() {
        return result.cellProperties();
    }
}
