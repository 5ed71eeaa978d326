package org.shapan.engine.calc.expression;

/**
 * A parameter of a signature.
 *
 * @param optional whether it, and all after it, may be left away
 * @param repeated whether it may stand any number of times, once at least; only the last one
 */
public record Parameter(Kind kind, boolean optional, boolean repeated) {}
