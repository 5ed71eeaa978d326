package org.shapan.portal.pivot;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.shared.Registration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The virtualised grid of a result: heads of all columns at once, rows in windows as they come into sight. */
@Tag("sp-grid")
@JsModule("context://grid/sp-grid.js")
public final class PivotGrid extends Component implements HasSize, HasStyle {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int FIRST_WINDOW = 120;
    private static final int LARGEST_WINDOW = 400;
    private static final int FULL = 100;

    /** A box before a member was clicked, or + or − pressed. */
    @DomEvent("toggle")
    public static final class Toggle extends ComponentEvent<PivotGrid> {
        private final String hierarchy;
        private final String member;

        public Toggle(
                PivotGrid source,
                boolean fromClient,
                @EventData("event.detail.hierarchy") String hierarchy,
                @EventData("event.detail.member") String member) {
            super(source, fromClient);
            this.hierarchy = hierarchy;
            this.member = member;
        }

        public String hierarchy() {
            return hierarchy;
        }

        public String member() {
            return member;
        }
    }

    /** A cell became the active one. */
    @DomEvent("cell")
    public static final class CellChosen extends ComponentEvent<PivotGrid> {
        private final int version;
        private final int row;
        private final int column;

        public CellChosen(
                PivotGrid source,
                boolean fromClient,
                @EventData("event.detail.version") int version,
                @EventData("event.detail.row") int row,
                @EventData("event.detail.column") int column) {
            super(source, fromClient);
            this.version = version;
            this.row = row;
            this.column = column;
        }

        public int row() {
            return row;
        }

        public int column() {
            return column;
        }
    }

    /** Rows came into sight that the browser does not have. */
    @DomEvent("window")
    public static final class Window extends ComponentEvent<PivotGrid> {
        private final int version;
        private final int from;
        private final int to;

        public Window(
                PivotGrid source,
                boolean fromClient,
                @EventData("event.detail.version") int version,
                @EventData("event.detail.from") int from,
                @EventData("event.detail.to") int to) {
            super(source, fromClient);
            this.version = version;
            this.from = from;
            this.to = to;
        }
    }

    private PivotResult result;
    private Bars bars;
    private int version;

    public PivotGrid() {
        addListener(Window.class, this::send);
    }

    /**
     * Shows a result.
     *
     * @param label what the grid shows, for screen readers
     * @param keep whether scroll position and active cell stay, as after opening a member
     */
    public void show(PivotResult shown, String label, boolean keep) {
        result = shown;
        version++;
        bars = Bars.of(shown);
        ObjectNode model = JSON.objectNode()
                .put("version", version)
                .put("label", label)
                .put("keep", keep)
                .put("rowCount", shown.rows().lines().size())
                .put("columnCount", shown.columns().lines().size());
        model.putObject("texts").put("open", getTranslation("pivot.open")).put("close", getTranslation("pivot.close"));
        ArrayNode headColumns = model.putArray("headColumns");
        if (shown.rows().headColumns().isEmpty()) {
            headColumns.add("");
        }
        shown.rows().headColumns().forEach(headColumns::add);
        model.set("heads", columnHeads(shown.columns()));
        model.set("columns", columns(shown.columns()));
        model.set("rows", rows(0, Math.min(FIRST_WINDOW, shown.rows().lines().size()) - 1));
        getElement().setPropertyJson("model", model);
    }

    public Registration addToggleListener(ComponentEventListener<Toggle> listener) {
        return addListener(Toggle.class, listener);
    }

    public Registration addCellListener(ComponentEventListener<CellChosen> listener) {
        return addListener(CellChosen.class, event -> {
            boolean current = event.version == version
                    && event.row >= 0
                    && event.row < result.rows().lines().size()
                    && event.column >= 0
                    && event.column < result.columns().lines().size();
            if (current) {
                listener.onComponentEvent(event);
            }
        });
    }

    private void send(Window asked) {
        if (result == null || asked.version != version) {
            return;
        }
        int from = Math.max(0, asked.from);
        int to = Math.min(
                Math.min(asked.to, from + LARGEST_WINDOW), result.rows().lines().size() - 1);
        if (from <= to) {
            getElement().callJsFunction("addRows", version, from, rows(from, to));
        }
    }

    private ArrayNode rows(int from, int to) {
        ArrayNode rows = JSON.arrayNode();
        for (int row = from; row <= to; row++) {
            AxisLine line = result.rows().lines().get(row);
            ObjectNode json = rows.addObject().put("k", kind(line.kind()));
            ArrayNode heads = json.putArray("h");
            for (HeadCell head : line.heads()) {
                heads.add(head(head, head.column(), head.span())
                        .put("f", head.start())
                        .put("r", head.run())
                        .put("g", head.strong()));
            }
            if (line.heads().isEmpty()) {
                heads.addObject()
                        .put("t", getTranslation("pivot.total"))
                        .put("c", 0)
                        .put("n", 1)
                        .put("f", row)
                        .put("r", 1)
                        .put("g", true);
            }
            ArrayNode cells = json.putArray("c");
            for (int column = 0; column < result.columns().lines().size(); column++) {
                ArrayNode cell = cells.addArray().add(result.text(row, column));
                double number = result.number(row, column);
                if (Double.isNaN(number)) {
                    cell.addNull();
                } else {
                    cell.add(number);
                }
                cell.add(bars.share(row, column, number));
            }
        }
        return rows;
    }

    private static ArrayNode columnHeads(AxisLayout columns) {
        ArrayNode levels = JSON.arrayNode();
        for (int level = 0; level < columns.headColumns().size(); level++) {
            ArrayNode heads = levels.addArray();
            for (int i = 0; i < columns.lines().size(); i++) {
                for (HeadCell head : columns.lines().get(i).heads()) {
                    if (head.column() == level && head.start() == i) {
                        heads.add(head(head, head.start(), head.run()).put("s", head.span()));
                    }
                }
            }
        }
        return levels;
    }

    private static ArrayNode columns(AxisLayout columns) {
        ArrayNode all = JSON.arrayNode();
        HeadCell before = null;
        for (AxisLine line : columns.lines()) {
            HeadCell outermost = line.heads().isEmpty() ? null : line.heads().getFirst();
            HeadCell group =
                    line.heads().size() > 1 ? line.heads().get(line.heads().size() - 2) : outermost;
            boolean start = line.heads().size() > 1 ? group != before : before == null;
            all.addObject().put("k", kind(line.kind())).put("g", start);
            before = group;
        }
        return all;
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

    /** Tints behind figures: one scale for each measure over its details, none for ratios and negative figures. */
    private record Bars(Map<String, Double> largest, List<AxisLine> rows, List<AxisLine> columns) {
        private static final int MOST_CELLS = 200_000;

        static Bars of(PivotResult result) {
            List<AxisLine> rows = result.rows().lines();
            List<AxisLine> columns = result.columns().lines();
            Map<String, Double> largest = new HashMap<>();
            if ((long) rows.size() * columns.size() <= MOST_CELLS) {
                for (int row = 0; row < rows.size(); row++) {
                    for (int column = 0; column < columns.size(); column++) {
                        double number = detail(rows, columns, row, column) ? result.number(row, column) : Double.NaN;
                        if (number > 0 && !result.text(row, column).endsWith("%")) {
                            largest.merge(result.measure(row, column), number, Math::max);
                        }
                    }
                }
            }
            return new Bars(largest, rows, columns);
        }

        int share(int row, int column, double number) {
            if (!(number > 0) || !detail(rows, columns, row, column)) {
                return 0;
            }
            String onRows = rows.get(row).measure();
            Double most =
                    largest.get(onRows != null ? onRows : columns.get(column).measure());
            return most == null ? 0 : (int) Math.round(number / most * FULL);
        }

        private static boolean detail(List<AxisLine> rows, List<AxisLine> columns, int row, int column) {
            return rows.get(row).kind() == AxisLine.Kind.DETAIL
                    && columns.get(column).kind() == AxisLine.Kind.DETAIL;
        }
    }
}
