package org.shapan.engine.calc;

import java.util.function.Supplier;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;
import org.shapan.engine.calc.eval.Evaluator;
import org.shapan.engine.cell.QueryCells;

/** Evaluates something again and again until every cell that it reads is loaded. */
final class Passes {
    private final Evaluator evaluator;
    private final QueryCells cells;
    private final int most;

    Passes(Evaluator evaluator, QueryCells cells, int most) {
        this.evaluator = evaluator;
        this.cells = cells;
        this.most = most;
    }

    /** What {@code computation} gives once nothing is missing. An evaluation error counts only then. */
    <T> T settle(Supplier<T> computation) {
        int mark = evaluator.mark();
        for (int pass = 0; pass < most; pass++) {
            evaluator.execution().check();
            long misses = evaluator.misses();
            try {
                T result = computation.get();
                if (misses == evaluator.misses()) {
                    return result;
                }
            } catch (EngineException e) {
                if (misses == evaluator.misses() || e.code() != OlapErrorCode.MDX_EVALUATION) {
                    throw e;
                }
            }
            evaluator.reset(mark);
            evaluator.recover();
            cells.load();
            evaluator.sets().startPass();
        }
        throw new EngineException(
                OlapErrorCode.BUDGET_EXCEEDED,
                "Cells are still missing after " + most + " passes, the limit; raise shapan.query.max-passes");
    }
}
