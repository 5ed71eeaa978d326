package org.shapan.warehouse.load;

import org.shapan.engine.format.SpreadsheetText;

/**
 * A row that was kept out of the warehouse.
 *
 * @param feed name of the feed
 * @param file name of the file
 * @param line line of a CSV file, the header being 1; row of a Parquet file, from 1
 * @param column column at fault, or null
 * @param value its value as text, or null
 * @param reason why
 */
public record BadRow(String feed, String file, long line, String column, String value, LoadException.Code reason) {
    /** The columns of {@link #csv()}. */
    public static final String HEADER = "feed,file,line,column,value,reason";

    /** The row as a line of CSV. A text that a spreadsheet would take for a formula begins with an apostrophe. */
    public String csv() {
        return String.join(",", feed, quoted(file), String.valueOf(line), quoted(column), quoted(value), reason.name());
    }

    private static String quoted(String text) {
        if (text == null) {
            return "";
        }
        return '"' + SpreadsheetText.of(text).replace("\"", "\"\"") + '"';
    }
}
