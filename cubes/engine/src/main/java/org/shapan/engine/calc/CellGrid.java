package org.shapan.engine.calc;

import java.util.ArrayList;
import java.util.List;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;
import org.shapan.engine.calc.eval.Evaluator;
import org.shapan.engine.cell.CellValue;
import org.shapan.engine.cell.TupleList;

/** Evaluates the cells over all positions of the axes, columns varying fastest. An error stays in its cell. */
final class CellGrid {
    private final Evaluator evaluator;
    private final List<TupleList> axes;
    private final CellFormats formats;
    private final List<String> properties;
    private final int size;
    private final CellValue value = new CellValue();
    private CellColumns cells;
    private int ordinal;

    CellGrid(Evaluator evaluator, CompiledQuery query, List<TupleList> axes) {
        this.evaluator = evaluator;
        this.axes = axes;
        this.formats = new CellFormats(query.formulas());
        this.properties = CellFormats.computed(query.cellProperties());
        long product = 1;
        for (TupleList axis : axes) {
            product *= axis.size();
            query.limits().checkCells(product);
        }
        this.size = (int) product;
    }

    CellColumns evaluate() {
        cells = new CellColumns(size);
        ordinal = 0;
        visit(axes.size() - 1);
        return cells;
    }

    private void visit(int axis) {
        if (axis < 0) {
            evaluateCell();
            ordinal++;
            return;
        }
        TupleList tuples = axes.get(axis);
        for (int row = 0; row < tuples.size(); row++) {
            int mark = evaluator.mark();
            evaluator.set(tuples, row);
            visit(axis - 1);
            evaluator.reset(mark);
        }
    }

    private void evaluateCell() {
        evaluator.check();
        int mark = evaluator.mark();
        try {
            evaluator.value(value);
            cells.set(ordinal, value);
            cells.setFormat(ordinal, formats.format(evaluator));
            for (String name : properties) {
                cells.setProperty(ordinal, name, formats.property(evaluator, name));
            }
        } catch (EngineException e) {
            if (e.code() != OlapErrorCode.MDX_EVALUATION
                    && e.code() != OlapErrorCode.MDX_TYPE
                    && e.code() != OlapErrorCode.MDX_SYNTAX) {
                throw e;
            }
            evaluator.reset(mark);
            evaluator.recover();
            cells.setError(ordinal, messages(e));
        }
    }

    private static List<String> messages(Throwable error) {
        List<String> messages = new ArrayList<>();
        for (Throwable e = error; e != null && messages.size() < 8; e = e.getCause()) {
            messages.add(String.valueOf(e.getMessage()));
        }
        return messages;
    }
}
