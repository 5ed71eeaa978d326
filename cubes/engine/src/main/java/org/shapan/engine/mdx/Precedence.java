package org.shapan.engine.mdx;

/** How tightly operators bind, from loose to tight. Operators of one level associate to the left. */
final class Precedence {
    /** {@code set AS name}. */
    static final int ALIAS = 0;
    /** {@code OR XOR}. */
    static final int OR = 1;
    /** {@code AND}. */
    static final int AND = 2;
    /** {@code NOT}, in front. */
    static final int NOT = 3;
    /** {@code = <> < <= > >= IS IN MATCHES}. */
    static final int COMPARISON = 4;
    /** {@code + - ||}. */
    static final int ADDITIVE = 5;
    /** {@code * /}. */
    static final int MULTIPLICATIVE = 6;
    /** {@code - + EXISTING}, in front. */
    static final int UNARY = 7;
    /** {@code first : last}. */
    static final int RANGE = 8;
    /** Names, literals, calls, braces, parentheses. */
    static final int PRIMARY = 9;

    private Precedence() {}

    /** The level of an infix operator by its name in upper case; -1 when it is none. */
    static int ofInfix(String operator) {
        return switch (operator) {
            case "OR", "XOR" -> OR;
            case "AND" -> AND;
            case "=", "<>", "<", "<=", ">", ">=", "IS", "IN", "NOT IN", "MATCHES", "NOT MATCHES" -> COMPARISON;
            case "+", "-", "||" -> ADDITIVE;
            case "*", "/" -> MULTIPLICATIVE;
            case ":" -> RANGE;
            default -> -1;
        };
    }

    /** The level of a whole expression: that of its outermost operator. */
    static int of(Expression expression) {
        return switch (expression) {
            case SetAlias _ -> ALIAS;
            case FunctionCall call -> of(call);
            default -> PRIMARY;
        };
    }

    private static int of(FunctionCall call) {
        return switch (call.syntax()) {
            case INFIX -> ofInfix(call.name());
            case PREFIX -> call.name().equals("NOT") ? NOT : UNARY;
            case POSTFIX -> COMPARISON;
            default -> PRIMARY;
        };
    }
}
