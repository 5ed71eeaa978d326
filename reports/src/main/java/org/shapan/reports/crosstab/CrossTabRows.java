package org.shapan.reports.crosstab;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import net.sf.jasperreports.engine.JRBoxContainer;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.base.JRBasePrintPage;
import net.sf.jasperreports.engine.base.JRBasePrintText;
import net.sf.jasperreports.engine.type.HorizontalTextAlignEnum;
import net.sf.jasperreports.engine.type.VerticalTextAlignEnum;
import org.shapan.reports.chart.Sparkline;
import org.shapan.reports.crosstab.CrossTab.Head;
import org.shapan.reports.insight.ReportState;

/** Draws heads and rows of a result. */
final class CrossTabRows {
    private static final Color TINT = new Color(0xF4F2ED);
    private static final Color BAR = new Color(0xE8EFF8);
    private static final Color HAIRLINE = new Color(0xEEEBE4);
    private static final Color RULE = new Color(0xCDC7BB);
    private static final float THIN = 0.75f;
    /** Above and below the text of a head that takes several lines. */
    private static final int AIR = 6;

    private final CrossTab table;
    private final CrossTabLayout layout;
    private final PageElements elements;
    private final PageFacts facts;
    private final TextWidths widths;
    private final boolean bars;

    /** @param bars whether bars stand behind figures that have one */
    CrossTabRows(
            CrossTab table,
            CrossTabLayout layout,
            PageElements elements,
            PageFacts facts,
            boolean bars,
            JasperReportsContext context) {
        this.bars = bars;
        this.widths = new TextWidths(context, CrossTabLayout.TEXT_FONT, true, layout.size());
        this.table = table;
        this.layout = layout;
        this.elements = elements;
        this.facts = facts;
    }

    /**
     * Draws the heads of the columns.
     *
     * @return where the rows begin
     */
    int heads(JRBasePrintPage page, CrossTabLayout.Strip strip, int left, int top) {
        int levels = Math.max(1, table.columnLevels());
        int[] heights = new int[levels];
        Arrays.fill(heights, layout.rowHeight());
        for (int column = strip.from(); column < strip.to(); column++) {
            for (Head head : table.columns().get(column).heads()) {
                if (head.span() == 1 && begins(head, column, strip)) {
                    int needed = elements.height(columnHead(head), width(head, column, strip)) + AIR;
                    heights[head.level()] = Math.max(heights[head.level()], needed);
                }
            }
        }
        int all = Arrays.stream(heights).sum();
        int x = left;
        for (int level = 0; level < layout.headWidths().length; level++) {
            JRBasePrintText corner = elements.text(
                    "Head", level < table.corner().size() ? table.corner().get(level) : "");
            box(corner, RULE, null);
            corner.setFontSize(layout.size());
            corner.setVerticalTextAlign(VerticalTextAlignEnum.BOTTOM);
            corner.getLineBox().setBottomPadding(CrossTabLayout.PADDING);
            corner.getLineBox().setLeftPadding(CrossTabLayout.PADDING);
            page.addElement(elements.set(corner, x, top, layout.headWidths()[level], all));
            x += layout.headWidths()[level];
        }
        for (int column = strip.from(); column < strip.to(); column++) {
            columnHeads(page, strip, column, x, top, heights);
            x += layout.columnWidths()[column];
        }
        return top + all;
    }

    private void columnHeads(
            JRBasePrintPage page, CrossTabLayout.Strip strip, int column, int x, int top, int[] heights) {
        List<Head> heads = table.columns().get(column).heads();
        int y = top;
        for (int level = 0; level < heights.length; ) {
            int here = level;
            Head head = heads.stream()
                    .filter(h -> h.level() <= here && here < h.level() + h.span())
                    .findFirst()
                    .orElse(null);
            int span = head == null ? 1 : head.level() + head.span() - level;
            int height = Arrays.stream(heights, level, level + span).sum();
            if (head == null || begins(head, column, strip)) {
                int width = head == null ? layout.columnWidths()[column] : width(head, column, strip);
                JRBasePrintText text = head == null ? elements.text("HeadFigure", "") : columnHead(head);
                box(text, RULE, opensGroup(column, strip) ? RULE : null);
                page.addElement(elements.set(text, x, y, width, height));
            }
            y += height;
            level += span;
        }
    }

    private JRBasePrintText columnHead(Head head) {
        JRBasePrintText text = elements.text("HeadFigure", head.text());
        text.setFontSize(layout.size());
        if (head.run() > 1) {
            text.setHorizontalTextAlign(HorizontalTextAlignEnum.CENTER);
        }
        text.setBold(head.strong());
        text.getLineBox().setLeftPadding(CrossTabLayout.PADDING);
        return text;
    }

    /** Whether a head is drawn at a column: it is its first, or the first of the strip. */
    private static boolean begins(Head head, int column, CrossTabLayout.Strip strip) {
        return column == Math.max(head.start(), strip.from());
    }

    private int width(Head head, int column, CrossTabLayout.Strip strip) {
        return Arrays.stream(layout.columnWidths(), column, Math.min(strip.to(), head.start() + head.run()))
                .sum();
    }

    private boolean opensGroup(int column, CrossTabLayout.Strip strip) {
        List<Head> heads = table.columns().get(column).heads();
        return table.columnLevels() > 1
                && column > strip.from()
                && !heads.isEmpty()
                && heads.getFirst().start() == column;
    }

    /** @param first whether the row is the first of its page */
    int height(int row, boolean first) {
        int most = layout.rowHeight();
        for (Head head : table.rows().get(row).heads()) {
            if (first || head.start() == row) {
                JRBasePrintText text = rowHead(head, row, first);
                int width = headWidth(head.level(), head.span());
                if (!fits(text, width)) {
                    most = Math.max(most, elements.height(text, width) + AIR);
                }
            }
        }
        return most;
    }

    /**
     * @param first whether the row is the first of its page
     * @param ends whether it is the last of its page
     */
    void draw(
            JRBasePrintPage page,
            CrossTabLayout.Strip strip,
            int row,
            boolean first,
            boolean ends,
            int left,
            int y,
            int height) {
        CrossTab.Line line = table.rows().get(row);
        Color ground = line.strong() ? TINT : null;
        int x = left;
        for (int level = 0; level < layout.headWidths().length; ) {
            int here = level;
            Head head = line.heads().stream()
                    .filter(h -> h.level() == here)
                    .findFirst()
                    .orElse(null);
            int span = head == null ? 1 : head.span();
            boolean shown = head != null && (first || head.start() == row);
            JRBasePrintText text = shown ? rowHead(head, row, first) : elements.text("Base", "");
            boolean last = ends || head == null || span > 1 || head.start() + head.run() - 1 == row;
            box(text, last ? HAIRLINE : null, null);
            boolean merged = head != null && head.run() > 1;
            int width = headWidth(level, span);
            PageElements.on(text, merged ? null : ground);
            page.addElement(
                    fits(text, width)
                            ? elements.setLine(text, x, y, width, height)
                            : elements.set(text, x, y, width, height));
            x += width;
            level += span;
        }
        for (int column = strip.from(); column < strip.to(); column++) {
            figure(page, row, column, opensGroup(column, strip), x, y, height);
            x += layout.columnWidths()[column];
        }
    }

    private JRBasePrintText rowHead(Head head, int row, boolean first) {
        boolean alone = first && head.path() != null;
        String said = alone ? head.path() : head.start() == row ? head.text() : facts.continued(head.text());
        JRBasePrintText text = elements.text("Base", said);
        text.setFontSize(layout.size());
        text.setBold(head.strong() || table.rows().get(row).strong() && head.run() == 1);
        int indent = alone ? 0 : head.indent() * CrossTabLayout.INDENT;
        text.getLineBox().setLeftPadding(CrossTabLayout.PADDING + indent);
        text.getLineBox().setRightPadding(2);
        return text;
    }

    private boolean fits(JRBasePrintText head, int width) {
        return widths.of(head.getFullText()) + head.getLineBox().getLeftPadding() + CrossTabLayout.PADDING <= width;
    }

    private int headWidth(int level, int span) {
        return Arrays.stream(layout.headWidths(), level, level + span).sum();
    }

    /** A figure on the ground of its mark; a sign has a field of its own before it. */
    private void figure(JRBasePrintPage page, int row, int column, boolean group, int x, int y, int height) {
        boolean strong =
                table.rows().get(row).strong() || table.columns().get(column).strong();
        CrossTab.Mark mark = table.mark(row, column);
        Color ground = mark.tint() != null ? mark.tint() : strong ? TINT : null;
        int width = layout.columnWidths()[column];
        int[] course = table.course(row, column);
        if (course != null) {
            var line = elements.drawing(new Sparkline(course), x, y, width, height);
            box(line, HAIRLINE, group ? RULE : null);
            page.addElement(PageElements.on(line, ground));
            return;
        }
        int sign = mark.state() == ReportState.NONE ? 0 : CrossTabLayout.SIGN;
        if (sign > 0) {
            JRBasePrintText shape = elements.sign(mark.state());
            box(shape, HAIRLINE, group ? RULE : null);
            page.addElement(elements.setLine(PageElements.on(shape, ground), x, y, sign, height));
        }
        if (bars && mark.bar() > 0) {
            JRBasePrintText bar = elements.text("Base", "");
            int length = Math.max(1, width * mark.bar() / 100);
            page.addElement(elements.setLine(PageElements.on(bar, BAR), x, y + 2, length, height - 3));
        }
        boolean number = !Double.isNaN(table.number(row, column));
        JRBasePrintText text = elements.text(number ? "Figure" : "Base", table.text(row, column));
        text.setHorizontalTextAlign(HorizontalTextAlignEnum.RIGHT);
        text.setFontSize(layout.size());
        text.setBold(strong);
        text.getLineBox().setRightPadding(CrossTabLayout.PADDING);
        box(text, HAIRLINE, group && sign == 0 ? RULE : null);
        page.addElement(elements.setLine(PageElements.on(text, ground), x + sign, y, width - sign, height));
    }

    private static void box(JRBoxContainer element, Color bottom, Color left) {
        if (bottom != null) {
            element.getLineBox().getBottomPen().setLineWidth(THIN);
            element.getLineBox().getBottomPen().setLineColor(bottom);
        }
        if (left != null) {
            element.getLineBox().getLeftPen().setLineWidth(THIN);
            element.getLineBox().getLeftPen().setLineColor(left);
        }
    }
}
