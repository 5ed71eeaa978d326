package org.shapan.portal.pivot;

import static java.util.Objects.requireNonNull;

/**
 * Which totals a pivot shows and how they come to be.
 *
 * @param subtotals where the subtotal of a group stands
 * @param rows whether a grand total row closes the rows
 * @param columns whether a grand total column closes the columns
 * @param first whether grand totals stand first, not last
 * @param visual whether totals are those of the members shown; else of all
 * @param how how the figures shown become a total
 */
public record Totals(
        PivotModel.Subtotals subtotals, boolean rows, boolean columns, boolean first, boolean visual, How how) {
    /** What a total is. */
    public enum How {
        /** What the measure is over everything in the total: the ratio of sums, each customer counted once. */
        AGGREGATE("Aggregate"),
        SUM("Sum"),
        AVERAGE("Avg"),
        LEAST("Min"),
        GREATEST("Max");

        private final String function;

        How(String function) {
            this.function = function;
        }

        String function() {
            return function;
        }
    }

    /** Of what is shown, last, subtotals below. */
    public static final Totals DEFAULT = new Totals(PivotModel.Subtotals.BELOW, true, true, false, true, How.AGGREGATE);

    public Totals {
        requireNonNull(subtotals, "subtotals is null");
        requireNonNull(how, "how is null");
    }

    public Totals withSubtotals(PivotModel.Subtotals where) {
        return new Totals(where, rows, columns, first, visual, how);
    }

    public Totals withGrand(boolean ofRows, boolean ofColumns) {
        return new Totals(subtotals, ofRows, ofColumns, first, visual, how);
    }

    public Totals withFirst(boolean standFirst) {
        return new Totals(subtotals, rows, columns, standFirst, visual, how);
    }

    public Totals withVisual(boolean ofShown) {
        return new Totals(subtotals, rows, columns, first, ofShown, how);
    }

    public Totals withHow(How next) {
        return new Totals(subtotals, rows, columns, first, visual, next);
    }
}
