package org.shapan.engine.olap4j;

import java.util.List;
import org.shapan.engine.api.CellBlock;
import org.shapan.engine.api.QueryLoads;
import org.shapan.engine.api.RowBlock;
import org.shapan.engine.star.Cube;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.Member;

/** What the driver shows of a finished query. Axis numbers as in {@link CellBlock}. */
public non-sealed interface QueryOutcome extends StatementOutcome {
    Cube cube();

    /** The state of the catalog that the query ran on: the one it was given, or a later one where that is no longer kept. */
    OlapServer.CatalogView catalog();

    CellBlock block();

    /**
     * Reads the rows behind a cell; blocks.
     *
     * @throws org.shapan.engine.api.EngineException NOT_SUPPORTED when the cell stands for no rows; SQL_FAILED, CANCELLED, TIMEOUT
     */
    RowBlock drillThrough(int ordinal);

    /** Where the stored cells came from. */
    QueryLoads loads();

    /** Hierarchies of an axis, also of an empty one. */
    List<Hierarchy> hierarchies(int axis);

    Member member(int axis, int position, int column);

    /** Names of the properties that DIMENSION PROPERTIES asked for, in that order. */
    List<String> dimensionProperties(int axis);

    /** Names of the properties that CELL PROPERTIES asked for; empty when the clause is absent. */
    List<String> cellProperties();
}
