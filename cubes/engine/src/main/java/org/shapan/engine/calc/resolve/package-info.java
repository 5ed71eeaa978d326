/**
 * From syntax to calculators: names to elements of the cube as the role sees it, calls to overloads, typed expressions to compiled
 * ones.
 *
 * <p>Called by the query compiler. Knows the function table; it must never evaluate.
 */
package org.shapan.engine.calc.resolve;
