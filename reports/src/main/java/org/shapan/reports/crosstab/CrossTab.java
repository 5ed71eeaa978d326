package org.shapan.reports.crosstab;

import static java.util.Objects.requireNonNull;

import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.shapan.reports.insight.ReportState;

/** A result in rows and columns with heads of several levels, as the reader of a report may see it. It needs no connection any more. */
public interface CrossTab {
    /**
     * A row or column.
     *
     * @param strong a total or subtotal
     * @param heads its heads as they are drawn, outermost first
     * @param outermost head of the outermost field, however heads are drawn; null where there is none
     */
    record Line(boolean strong, List<Head> heads, Head outermost) {
        public Line {
            heads = List.copyOf(heads);
        }
    }

    /**
     * A head of an axis.
     *
     * @param level head level it begins at, from 0
     * @param span how many levels it takes
     * @param start first line it stands for
     * @param run how many lines it stands for
     * @param indent how many groups it stands in, where they are not levels of their own
     * @param path what stands in its place on the first line of a page, where {@code text} alone leaves open in which group; null: the text
     */
    record Head(int level, int span, int start, int run, String text, boolean strong, int indent, String path) {
        public Head {
            requireNonNull(text, "text is null");
        }

        /** Not indented. */
        public Head(int level, int span, int start, int run, String text, boolean strong) {
            this(level, span, start, run, text, strong, 0, null);
        }
    }

    /**
     * How a figure is marked by its size.
     *
     * @param bar length of a bar behind it in per cent of the cell, 0 for none
     * @param tint colour behind it, null for none
     * @param state red, yellow or green with its sign, {@code NONE} for none
     */
    record Mark(int bar, Color tint, ReportState state) {
        public static final Mark NONE = new Mark(0, null, ReportState.NONE);
    }

    /** Name of the pivot. */
    String title();

    /** Caption of its cube. */
    String cube();

    /** Name of whose pivot it is. */
    String author();

    /** Everything that keeps rows out, one text for each. */
    List<String> filters();

    /** Path in the portal that opens the pivot. */
    String path();

    /** Captions of the head levels of the rows; a blank one where a level has no name. */
    List<String> corner();

    List<Line> rows();

    List<Line> columns();

    /** How many head levels the columns have. */
    int columnLevels();

    /** The formatted figure; empty for an empty cell. */
    String text(int row, int column);

    /** The figure; NaN for a cell without a number. */
    double number(int row, int column);

    Mark mark(int row, int column);

    /** Heights of a course that stands in place of a figure, from 0 to 100, −1 where a point is missing; null where there is a figure. */
    int[] course(int row, int column);

    /**
     * Writes a workbook: a sheet of what is to be known of it, then the result with real numbers.
     *
     * @param about names and values
     * @param aboutName name of the first sheet
     */
    void workbook(OutputStream out, String aboutName, List<Map.Entry<String, String>> about) throws IOException;

    /** Writes the same as CSV in UTF-8, with {@code about} above the result. */
    void csv(OutputStream out, List<Map.Entry<String, String>> about) throws IOException;
}
