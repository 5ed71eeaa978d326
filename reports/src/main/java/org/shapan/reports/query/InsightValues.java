package org.shapan.reports.query;

import java.math.BigDecimal;
import java.math.MathContext;
import org.olap4j.OlapException;
import org.shapan.reports.insight.Assessment;
import org.shapan.reports.query.FieldPath.CellAttribute;

/** Field attributes that compare a cell with its expectation (domain §5.1 rule 5, §6.1.4). */
final class InsightValues {
    private InsightValues() {}

    static Object of(CellSetRows rows, int column, int row, CellAttribute attribute) throws OlapException {
        Assessment assessment = rows.assessment(column, row);
        return switch (attribute) {
            case STATE -> assessment.state();
            case EXPECTED -> assessment.expected();
            case LOW -> assessment.low();
            case HIGH -> assessment.high();
            case DIFFERENCE -> difference(rows, column, row);
            case DEVIATION -> ratio(difference(rows, column, row), positive(assessment.expected()));
            case CONTRIBUTION -> contribution(rows, column, row);
            default -> throw new IllegalArgumentException(attribute + " is not an attribute of insight");
        };
    }

    /** A − E; null when either is missing. */
    private static BigDecimal difference(CellSetRows rows, int column, int row) throws OlapException {
        BigDecimal expected = rows.assessment(column, row).expected();
        return CellValues.number(rows.cell(column, row)) instanceof BigDecimal actual && expected != null
                ? actual.subtract(expected)
                : null;
    }

    /** (A − E) of the row ÷ (A − E) of its parent's row; 1 for a row whose parent is not shown (REV-24). */
    private static BigDecimal contribution(CellSetRows rows, int column, int row) throws OlapException {
        BigDecimal own = difference(rows, column, row);
        int parent = rows.parentRow(row);
        if (own == null || parent < 0) {
            return own == null ? null : BigDecimal.ONE;
        }
        return ratio(own, difference(rows, column, parent));
    }

    private static BigDecimal positive(BigDecimal expected) {
        return expected == null || expected.signum() <= 0 ? null : expected;
    }

    private static BigDecimal ratio(BigDecimal numerator, BigDecimal denominator) {
        return numerator == null || denominator == null || denominator.signum() == 0
                ? null
                : numerator.divide(denominator, MathContext.DECIMAL64);
    }
}
