/**
 * Values of stored measures: tuples, requests, columnar segments and their cache, in-memory roll-up, and the star queries that fill
 * segments.
 *
 * <p>calc reads through {@link org.shapan.engine.cell.QueryCells}. Knows star, aggregate and sql; never roles by name, never MDX
 * expressions.
 */
package org.shapan.engine.cell;
