package org.shapan.engine.star;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Finds names in SQL text of a catalog, so that an expression written for one alias can be used under another. Knows strings, quoted
 * names and comments; nothing else of SQL.
 */
final class SqlNames {
    private final String sql;
    private final UnaryOperator<String> qualifier;
    private final UnaryOperator<String> column;
    private final StringBuilder out;
    private int at;

    private SqlNames(String sql, UnaryOperator<String> qualifier, UnaryOperator<String> column) {
        this.sql = sql;
        this.qualifier = qualifier;
        this.column = column;
        this.out = new StringBuilder(sql.length() + 16);
    }

    /** Names that stand before a dot. */
    static Set<String> qualifiers(String sql) {
        Set<String> found = new LinkedHashSet<>();
        replace(
                sql,
                name -> {
                    found.add(name);
                    return null;
                },
                name -> null);
        return found;
    }

    /**
     * @param qualifier text to write instead of a name before a dot, or null to leave it
     * @param column text to write instead of a quoted name that stands alone, or null to leave it
     */
    static String replace(String sql, UnaryOperator<String> qualifier, UnaryOperator<String> column) {
        return new SqlNames(sql, qualifier, column).run();
    }

    private String run() {
        while (at < sql.length()) {
            char c = sql.charAt(at);
            if (c == '\'') {
                copyTo(endOfQuoted('\''));
            } else if (sql.startsWith("--", at)) {
                int end = sql.indexOf('\n', at);
                copyTo(end < 0 ? sql.length() : end);
            } else if (sql.startsWith("/*", at)) {
                int end = sql.indexOf("*/", at + 2);
                copyTo(end < 0 ? sql.length() : end + 2);
            } else if (c == '"' || c == '`') {
                int end = endOfQuoted(c);
                String name = sql.substring(at + 1, Math.max(at + 1, end - 1)).replace("" + c + c, "" + c);
                name(name, end, true);
            } else if (Character.isJavaIdentifierStart(c)) {
                int end = at + 1;
                while (end < sql.length() && Character.isJavaIdentifierPart(sql.charAt(end))) {
                    end++;
                }
                name(sql.substring(at, end), end, false);
            } else if (Character.isDigit(c)) {
                int end = at + 1;
                while (end < sql.length() && Character.isLetterOrDigit(sql.charAt(end))) {
                    end++;
                }
                copyTo(end);
            } else {
                copyTo(at + 1);
            }
        }
        return out.toString();
    }

    private void name(String name, int end, boolean quoted) {
        boolean afterDot = lastWritten() == '.';
        boolean beforeDot = next(end) == '.';
        String replacement = null;
        if (!afterDot && beforeDot) {
            replacement = qualifier.apply(name);
        } else if (!afterDot && quoted && next(end) != '(') {
            replacement = column.apply(name);
        }
        if (replacement == null) {
            copyTo(end);
        } else {
            out.append(replacement);
            at = end;
        }
    }

    private void copyTo(int end) {
        out.append(sql, at, end);
        at = end;
    }

    private int endOfQuoted(char quote) {
        int i = at + 1;
        while (i < sql.length()) {
            if (sql.charAt(i) == quote) {
                if (i + 1 < sql.length() && sql.charAt(i + 1) == quote) {
                    i++;
                } else {
                    return i + 1;
                }
            }
            i++;
        }
        return sql.length();
    }

    private char lastWritten() {
        for (int i = out.length() - 1; i >= 0; i--) {
            if (!Character.isWhitespace(out.charAt(i))) {
                return out.charAt(i);
            }
        }
        return ' ';
    }

    private char next(int from) {
        for (int i = from; i < sql.length(); i++) {
            if (!Character.isWhitespace(sql.charAt(i))) {
                return sql.charAt(i);
            }
        }
        return ' ';
    }

    static boolean same(String one, String other) {
        return one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
    }
}
