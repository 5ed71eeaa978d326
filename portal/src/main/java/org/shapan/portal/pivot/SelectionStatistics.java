package org.shapan.portal.pivot;

/**
 * The figures of a range.
 *
 * @param cells how many cells the range has
 * @param count how many of them hold a number
 * @param sum NaN without a number
 * @param average NaN without a number
 * @param least NaN without a number
 * @param most NaN without a number
 * @param measure unique name of the one measure of the range; null where it has several, whose figures do not add up
 */
public record SelectionStatistics(
        long cells, long count, double sum, double average, double least, double most, String measure) {
    /** Reads a range of a content. */
    static SelectionStatistics of(GridContent content, CellRange range) {
        long count = 0;
        double sum = 0;
        double least = Double.NaN;
        double most = Double.NaN;
        String measure = content.measure(range.top(), range.left());
        for (int row = range.top(); row <= range.bottom(); row++) {
            for (int column = range.left(); column <= range.right(); column++) {
                if (measure != null && !measure.equals(content.measure(row, column))) {
                    measure = null;
                }
                double number = content.number(row, column);
                if (!Double.isNaN(number)) {
                    count++;
                    sum += number;
                    least = count == 1 ? number : Math.min(least, number);
                    most = count == 1 ? number : Math.max(most, number);
                }
            }
        }
        double total = count == 0 ? Double.NaN : sum;
        return new SelectionStatistics(range.cells(), count, total, total / count, least, most, measure);
    }
}
