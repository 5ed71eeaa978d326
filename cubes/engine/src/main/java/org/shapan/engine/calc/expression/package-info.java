/**
 * Typed expressions: kinds and types, the tree that resolution makes of the syntax, conversions between kinds, and what a function is:
 * its signatures, types and the way it compiles.
 *
 * <p>Used by the functions, the resolver and the query. Knows eval; it must never know the table of functions or the parser.
 */
package org.shapan.engine.calc.expression;
