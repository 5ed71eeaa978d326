package org.shapan.engine.calc.eval;

import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;
import org.shapan.engine.api.Settings;

/**
 * What one query may use. Whoever goes beyond gets BUDGET_EXCEEDED with the name of the limit.
 *
 * @param maxTuples tuples in one set, {@code shapan.query.max-tuples}
 * @param maxCells cells of a result, {@code shapan.query.max-cells}
 * @param maxCalculationDepth calculated members inside each other, {@code shapan.query.max-calculation-depth}
 * @param maxPasses how often a part of a query is evaluated until its cells are loaded, {@code shapan.query.max-passes}
 * @param nativeSets whether the tuples of a large cross join that have a value are found from the rows that exist rather than by
 *     testing all of them, {@code shapan.query.native-sets}; the result is the same
 */
public record QueryLimits(int maxTuples, int maxCells, int maxCalculationDepth, int maxPasses, boolean nativeSets) {
    /** 10 million tuples, 10 million cells, 400 calculations deep, 1,000 passes, native sets. */
    public static final QueryLimits DEFAULT = new QueryLimits(10_000_000, 10_000_000, 400, 1_000, true);

    /**
     * Limits from settings by the names above; what is not set has its default.
     *
     * @throws EngineException CONNECTION when a value is not a positive whole number
     */
    public static QueryLimits fromSettings(Settings settings) {
        return new QueryLimits(
                (int) settings.whole("shapan.query.max-tuples", DEFAULT.maxTuples, 1, Integer.MAX_VALUE),
                (int) settings.whole("shapan.query.max-cells", DEFAULT.maxCells, 1, Integer.MAX_VALUE),
                (int) settings.whole("shapan.query.max-calculation-depth", DEFAULT.maxCalculationDepth, 1, 10_000),
                (int) settings.whole("shapan.query.max-passes", DEFAULT.maxPasses, 1, Integer.MAX_VALUE),
                !"false".equalsIgnoreCase(settings.text("shapan.query.native-sets")));
    }

    /**
     * @throws EngineException BUDGET_EXCEEDED when a set would have more tuples than allowed
     */
    public void checkTuples(long tuples) {
        if (tuples > maxTuples) {
            throw exceeded("A set of " + tuples + " tuples", "max-tuples", maxTuples);
        }
    }

    /**
     * @throws EngineException BUDGET_EXCEEDED when a result would have more cells than allowed
     */
    public void checkCells(long cells) {
        if (cells > maxCells) {
            throw exceeded("A result of " + cells + " cells", "max-cells", maxCells);
        }
    }

    static EngineException exceeded(String what, String limit, int value) {
        return new EngineException(
                OlapErrorCode.BUDGET_EXCEEDED,
                what + " is beyond the limit " + limit + " = " + value + "; raise shapan.query." + limit
                        + " or ask for less");
    }
}
