package org.shapan.engine.mdx;

/**
 * What a text may cost to parse, so that no text can exhaust the stack or the heap. What goes beyond ends with
 * {@code BUDGET_EXCEEDED}, naming the limit.
 *
 * @param maxTextLength characters of a statement
 * @param maxNesting parentheses, braces, calls and subselects inside each other
 * @param maxHeight levels of an expression as a tree; a chain such as {@code a + b + c} adds one level for each operator
 * @param maxNumberLength characters of a numeric literal; its exponent is at most this, too
 */
public record ParserLimits(int maxTextLength, int maxNesting, int maxHeight, int maxNumberLength) {

    /**
     * 4 million characters, 250 nested, 1,000 levels, 400 digits. Parsing and unparsing stay within half a megabyte of stack then,
     * so that a thread of default size has room for those who walk the tree after them; whoever raises them needs larger stacks.
     */
    public static final ParserLimits DEFAULT = new ParserLimits(4_000_000, 250, 1_000, 400);

    public ParserLimits {
        if (maxTextLength < 1 || maxNesting < 1 || maxHeight < 1 || maxNumberLength < 1) {
            throw new IllegalArgumentException("limits are positive");
        }
    }
}
