package org.shapan.engine.calc.eval;

import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;

/**
 * What one query may use. Whoever goes beyond gets BUDGET_EXCEEDED with the name of the limit.
 *
 * @param maxTuples tuples in one set, {@code shapan.query.maxTuples}
 * @param maxCells cells of a result, {@code shapan.query.maxCells}
 * @param maxCalculationDepth calculated members inside each other, {@code shapan.query.maxCalculationDepth}
 * @param maxPasses how often a part of a query is evaluated until its cells are loaded, {@code shapan.query.maxPasses}
 */
public record QueryLimits(int maxTuples, int maxCells, int maxCalculationDepth, int maxPasses) {
    /** 10 million tuples, 10 million cells, 400 calculations deep, 1,000 passes. */
    public static final QueryLimits DEFAULT = new QueryLimits(10_000_000, 10_000_000, 400, 1_000);

    /**
     * @throws EngineException BUDGET_EXCEEDED when a set would have more tuples than allowed
     */
    public void checkTuples(long tuples) {
        if (tuples > maxTuples) {
            throw exceeded("A set of " + tuples + " tuples", "maxTuples", maxTuples);
        }
    }

    /**
     * @throws EngineException BUDGET_EXCEEDED when a result would have more cells than allowed
     */
    public void checkCells(long cells) {
        if (cells > maxCells) {
            throw exceeded("A result of " + cells + " cells", "maxCells", maxCells);
        }
    }

    static EngineException exceeded(String what, String limit, int value) {
        return new EngineException(
                OlapErrorCode.BUDGET_EXCEEDED,
                what + " is beyond the limit " + limit + " = " + value + "; raise shapan.query." + limit
                        + " or ask for less");
    }
}
