package org.shapan.engine.cell;

import org.shapan.engine.cell.QueryCells.Status;

/** Sums turned into means. */
final class Means {
    private Means() {}

    static Status over(int count, Status status, CellValue into) {
        if (status == Status.VALUE) {
            into.setDouble(into.doubleValue() / count);
        }
        return status;
    }
}
