package org.shapan.engine.calc.eval;

import java.util.Arrays;
import org.shapan.engine.cell.CellValue;

/** Values to compute with: last borrowed, first given back. */
final class Scratch {
    private CellValue[] values = new CellValue[16];
    private int inUse;

    CellValue borrow() {
        if (inUse == values.length) {
            values = Arrays.copyOf(values, values.length * 2);
        }
        CellValue value = values[inUse];
        if (value == null) {
            value = new CellValue();
            values[inUse] = value;
        }
        inUse++;
        return value;
    }

    void giveBack() {
        inUse--;
    }

    int inUse() {
        return inUse;
    }

    /** Takes back what was borrowed since so many were in use. */
    void returnTo(int earlier) {
        inUse = earlier;
    }
}
