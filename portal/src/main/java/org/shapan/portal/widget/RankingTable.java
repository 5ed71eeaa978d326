package org.shapan.portal.widget;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * A ranking (guide 6): mark, name, figures, contribution bar, a pinned total. A click on a head sorts downwards, upwards,
 * then as given; a click on a row selects it, a double click or Enter drills. Made for up to some hundred rows.
 */
public final class RankingTable<T> extends Div {
    /** Selects the cells of figures, row by row. */
    public static final String FIGURES = "tbody td:is(.num, .br)";

    private static final int BAR_WIDTH = 70;

    /** A cell: its row and the place of its column in the constructor's list. */
    public record Place<T>(T row, int column) {}

    private final List<RankingColumn<T>> columns;
    private final NativeTableBody body = new NativeTableBody();
    private final List<NativeTableHeaderCell> heads = new ArrayList<>();
    private final Map<T, NativeTableRow> lines = new IdentityHashMap<>();
    private List<T> rows = List.of();
    private List<T> drawn = List.of();
    private boolean focusable;
    private T total;
    private Predicate<T> selected = row -> false;
    private int sorted = -1;
    private boolean descending = true;
    private Consumer<T> onSelect;
    private Consumer<T> onDrill;

    public RankingTable(List<RankingColumn<T>> columns) {
        this.columns = List.copyOf(columns);
        addClassName("rank");
        // A table that is wider than the screen is scrolled by the keyboard, too.
        getElement().setAttribute("tabindex", "0");
        NativeTable table = new NativeTable();
        NativeTableRow head = new NativeTableRow();
        for (int i = 0; i < columns.size(); i++) {
            head.add(head(columns.get(i), i));
        }
        table.getHead().add(head);
        table.add(body);
        add(table);
    }

    /** Replaces the rows; {@code total} is pinned below them, null for none. */
    public void show(List<T> shown, T totalRow) {
        rows = List.copyOf(shown);
        total = totalRow;
        draw();
    }

    /** Marks the rows of the current selection. Drawn rows stay, so that the second click of a double click meets the same row. */
    public void select(Predicate<T> selection) {
        selected = selection;
        lines.forEach((row, line) -> mark(row, line));
    }

    private void mark(T row, NativeTableRow line) {
        boolean on = selected.test(row);
        line.setClassName("sel", on);
        line.getElement().setAttribute("aria-selected", Boolean.toString(on));
    }

    /** Sorts by a column of the constructor's list from the start. */
    public RankingTable<T> sortedBy(int column, boolean down) {
        sorted = column;
        descending = down;
        return this;
    }

    public RankingTable<T> onSelect(Consumer<T> listener) {
        onSelect = listener;
        addClassName("act");
        return this;
    }

    public RankingTable<T> onDrill(Consumer<T> listener) {
        onDrill = listener;
        addClassName("act");
        return this;
    }

    /** Rows take the focus although a click on them does nothing. */
    public void focusRows() {
        focusable = true;
        draw();
    }

    /** The figure at a place among those that {@link #FIGURES} selects. */
    public Place<T> figure(int index) {
        int[] figures = IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).kind() == RankingColumn.Kind.NUMBER
                        || columns.get(i).kind() == RankingColumn.Kind.BAR)
                .toArray();
        int row = index / figures.length;
        return new Place<>(row < drawn.size() ? drawn.get(row) : total, figures[index % figures.length]);
    }

    private NativeTableHeaderCell head(RankingColumn<T> column, int index) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell(column.header());
        heads.add(cell);
        switch (column.kind()) {
            case MARK -> cell.addClassName("mk");
            case NUMBER -> cell.addClassName("num");
            case NAME, TEXT, BAR, SPARK -> {}
        }
        cell.getElement().setAttribute("scope", "col");
        if (column.order() != null) {
            cell.addClassName("sortable");
            cell.getElement().setAttribute("tabindex", "0");
            cell.getElement().addEventListener("click", event -> sort(index));
            cell.getElement().addEventListener("keydown", event -> sort(index)).setFilter("event.key === 'Enter'");
        }
        return cell;
    }

    private void sort(int index) {
        if (sorted != index) {
            sorted = index;
            descending = true;
        } else if (descending) {
            descending = false;
        } else {
            sorted = -1;
        }
        draw();
    }

    private void draw() {
        for (int i = 0; i < columns.size(); i++) {
            boolean here = i == sorted;
            heads.get(i).setClassName("sort", here);
            heads.get(i).setText(columns.get(i).header() + (here ? (descending ? " ↓" : " ↑") : ""));
            heads.get(i)
                    .getElement()
                    .setAttribute("aria-sort", here ? (descending ? "descending" : "ascending") : "none");
        }
        List<T> ordered = rows;
        if (sorted >= 0) {
            ordered = new ArrayList<>(rows);
            ordered.sort(columns.get(sorted).comparator(descending));
        }
        double[] largest = columns.stream().mapToDouble(this::largest).toArray();
        body.removeAll();
        lines.clear();
        drawn = List.copyOf(ordered);
        for (T row : ordered) {
            NativeTableRow line = row(row, largest);
            lines.put(row, line);
            body.add(line);
        }
        if (total != null) {
            NativeTableRow line = cells(total, null);
            line.addClassName("tot");
            if (focusable) {
                line.getElement().setAttribute("tabindex", "0");
            }
            body.add(line);
        }
    }

    private NativeTableRow row(T row, double[] largest) {
        NativeTableRow line = cells(row, largest);
        mark(row, line);
        if (focusable || onSelect != null || onDrill != null) {
            line.getElement().setAttribute("tabindex", "0");
        }
        if (onSelect != null) {
            line.getElement().addEventListener("click", event -> onSelect.accept(row));
        }
        if (onDrill != null) {
            line.getElement().addEventListener("dblclick", event -> onDrill.accept(row));
            line.getElement()
                    .addEventListener("keydown", event -> onDrill.accept(row))
                    .setFilter("event.key === 'Enter'");
        }
        return line;
    }

    /** @param largest scale of the bars; null for the total, which has none */
    private NativeTableRow cells(T row, double[] largest) {
        NativeTableRow line = new NativeTableRow();
        for (int i = 0; i < columns.size(); i++) {
            line.add(cell(columns.get(i), row, largest == null ? 0 : largest[i], largest == null));
        }
        return line;
    }

    private NativeTableCell cell(RankingColumn<T> column, T row, double largest, boolean isTotal) {
        NativeTableCell cell = new NativeTableCell();
        switch (column.kind()) {
            case MARK -> {
                cell.addClassName("mk");
                State state = isTotal ? null : column.state().apply(row);
                if (state != null) {
                    cell.add(new StateMark(state));
                }
            }
            case NAME -> {
                HtmlContainer name = new HtmlContainer("b");
                name.addClassName("b");
                name.setText(column.text().apply(row));
                cell.add(name);
                String remark = column.remark() == null || isTotal
                        ? ""
                        : column.remark().apply(row);
                if (!remark.isEmpty()) {
                    Span small = new Span(remark);
                    small.addClassName("hint");
                    cell.add(new Text(" "), small);
                }
            }
            case TEXT -> {
                cell.addClassName("txt");
                cell.setText(column.text().apply(row));
            }
            case NUMBER -> {
                cell.addClassName("num");
                cell.setText(column.text().apply(row));
                colour(column, row, cell);
            }
            case BAR -> {
                cell.addClassName("br");
                cell.add(bar(column, row, largest));
            }
            case SPARK -> {
                cell.addClassName("sk");
                if (!isTotal) {
                    cell.add(new Sparkline(
                            column.trend().apply(row), column.state().apply(row)));
                }
            }
        }
        return cell;
    }

    private static <T> void colour(RankingColumn<T> column, T row, NativeTableCell cell) {
        State state = column.state() == null ? null : column.state().apply(row);
        if (state != null && !state.textClass().isEmpty()) {
            cell.addClassName(state.textClass());
        }
    }

    private static <T> Div bar(RankingColumn<T> column, T row, double largest) {
        Span track = new Span();
        track.addClassName("b70");
        double value = column.order().applyAsDouble(row);
        if (largest > 0 && !Double.isNaN(value)) {
            Span bar = new Span();
            bar.addClassName("ctr");
            bar.setClassName("neg", value < 0);
            State state = column.state() == null ? null : column.state().apply(row);
            if (state != null) {
                bar.addClassName(state.cssClass());
            }
            bar.getStyle().set("width", String.format(Locale.ROOT, "%.1fpx", Math.abs(value) / largest * BAR_WIDTH));
            track.add(bar);
        }
        Span figure = new Span(column.text().apply(row));
        figure.addClassName("n");
        Div box = new Div(track, figure);
        box.addClassName("barbox");
        return box;
    }

    private double largest(RankingColumn<T> column) {
        if (column.kind() != RankingColumn.Kind.BAR) {
            return 0;
        }
        return rows.stream()
                .mapToDouble(column.order())
                .filter(v -> !Double.isNaN(v))
                .map(Math::abs)
                .max()
                .orElse(0);
    }
}
