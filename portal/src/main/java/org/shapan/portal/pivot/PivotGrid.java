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
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.shared.Registration;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shapan.portal.text.Figures;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The virtualised grid of a result: heads of all columns at once, cells in tiles as they come into sight. Nothing of the
 * cells stays in the session.
 */
@Tag("sp-grid")
@JsModule("context://grid/sp-grid.js")
public final class PivotGrid extends Component implements HasSize, HasStyle {
    /** Cells that are copied at once; more are exported. */
    private static final int MOST_COPIED = 200_000;

    private static final int MOST_TILES = 48;
    private static final int TIP = 4_000;
    private static final Pattern TILE = Pattern.compile("(\\d{1,7}):(-?\\d{1,6})");

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

    /** The head of a column was clicked, or (−1 and below) that of a head column. */
    @DomEvent("head")
    public static final class HeadClicked extends ComponentEvent<PivotGrid> {
        private final int version;
        private final int column;

        public HeadClicked(
                PivotGrid source,
                boolean fromClient,
                @EventData("event.detail.version") int version,
                @EventData("event.detail.column") int column) {
            super(source, fromClient);
            this.version = version;
            this.column = column;
        }

        public int column() {
            return column;
        }
    }

    /** A menu is asked for. */
    @DomEvent("menu")
    public static final class MenuAsked extends ComponentEvent<PivotGrid> {
        private final int version;
        private final GridPlace place;
        private final int x;
        private final int y;

        public MenuAsked(
                PivotGrid source,
                boolean fromClient,
                @EventData("event.detail.version") int version,
                @EventData("event.detail.at") String at,
                @EventData("event.detail.marked") String marked,
                @EventData("event.detail.x") int x,
                @EventData("event.detail.y") int y) {
            super(source, fromClient);
            int[] places = numbers(at);
            int[] edges = numbers(marked);
            this.version = version;
            this.place = new GridPlace(
                    places[0], places[1], places[2], new CellRange(edges[0], edges[1], edges[2], edges[3]));
            this.x = x;
            this.y = y;
        }

        private static int[] numbers(String text) {
            return Arrays.stream(text.split(",")).mapToInt(Integer::parseInt).toArray();
        }

        GridPlace place() {
            return place;
        }

        int x() {
            return x;
        }

        int y() {
            return y;
        }
    }

    /** Cells were marked, with the active one at a corner. */
    @DomEvent("range")
    public static final class Ranged extends ComponentEvent<PivotGrid> {
        private final int version;
        private final CellRange range;

        public Ranged(
                PivotGrid source,
                boolean fromClient,
                @EventData("event.detail.version") int version,
                @EventData("event.detail.top") int top,
                @EventData("event.detail.left") int left,
                @EventData("event.detail.bottom") int bottom,
                @EventData("event.detail.right") int right) {
            super(source, fromClient);
            this.version = version;
            this.range = new CellRange(top, left, bottom, right);
        }

        public CellRange range() {
            return range;
        }
    }

    /** Cells are to be copied that the browser does not have all of. */
    @DomEvent("clip")
    public static final class Clip extends ComponentEvent<PivotGrid> {
        private final int version;
        private final CellRange range;

        public Clip(
                PivotGrid source,
                boolean fromClient,
                @EventData("event.detail.version") int version,
                @EventData("event.detail.top") int top,
                @EventData("event.detail.left") int left,
                @EventData("event.detail.bottom") int bottom,
                @EventData("event.detail.right") int right) {
            super(source, fromClient);
            this.version = version;
            this.range = new CellRange(top, left, bottom, right);
        }
    }

    /** Cells were copied that the browser has. */
    @DomEvent("copied")
    public static final class Copied extends ComponentEvent<PivotGrid> {
        private final CellRange range;

        public Copied(
                PivotGrid source,
                boolean fromClient,
                @EventData("event.detail.top") int top,
                @EventData("event.detail.left") int left,
                @EventData("event.detail.bottom") int bottom,
                @EventData("event.detail.right") int right) {
            super(source, fromClient);
            this.range = new CellRange(top, left, bottom, right);
        }
    }

    /** Tiles came into sight that the browser does not have. */
    @DomEvent("tiles")
    public static final class TilesAsked extends ComponentEvent<PivotGrid> {
        private final int version;
        private final String keys;

        public TilesAsked(
                PivotGrid source,
                boolean fromClient,
                @EventData("event.detail.version") int version,
                @EventData("event.detail.keys") String keys) {
            super(source, fromClient);
            this.version = version;
            this.keys = keys;
        }
    }

    private GridContent content;
    private GridJson json;
    private Runnable gone = () -> {};
    private transient Consumer<CellRange> onRecord = range -> {};
    private int version;

    public PivotGrid() {
        addListener(TilesAsked.class, this::send);
        addListener(Clip.class, this::clip);
        addListener(Copied.class, copied -> onRecord.accept(copied.range));
    }

    /**
     * Shows a content.
     *
     * @param label what the grid shows, for screen readers
     * @param keep whether scroll position and active cell stay, as after opening a member
     */
    public void show(GridContent shown, String label, boolean keep) {
        content = shown;
        json = new GridJson(shown, getTranslation("pivot.total"));
        version++;
        ObjectNode model =
                json.model().put("version", version).put("label", label).put("keep", keep);
        model.putObject("texts")
                .put("open", getTranslation("pivot.open"))
                .put("close", getTranslation("pivot.close"))
                .put("trend", getTranslation("pivot.trend", "{0}"))
                .put("r", getTranslation("widget.state.RED"))
                .put("y", getTranslation("widget.state.YELLOW"))
                .put("g", getTranslation("widget.state.GREEN"));
        getElement().callJsFunction("show", model);
    }

    /** Makes a cell the active one; tells no listener. */
    public void choose(int row, int column) {
        getElement().callJsFunction("choose", version, row, column);
    }

    /** Makes the grid what the keyboard speaks to. */
    void focusGrid() {
        getElement().callJsFunction("takeFocus");
    }

    /** Who shows the result anew when its cells cannot be read any more. */
    public void setGoneListener(Runnable listener) {
        gone = listener;
    }

    /** Who is told what is copied: before, but of cells that the browser has, right after. */
    void setCopyListener(Consumer<CellRange> listener) {
        onRecord = listener;
    }

    public Registration addToggleListener(ComponentEventListener<Toggle> listener) {
        return addListener(Toggle.class, listener);
    }

    public Registration addCellListener(ComponentEventListener<CellChosen> listener) {
        return addListener(CellChosen.class, event -> {
            if (current(event.version, new CellRange(event.row, event.column, event.row, event.column))) {
                read(() -> listener.onComponentEvent(event));
            }
        });
    }

    public Registration addHeadListener(ComponentEventListener<HeadClicked> listener) {
        return addListener(HeadClicked.class, event -> {
            if (content != null && event.version == version && event.column < content.columnCount()) {
                read(() -> listener.onComponentEvent(event));
            }
        });
    }

    Registration addMenuListener(ComponentEventListener<MenuAsked> listener) {
        return addListener(MenuAsked.class, event -> {
            GridPlace place = event.place;
            boolean there = current(event.version, place.marked())
                    && place.row() < content.rowCount()
                    && place.column() < content.columnCount();
            if (there) {
                read(() -> listener.onComponentEvent(event));
            }
        });
    }

    public Registration addRangeListener(ComponentEventListener<Ranged> listener) {
        return addListener(Ranged.class, event -> {
            if (current(event.version, event.range)) {
                read(() -> listener.onComponentEvent(event));
            }
        });
    }

    private boolean current(int asked, CellRange range) {
        return content != null && asked == version && range.within(content);
    }

    private void read(Runnable reading) {
        try {
            reading.run();
        } catch (ResultGoneException e) {
            gone.run();
        }
    }

    private void send(TilesAsked asked) {
        if (json == null || asked.version != version) {
            return;
        }
        read(() -> {
            ArrayNode tiles = JsonNodeFactory.instance.arrayNode();
            for (Matcher key = TILE.matcher(asked.keys); tiles.size() < MOST_TILES && key.find(); ) {
                int row = Integer.parseInt(key.group(1));
                int column = Integer.parseInt(key.group(2));
                if (json.has(row, column)) {
                    tiles.add(json.tile(row, column));
                }
            }
            getElement().callJsFunction("put", version, tiles);
        });
    }

    private void clip(Clip asked) {
        if (current(asked.version, asked.range)) {
            copy(asked.range);
        }
    }

    /** Puts real numbers of cells on the clipboard. */
    void copy(CellRange range) {
        if (range.cells() > MOST_COPIED) {
            String most = Figures.in(getLocale()).number(MOST_COPIED, 0);
            Notification.show(getTranslation("pivot.copy.tooMany", most), TIP, Notification.Position.BOTTOM_CENTER);
        } else {
            onRecord.accept(range);
            read(() -> getElement().callJsFunction("clipboard", range.tabbed(content.whole())));
        }
    }
}
