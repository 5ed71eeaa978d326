package org.shapan.engine.mdx;

/**
 * A word of the text.
 *
 * @param text for names, strings and numbers what they mean (brackets, quotes and doubling read); for symbols as written
 * @param start offset of its first character in the lexed text
 * @param end offset after its last character
 */
record Token(Kind kind, String text, int start, int end) {

    enum Kind {
        NAME,
        QUOTED_NAME,
        SINGLE_QUOTED,
        DOUBLE_QUOTED,
        NUMBER,
        SYMBOL,
        END
    }

    boolean isSymbol(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    boolean isWord(String word) {
        return kind == Kind.NAME && text.equalsIgnoreCase(word);
    }

    boolean isString() {
        return kind == Kind.SINGLE_QUOTED || kind == Kind.DOUBLE_QUOTED;
    }

    /** The token as a message shows it, long ones shortened. */
    String describe() {
        String shown = text.length() > 40 ? text.substring(0, 40) + "…" : text;
        return switch (kind) {
            case NAME, NUMBER, SYMBOL -> "'" + shown + "'";
            case QUOTED_NAME -> Unparser.quoteName(shown);
            case SINGLE_QUOTED, DOUBLE_QUOTED -> "the string " + Unparser.quoteString(shown);
            case END -> "the end of the text";
        };
    }
}
