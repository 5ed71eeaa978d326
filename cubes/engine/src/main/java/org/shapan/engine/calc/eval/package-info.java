/**
 * Evaluation: the context of members in which an expression is computed, the calculators that compile into, the cell of a context
 * with its calculated members expanded, and aggregation over tuples.
 *
 * <p>Called by the functions and by the query loop. Reads cells only through {@code QueryCells}, navigates only through
 * {@code CubeAccess}. It must never know syntax, names or overloads.
 */
package org.shapan.engine.calc.eval;
