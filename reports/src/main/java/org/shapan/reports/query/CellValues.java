package org.shapan.reports.query;

import java.math.BigDecimal;
import org.olap4j.Cell;
import org.olap4j.OlapException;

/** Values of cells as report values. */
final class CellValues {
    private CellValues() {}

    /**
     * The number of a cell without loss: null when empty, infinite or not a number; text stays text.
     *
     * @throws OlapException when the cell could not be calculated
     */
    static Object number(Cell cell) throws OlapException {
        if (cell.isError()) {
            throw cell.getValue() instanceof OlapException e
                    ? e
                    : new OlapException("the cell could not be calculated: " + cell.getFormattedValue());
        }
        return cell.isNull() || cell.isEmpty() ? null : decimal(cell.getValue());
    }

    static Object decimal(Object value) {
        return switch (value) {
            case null -> null;
            case BigDecimal decimal -> decimal;
            case Double d -> Double.isFinite(d) ? BigDecimal.valueOf(d) : null;
            case Float f -> Float.isFinite(f) ? new BigDecimal(f.toString()) : null;
            case Number integral -> BigDecimal.valueOf(integral.longValue());
            default -> value.toString();
        };
    }
}
