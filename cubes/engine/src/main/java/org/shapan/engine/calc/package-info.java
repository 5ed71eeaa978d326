/**
 * Queries over a cube: compiled from the syntax tree, executed set at a time, answered as a block of typed columns.
 *
 * <p>Enter by {@link org.shapan.engine.calc.QueryCompiler}; the olap4j driver and the command line do. Below: type and tree
 * ({@code expression}), names ({@code resolve}), functions ({@code function}), evaluation ({@code eval}). Must never write SQL or know
 * roles by name.
 */
package org.shapan.engine.calc;
