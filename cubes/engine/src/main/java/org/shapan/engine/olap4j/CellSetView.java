package org.shapan.engine.olap4j;

import java.util.ArrayList;
import java.util.List;
import org.olap4j.Axis;
import org.olap4j.Cell;
import org.olap4j.CellSet;
import org.olap4j.CellSetAxis;
import org.olap4j.CellSetAxisMetaData;
import org.olap4j.CellSetMetaData;
import org.olap4j.OlapException;
import org.olap4j.OlapStatement;
import org.olap4j.Position;
import org.olap4j.metadata.Cube;
import org.olap4j.metadata.Hierarchy;
import org.olap4j.metadata.NamedList;
import org.olap4j.metadata.Property;
import org.shapan.engine.api.CellBlock;
import org.shapan.engine.api.QueryLoads;
import org.shapan.engine.sql.DataType;
import org.shapan.engine.star.Labels;
import org.shapan.engine.star.MemberProperty;

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
        List<Hierarchy> hierarchies = new ArrayList<>();
        outcome.hierarchies(axis).forEach(hierarchy -> hierarchies.add(cube.meta(hierarchy)));
        List<Property> properties = new ArrayList<>();
        for (String name : outcome.dimensionProperties(axis)) {
            properties.add(property(name, hierarchies));
        }
        return new AxisMeta(
                axis == CellBlock.SLICER ? Axis.FILTER : Axis.Factory.forOrdinal(axis), hierarchies, properties);
    }

    /** The property of the first level that has it; a property of our own making where none declares it, as for FORMAT_EXP. */
    private Property property(String name, List<Hierarchy> hierarchies) {
        for (Hierarchy hierarchy : hierarchies) {
            for (var level : hierarchy.getLevels()) {
                Property found = level.getProperties().get(name);
                if (found != null) {
                    return found;
                }
            }
        }
        return new MemberPropertyMeta(new MemberProperty(name, DataType.STRING, Labels.NONE, false), cube.context);
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
        return JdbcFacade.of(CellSetMetaData.class, new MetaData());
    }

    public void close() {
        closed = true;
    }

    public boolean isClosed() {
        return closed;
    }

    public <T> T unwrap(Class<T> type) throws OlapException {
        if (type.isInstance(outcome.block())) {
            return type.cast(outcome.block());
        }
        if (type == QueryLoads.class) {
            return type.cast(outcome.loads());
        }
        if (type.isInstance(outcome)) {
            return type.cast(outcome);
        }
        if (type.isInstance(facade)) {
            return type.cast(facade);
        }
        throw new OlapException("not a wrapper for " + type.getName());
    }

    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(outcome.block())
                || type == QueryLoads.class
                || type.isInstance(outcome)
                || type.isInstance(facade);
    }

    /** {@link CellSetMetaData} of this cell set. */
    public final class MetaData {
        public NamedList<Property> getCellProperties() {
            List<Property> properties = new ArrayList<>();
            for (Property.StandardCellProperty property : Property.StandardCellProperty.values()) {
                if (outcome.cellProperties().isEmpty()
                        ? property == Property.StandardCellProperty.VALUE
                                || property == Property.StandardCellProperty.FORMATTED_VALUE
                                || property == Property.StandardCellProperty.CELL_ORDINAL
                        : outcome.cellProperties().stream().anyMatch(property.name()::equalsIgnoreCase)) {
                    properties.add(property);
                }
            }
            return new MetaList<>(properties);
        }

        public Cube getCube() {
            return cube;
        }

        public NamedList<CellSetAxisMetaData> getAxesMetaData() {
            return new AxisMetaList(
                    axes.stream().map(CellSetAxis::getAxisMetaData).toList());
        }

        public CellSetAxisMetaData getFilterAxisMetaData() {
            return filterAxis.getAxisMetaData();
        }

        public int getColumnCount() {
            return 0;
        }

        public <T> T unwrap(Class<T> type) throws OlapException {
            throw new OlapException("not a wrapper for " + type.getName());
        }

        public boolean isWrapperFor(Class<?> type) {
            return false;
        }
    }

    private static final class AxisMetaList extends org.olap4j.impl.ArrayNamedListImpl<CellSetAxisMetaData> {
        private static final long serialVersionUID = 1L;

        AxisMetaList(List<CellSetAxisMetaData> axes) {
            super(axes);
        }

        @Override
        public String getName(Object axis) {
            return ((CellSetAxisMetaData) axis).getAxisOrdinal().name();
        }
    }
}
