package org.shapan.engine.format;

/** Texts for files that a spreadsheet opens, in the one form in which it takes none of them for a formula. */
public final class SpreadsheetText {
    /** What a formula begins with, also as a wide character, and the white space that is left out before it. */
    private static final String STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private SpreadsheetText() {}

    /** The text, after an apostrophe when a spreadsheet would take it for a formula. Numbers do not go through here. */
    public static String of(String text) {
        return !text.isEmpty() && STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
