package org.shapan.engine.olap4j;

import java.util.ArrayList;
import java.util.List;
import org.olap4j.Axis;
import org.olap4j.Cell;
import org.olap4j.CellSet;
import org.olap4j.CellSetAxis;
import org.olap4j.CellSetMetaData;
import org.olap4j.OlapException;
import org.olap4j.OlapStatement;
import org.olap4j.Position;
import org.shapan.engine.api.CellBlock;
import org.shapan.engine.api.QueryLoads;

/**
 * A finished query as an olap4j cell set. Unwraps to {@link CellBlock}, {@link QueryLoads} and {@link QueryOutcome}. The methods are public because
 * {@link JdbcFacade} calls them by name.
 */
public final class CellSetView {
    private final OlapStatement statement;
    private final QueryOutcome outcome;
    private final CubeMeta cube;
    private final List<CellSetAxis> axes = new ArrayList<>();
    private final CellSetAxisView filterAxis;
    private final CellSet facade;
    private volatile boolean closed;

    CellSetView(OlapStatement statement, QueryOutcome outcome, CubeMeta cube) {
        this.statement = statement;
        this.outcome = outcome;
        this.cube = cube;
        this.facade = JdbcFacade.of(CellSet.class, this);
        for (int axis = 0; axis < outcome.block().axisCount(); axis++) {
            axes.add(new CellSetAxisView(this, axis, axisMeta(axis)));
        }
        this.filterAxis = new CellSetAxisView(this, CellBlock.SLICER, axisMeta(CellBlock.SLICER));
    }

    CellSet facade() {
        return facade;
    }

    QueryOutcome outcome() {
        return outcome;
    }

    CubeMeta cube() {
        return cube;
    }

    private AxisMeta axisMeta(int axis) {
        return CellSetMeta.axis(
                cube,
                axis == CellBlock.SLICER ? Axis.FILTER : Axis.Factory.forOrdinal(axis),
                outcome.hierarchies(axis),
                outcome.dimensionProperties(axis));
    }

    public OlapStatement getStatement() {
        return statement;
    }

    public List<CellSetAxis> getAxes() {
        return List.copyOf(axes);
    }

    public CellSetAxis getFilterAxis() {
        return filterAxis;
    }

    public Cell getCell(List<Integer> coordinates) {
        return getCell(coordinatesToOrdinal(coordinates));
    }

    public Cell getCell(int ordinal) {
        if (ordinal < 0 || ordinal >= outcome.block().cellCount()) {
            throw new IndexOutOfBoundsException(
                    "cell ordinal " + ordinal + " of " + outcome.block().cellCount());
        }
        return new CellView(this, ordinal);
    }

    public Cell getCell(Position... positions) {
        if (positions.length != axes.size()) {
            throw new IllegalArgumentException("got " + positions.length + " positions for " + axes.size() + " axes");
        }
        List<Integer> coordinates = new ArrayList<>();
        for (Position position : positions) {
            coordinates.add(position.getOrdinal());
        }
        return getCell(coordinates);
    }

    public List<Integer> ordinalToCoordinates(int ordinal) {
        List<Integer> coordinates = new ArrayList<>();
        int rest = ordinal;
        for (int axis = 0; axis < axes.size(); axis++) {
            int count = outcome.block().positionCount(axis);
            coordinates.add(rest % count);
            rest /= count;
        }
        if (rest != 0 || ordinal < 0) {
            throw new IndexOutOfBoundsException("cell ordinal " + ordinal);
        }
        return coordinates;
    }

    public int coordinatesToOrdinal(List<Integer> coordinates) {
        if (coordinates.size() != axes.size()) {
            throw new IllegalArgumentException(
                    "got " + coordinates.size() + " coordinates for " + axes.size() + " axes");
        }
        int[] positions = new int[coordinates.size()];
        for (int axis = 0; axis < positions.length; axis++) {
            positions[axis] = coordinates.get(axis);
            if (positions[axis] < 0 || positions[axis] >= outcome.block().positionCount(axis)) {
                throw new IndexOutOfBoundsException("coordinate " + positions[axis] + " of axis " + axis + " with "
                        + outcome.block().positionCount(axis) + " positions");
            }
        }
        return outcome.block().ordinal(positions);
    }

    public CellSetMetaData getMetaData() {
        return new CellSetMeta(
                        cube,
                        axes.stream()
                                .map(axis -> (AxisMeta) axis.getAxisMetaData())
                                .toList(),
                        (AxisMeta) filterAxis.getAxisMetaData(),
                        CellSetMeta.cellProperties(outcome.cellProperties()))
                .facade();
    }

    public void close() {
        closed = true;
    }

    public boolean isClosed() {
        return closed;
    }

    public <T> T unwrap(Class<T> type) throws OlapException {
        return wrapped().as(type);
    }

    public boolean isWrapperFor(Class<?> type) {
        return wrapped().has(type);
    }

    private Wrapped wrapped() {
        return Wrapped.of(facade, outcome.block(), outcome.loads(), outcome);
    }
}
