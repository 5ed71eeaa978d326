package org.shapan.engine.olap4j;

import java.sql.ResultSet;
import java.util.List;
import org.olap4j.AllocationPolicy;
import org.olap4j.Cell;
import org.olap4j.CellSet;
import org.olap4j.OlapException;
import org.olap4j.metadata.Property;
import org.olap4j.metadata.Property.StandardCellProperty;
import org.shapan.engine.api.CellBlock;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;

/** One cell of a cell set. */
record CellView(CellSetView cellSet, int ordinal) implements Cell {

    private CellBlock block() {
        return cellSet.outcome().block();
    }

    @Override
    public CellSet getCellSet() {
        return cellSet.facade();
    }

    @Override
    public int getOrdinal() {
        return ordinal;
    }

    @Override
    public List<Integer> getCoordinateList() {
        return cellSet.ordinalToCoordinates(ordinal);
    }

    @Override
    public Object getPropertyValue(Property property) {
        if (property == StandardCellProperty.VALUE) {
            return getValue();
        }
        if (property == StandardCellProperty.FORMATTED_VALUE) {
            return getFormattedValue();
        }
        if (property == StandardCellProperty.CELL_ORDINAL) {
            return ordinal;
        }
        return block().property(ordinal, property.getName());
    }

    @Override
    public boolean isEmpty() {
        return block().isEmpty(ordinal);
    }

    @Override
    public boolean isError() {
        return block().isError(ordinal);
    }

    @Override
    public boolean isNull() {
        return block().isEmpty(ordinal);
    }

    @Override
    public double getDoubleValue() throws OlapException {
        Object value = getValue();
        if (value instanceof Number) {
            return block().doubleValue(ordinal);
        }
        throw new OlapException("the cell's value is not a number: " + value);
    }

    @Override
    public String getErrorText() {
        return isError() ? String.join(": ", block().errors(ordinal)) : null;
    }

    /** The value; for a cell in error an {@link OlapException}, as olap4j prescribes. */
    @Override
    public Object getValue() {
        return isError() ? new OlapException(getErrorText()) : block().value(ordinal);
    }

    @Override
    public String getFormattedValue() {
        return block().formatted(ordinal);
    }

    @Override
    public ResultSet drillThrough() throws OlapException {
        try {
            return RowSets.of(cellSet.outcome().drillThrough(ordinal));
        } catch (EngineException e) {
            throw OlapErrors.of(e);
        }
    }

    @Override
    public void setValue(Object value, AllocationPolicy allocationPolicy, Object... arguments) throws OlapException {
        throw OlapErrors.of(OlapErrorCode.NOT_SUPPORTED, "Writing cells is not supported yet");
    }
}
