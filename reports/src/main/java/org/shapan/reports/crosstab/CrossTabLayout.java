package org.shapan.reports.crosstab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.sf.jasperreports.engine.JasperReportsContext;
import org.shapan.reports.insight.ReportState;

/**
 * How a result is laid on A4: upright where its columns fit, else across, else across in smaller type, else across with
 * columns on further pages. Widths follow the texts; heads that are too long are wrapped.
 *
 * @param size of the type, points
 * @param headWidths of the head levels of the rows, points
 * @param columnWidths points
 * @param strips columns that stand on a page together
 */
record CrossTabLayout(boolean across, float size, int[] headWidths, int[] columnWidths, List<Strip> strips) {
    static final int UPRIGHT_WIDTH = 528;
    static final int ACROSS_WIDTH = 775;
    static final float NORMAL = 8.25f;
    static final float SMALL = 7;
    static final String TEXT_FONT = "Noto Sans SC";
    static final String FIGURE_FONT = "Inter";
    /** Room of a sign before a figure. */
    static final int SIGN = 12;

    static final int PADDING = 4;
    /** Of a head for each group it stands in. */
    static final int INDENT = 10;

    private static final int LEAST_HEAD = 40;
    private static final int MOST_HEAD = 150;
    private static final int LEAST_COLUMN = 40;
    private static final int COURSE = 60;
    private static final int MOST_COLUMN_HEAD = 64;
    /** Part of a page's width that heads of rows may take. */
    private static final double MOST_HEADS = 0.6;

    /** Columns {@code from} to before {@code to}. */
    record Strip(int from, int to) {}

    static CrossTabLayout of(CrossTab table, PageFacts facts, JasperReportsContext context) {
        CrossTabLayout normal = sized(table, facts, context, NORMAL, UPRIGHT_WIDTH);
        if (normal.strips.size() <= 1) {
            return normal;
        }
        CrossTabLayout wide = sized(table, facts, context, NORMAL, ACROSS_WIDTH);
        if (wide.strips.size() <= 1) {
            return wide;
        }
        CrossTabLayout small = sized(table, facts, context, SMALL, ACROSS_WIDTH);
        return small.strips.size() <= 1 ? small : wide;
    }

    private static CrossTabLayout sized(
            CrossTab table, PageFacts facts, JasperReportsContext context, float size, int width) {
        int[] heads = headWidths(table, facts, context, size, width);
        int[] columns = columnWidths(table, context, size);
        int room = width - Arrays.stream(heads).sum();
        for (int i = 0; i < columns.length; i++) {
            columns[i] = Math.min(columns[i], room);
        }
        return new CrossTabLayout(width == ACROSS_WIDTH, size, heads, columns, strips(table, columns, room));
    }

    private static int[] headWidths(
            CrossTab table, PageFacts facts, JasperReportsContext context, float size, int width) {
        TextWidths bold = new TextWidths(context, TEXT_FONT, true, size);
        int[] widths = new int[table.corner().size()];
        for (int level = 0; level < widths.length; level++) {
            widths[level] = bold.of(table.corner().get(level));
        }
        for (CrossTab.Line line : table.rows()) {
            for (CrossTab.Head head : line.heads()) {
                if (head.span() == 1) {
                    String longest = head.run() > 1 ? facts.continued(head.text()) : head.text();
                    int needed = bold.of(longest) + head.indent() * INDENT;
                    widths[head.level()] = Math.max(widths[head.level()], needed);
                }
            }
        }
        for (int level = 0; level < widths.length; level++) {
            widths[level] = Math.clamp(widths[level] + 2 * PADDING + 2, LEAST_HEAD, MOST_HEAD);
        }
        int all = Arrays.stream(widths).sum();
        int most = (int) (width * MOST_HEADS);
        if (all > most) {
            for (int level = 0; level < widths.length; level++) {
                widths[level] = widths[level] * most / all;
            }
        }
        return widths;
    }

    /** Columns with the same innermost head, such as a measure under each member, have the same width. */
    private static int[] columnWidths(CrossTab table, JasperReportsContext context, float size) {
        TextWidths figures = new TextWidths(context, FIGURE_FONT, true, size);
        TextWidths texts = new TextWidths(context, TEXT_FONT, true, size);
        int[] widths = new int[table.columns().size()];
        Map<String, Integer> alike = new HashMap<>();
        for (int column = 0; column < widths.length; column++) {
            List<CrossTab.Head> heads = table.columns().get(column).heads();
            String name = heads.isEmpty() ? "" : heads.getLast().text();
            int most = Math.clamp(texts.of(name) + 2 * PADDING + 2, LEAST_COLUMN, MOST_COLUMN_HEAD);
            for (int row = 0; row < table.rows().size(); row++) {
                if (table.course(row, column) != null) {
                    most = Math.max(most, COURSE);
                    continue;
                }
                String text = table.text(row, column);
                boolean figure = !Double.isNaN(table.number(row, column));
                int sign = table.mark(row, column).state() == ReportState.NONE ? 0 : SIGN;
                most = Math.max(most, (figure ? figures : texts).of(text) + sign + 2 * PADDING + 2);
            }
            widths[column] = most;
            alike.merge(name, most, Math::max);
        }
        for (int column = 0; column < widths.length; column++) {
            List<CrossTab.Head> heads = table.columns().get(column).heads();
            widths[column] = alike.get(heads.isEmpty() ? "" : heads.getLast().text());
        }
        return widths;
    }

    /** As many columns as fit; a group that fits on a page of its own is not torn. */
    private static List<Strip> strips(CrossTab table, int[] columns, int room) {
        List<Strip> strips = new ArrayList<>();
        for (int from = 0; from < columns.length; ) {
            int to = from;
            for (int width = 0; to < columns.length && width + columns[to] <= room; to++) {
                width += columns[to];
            }
            if (to < columns.length && !table.columns().get(to).heads().isEmpty()) {
                int group = table.columns().get(to).heads().getFirst().start();
                to = group > from ? group : to;
            }
            strips.add(new Strip(from, to));
            from = to;
        }
        return strips;
    }

    /** Width of the page between its margins. */
    int width() {
        return across ? ACROSS_WIDTH : UPRIGHT_WIDTH;
    }

    int headsWidth() {
        return Arrays.stream(headWidths).sum();
    }

    /** Least height of a row. */
    int rowHeight() {
        return size == NORMAL ? 17 : 15;
    }
}
