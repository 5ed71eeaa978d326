package org.shapan.insight.sp;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.olap4j.CellSet;
import org.olap4j.OlapConnection;
import org.olap4j.OlapStatement;
import org.shapan.engine.api.CellBlock;

/** How much of each row's sum lies in its largest columns. */
final class Concentration {
    private Concentration() {}

    /**
     * @param mdx slots on columns, units on rows
     * @param largest number of columns that count together
     * @return share by unique name of the unit; without those that have nothing
     */
    static Map<String, Double> query(OlapConnection connection, String mdx, int largest) throws SQLException {
        try (OlapStatement statement = connection.createStatement();
                CellSet cells = statement.executeOlapQuery(mdx)) {
            CellBlock block = cells.unwrap(CellBlock.class);
            int columns = block.positionCount(0);
            Map<String, Double> shares = new HashMap<>();
            double[] row = new double[columns];
            for (int unit = 0; unit < block.positionCount(1); unit++) {
                double sum = 0;
                for (int column = 0; column < columns; column++) {
                    double value = block.doubleValue(block.ordinal(column, unit));
                    row[column] = Double.isNaN(value) ? 0 : value;
                    sum += row[column];
                }
                if (sum > 0) {
                    Arrays.sort(row);
                    double top = 0;
                    for (int i = 1; i <= Math.min(largest, columns); i++) {
                        top += row[columns - i];
                    }
                    shares.put(block.memberUniqueName(1, unit, 0), top / sum);
                }
            }
            return shares;
        }
    }
}
