package org.shapan.engine.api;

/**
 * A stretch of source text, MDX or catalog.
 *
 * @param line first line, counted from 1
 * @param column first column in that line, counted from 1
 * @param endLine last line, inclusive
 * @param endColumn last column, inclusive
 */
public record Region(int line, int column, int endLine, int endColumn) {

    /** The smallest region that contains this one and {@code other}. */
    public Region to(Region other) {
        return new Region(line, column, other.endLine, other.endColumn);
    }

    @Override
    public String toString() {
        return "line " + line + ", column " + column;
    }
}
