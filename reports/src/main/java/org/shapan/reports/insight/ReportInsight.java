package org.shapan.reports.insight;

import java.util.Collections;
import java.util.List;
import org.olap4j.OlapConnection;

/**
 * Port to expectation and state. Templates use it through the field attributes {@code expected}, {@code deviation},
 * {@code state} and their like; a dataset asks once for all cells of a column.
 */
@FunctionalInterface
public interface ReportInsight {
    /** Answers nothing: reports show no expectation and no mark. */
    ReportInsight NONE = (connection, cells) -> Collections.nCopies(cells.size(), Assessment.ABSENT);

    /**
     * One assessment per cell, in the order asked; {@link Assessment#ABSENT} where the cell cannot be judged.
     *
     * @param connection the connection of the report, with the role of its recipient
     */
    List<Assessment> assess(OlapConnection connection, List<CellAddress> cells);
}
