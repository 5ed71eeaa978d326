package org.shapan.engine.mdx;

/**
 * Writes a tree as MDX. Parsing the text again gives an equal tree, apart from regions; a tree that was built by hand gets the
 * parentheses that its operators need.
 */
public final class Unparser {
    private Unparser() {}

    /** The statement as MDX, one clause a line, without a final line break. */
    public static String unparse(Statement statement) {
        StringBuilder out = new StringBuilder();
        new StatementWriter(out).write(statement);
        return out.toString();
    }

    /** The expression as MDX on one line, except for line breaks inside literals. */
    public static String unparse(Expression expression) {
        StringBuilder out = new StringBuilder();
        new ExpressionWriter(out).write(expression, Precedence.ALIAS);
        return out.toString();
    }

    /** A name in brackets, closing brackets doubled: {@code a]b} becomes {@code [a]]b]}. */
    public static String quoteName(String name) {
        return "[" + name.replace("]", "]]") + "]";
    }

    /** A text in double quotes, double quotes doubled. */
    public static String quoteString(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
