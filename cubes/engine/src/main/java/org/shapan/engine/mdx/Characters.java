package org.shapan.engine.mdx;

/** Which characters make an unquoted name. Letters of every script are letters. */
final class Characters {
    private Characters() {}

    static boolean startsName(int codePoint) {
        return Character.isLetter(codePoint) || codePoint == '_' || codePoint == '$';
    }

    static boolean continuesName(int codePoint) {
        return startsName(codePoint) || Character.isDigit(codePoint) || isMark(codePoint);
    }

    static boolean isSpace(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint) || codePoint == 0xFEFF;
    }

    /** Whether the whole text can be written as a name without brackets after a dot. */
    static boolean isPlainName(String text) {
        return !text.isEmpty() && startsName(text.codePointAt(0)) && isPlainKey(text);
    }

    /** Whether the whole text can be written as a key without brackets after {@code &}. */
    static boolean isPlainKey(String text) {
        return !text.isEmpty() && text.codePoints().allMatch(Characters::continuesName);
    }

    private static boolean isMark(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }
}
