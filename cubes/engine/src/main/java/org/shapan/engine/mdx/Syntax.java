package org.shapan.engine.mdx;

/** How a function, an operator or a property is written. */
public enum Syntax {
    /** {@code f(x, y)}. */
    FUNCTION,
    /** {@code x.f}. */
    PROPERTY,
    /** {@code x.f(y)}; the first argument is {@code x}. */
    METHOD,
    /** {@code x + y}, also {@code AND}, {@code IS}, {@code NOT IN}, {@code :}. */
    INFIX,
    /** {@code -x}, {@code NOT x}, {@code EXISTING x}. */
    PREFIX,
    /** {@code x IS NULL}, {@code x IS EMPTY}. */
    POSTFIX,
    /** {@code {x, y}}; the name is {@code {}}. */
    BRACES,
    /** {@code (x, y)}, a tuple or a parenthesis; the name is {@code ()}. */
    PARENTHESES,
    /** {@code CASE … END}: for tables of functions, in the tree it is a {@link CaseExpression}. */
    CASE,
    /** {@code CAST(x AS type)}; the second argument is the type as an identifier. */
    CAST,
    /** An argument left out: for tables of functions, in the tree it is an {@link EmptyArgument}. */
    EMPTY,
    /** Put in by the engine; has no text of its own. */
    INTERNAL,
    /** {@code x.[f]}, where {@code x} is not an identifier; the name is {@code f}. */
    QUOTED_PROPERTY,
    /** {@code x.&[k]}, where {@code x} is not an identifier; the name is {@code &}, the second argument an identifier of the key. */
    AMP_PROPERTY
}
