package org.shapan.portal.pivot;

import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A content as {@code sp-grid.js} reads it: all heads of the columns at once, cells and row heads in tiles. */
final class GridJson {
    static final int TILE_ROWS = 100;
    static final int TILE_COLUMNS = 50;
    /** The tile column of the row heads. */
    static final int HEADS = -1;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int SAMPLED_CELLS = 8_000;
    private static final int SAMPLED_ROWS = 24;
    /** As wide as what a head is moved in by. */
    private static final String INDENT = "    ";

    private final GridContent content;
    private final Marks marks;
    private final RowHeads rowHeads;
    private final String total;

    /** @param total text of a row without heads */
    GridJson(GridContent content, String total) {
        this.content = content;
        this.marks = Marks.of(content);
        this.rowHeads = RowHeads.of(content);
        this.total = total;
    }

    /** Everything but cells: sizes, heads of columns, the tiles of the upper left corner. */
    ObjectNode model() {
        ObjectNode model = JSON.objectNode()
                .put("rowCount", content.rowCount())
                .put("columnCount", content.columnCount())
                .put("foot", foot())
                .put("sortable", content.sortable());
        model.set("headColumns", headColumns());
        model.set("heads", columnHeads());
        model.set("columns", columns());
        ArrayNode tiles = model.putArray("tiles");
        tiles.add(tile(0, HEADS));
        tiles.add(tile(0, 0));
        int last = (content.rowCount() - 1) / TILE_ROWS;
        if (last > 0 && foot() > 0) {
            tiles.add(tile(last, HEADS));
            tiles.add(tile(last, 0));
        }
        return model;
    }

    /** A tile that begins inside the content. */
    ObjectNode tile(int row, int column) {
        ObjectNode tile = JSON.objectNode().put("r", row).put("c", column);
        ArrayNode lines = tile.putArray("d");
        int end = Math.min(content.rowCount(), (row + 1) * TILE_ROWS);
        for (int line = row * TILE_ROWS; line < end; line++) {
            if (column == HEADS) {
                rowHeads(line, lines.addObject());
            } else {
                cells(line, column * TILE_COLUMNS, lines.addArray());
            }
        }
        return tile;
    }

    boolean has(int row, int column) {
        return row >= 0
                && row * TILE_ROWS < content.rowCount()
                && column >= HEADS
                && column * TILE_COLUMNS < content.columnCount();
    }

    private void cells(int row, int from, ArrayNode cells) {
        int end = Math.min(content.columnCount(), from + TILE_COLUMNS);
        for (int column = from; column < end; column++) {
            ArrayNode cell = cells.addArray().add(content.text(row, column));
            double number = content.number(row, column);
            if (Double.isNaN(number)) {
                cell.addNull();
            } else {
                cell.add(number);
            }
            double[] course = content.trend(row, column);
            if (course != null) {
                ArrayNode heights = cell.add(0).addNull().addArray();
                for (int height : Trend.heights(course)) {
                    heights.add(height);
                }
                continue;
            }
            Marks.Mark mark = marks.mark(row, column, number);
            cell.add(mark.bar());
            if (mark.light() != null) {
                cell.add(mark.light().key());
            } else if (mark.step() > 0) {
                cell.add("q" + mark.step());
            } else if (mark.extreme()) {
                cell.add("ext");
            }
        }
    }

    private void rowHeads(int row, ObjectNode json) {
        AxisLine line = content.rows().lines().get(row);
        json.put("k", kind(line.kind()));
        ArrayNode heads = json.putArray("h");
        for (RowHeads.Drawn drawn : rowHeads.of(row)) {
            ObjectNode head = head(drawn.head(), drawn.column(), drawn.span())
                    .put("t", drawn.text())
                    .put("f", drawn.start())
                    .put("r", drawn.run())
                    .put("g", drawn.head().strong())
                    .put("v", drawn.head().column());
            if (drawn.indent() > 0) {
                head.put("i", drawn.indent());
            }
            if (drawn.text().isEmpty()) {
                head.remove("b");
            }
            heads.add(head);
        }
        if (line.heads().isEmpty()) {
            heads.addObject()
                    .put("t", total)
                    .put("c", 0)
                    .put("n", 1)
                    .put("f", row)
                    .put("r", 1)
                    .put("g", true);
        }
    }

    /** Rows of the grand total at the end, which stay in sight. */
    private int foot() {
        List<AxisLine> lines = content.rows().lines();
        int foot = 0;
        while (foot < lines.size()
                && foot < 4
                && lines.get(lines.size() - 1 - foot).kind() == AxisLine.Kind.TOTAL) {
            foot++;
        }
        return foot == lines.size() ? 0 : foot;
    }

    private ArrayNode headColumns() {
        List<String> captions = rowHeads.captions();
        String[] longest = new String[captions.size()];
        java.util.Arrays.fill(longest, "");
        for (int row = 0; row < content.rowCount(); row++) {
            for (RowHeads.Drawn head : rowHeads.of(row)) {
                String text = INDENT.repeat(head.indent()) + head.text();
                if (head.span() == 1 && width(text) > width(longest[head.column()])) {
                    longest[head.column()] = text;
                }
            }
        }
        ArrayNode json = JSON.arrayNode();
        for (int i = 0; i < longest.length; i++) {
            ObjectNode head = json.addObject().put("t", captions.get(i)).put("w", longest[i]);
            sorted(head, -1 - i);
        }
        return json;
    }

    /** A Chinese character is as wide as two others. */
    private static int width(String text) {
        int width = 0;
        for (int i = 0; i < text.length(); i++) {
            width += text.charAt(i) > 0x2E80 ? 2 : 1;
        }
        return width;
    }

    private ArrayNode columnHeads() {
        ArrayNode levels = JSON.arrayNode();
        List<AxisLine> lines = content.columns().lines();
        content.columns().headColumns().forEach(caption -> levels.addArray());
        for (int i = 0; i < lines.size(); i++) {
            for (HeadCell head : lines.get(i).heads()) {
                if (head.start() == i) {
                    ((ArrayNode) levels.get(head.column()))
                            .add(head(head, head.start(), head.run()).put("s", head.span()));
                }
            }
        }
        return levels;
    }

    private ArrayNode columns() {
        ArrayNode all = JSON.arrayNode();
        HeadCell before = null;
        List<AxisLine> lines = content.columns().lines();
        for (int column = 0; column < lines.size(); column++) {
            AxisLine line = lines.get(column);
            HeadCell outermost = line.heads().isEmpty() ? null : line.heads().getFirst();
            HeadCell group =
                    line.heads().size() > 1 ? line.heads().get(line.heads().size() - 2) : outermost;
            boolean start = line.heads().size() > 1 ? group != before : before == null;
            ObjectNode json =
                    all.addObject().put("k", kind(line.kind())).put("g", start).put("w", longest(column));
            if (Trend.is(line.measure())) {
                json.put("l", true);
            }
            sorted(json, column);
            before = group;
        }
        return all;
    }

    private void sorted(ObjectNode json, int column) {
        Sort.Order order = content.sorted(column);
        if (order != null) {
            json.put("o", order == Sort.Order.ASC || order == Sort.Order.BASC ? "ascending" : "descending");
        }
    }

    /** The longest text of some rows of a column: the last ones, which hold totals, and some that lie evenly. */
    private String longest(int column) {
        int rows = content.rowCount();
        int sampled = Math.clamp(SAMPLED_CELLS / content.columnCount(), 2, SAMPLED_ROWS);
        String longest = rows == 0 ? "" : content.text(rows - 1, column);
        for (int i = 0; i < Math.min(sampled, rows); i++) {
            String text = content.text((int) ((long) i * rows / sampled % rows), column);
            longest = text.length() > longest.length() ? text : longest;
        }
        return longest;
    }

    private static ObjectNode head(HeadCell head, int start, int count) {
        ObjectNode json =
                JSON.objectNode().put("t", head.text()).put("c", start).put("n", count);
        if (head.member() != null) {
            json.put("m", head.member()).put("y", head.hierarchy());
        }
        switch (head.box()) {
            case OPEN -> json.put("b", "o");
            case CLOSED -> json.put("b", "c");
            case NONE -> {}
        }
        return json;
    }

    private static String kind(AxisLine.Kind kind) {
        return switch (kind) {
            case DETAIL -> "d";
            case SUBTOTAL -> "s";
            case TOTAL -> "t";
        };
    }
}
