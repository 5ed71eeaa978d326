package org.shapan.portal.explain;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.di.Instantiator;
import com.vaadin.flow.router.Location;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.shapan.portal.widget.Chart;
import org.shapan.portal.widget.KpiTile;
import org.shapan.portal.widget.Menu;
import org.shapan.portal.widget.RankingTable;
import org.shapan.portal.widget.Tiles;

/**
 * Makes the numbers of a widget askable: a right click, a long press, the menu key or Shift+F10 on one, or the sign that shows while it is
 * pointed at, opens a menu with "explain" and "open in pivot". The browser tells which number was meant by its place in the widget, so that
 * numbers nobody asks for cost nothing.
 */
public final class Numbers {
    private static final String INDEX = "event.detail.index";
    private static final String PIVOT = "event.detail.pivot";

    /** A tile and its numbers: 0 is the value, then come the comparisons. */
    public record AskedTile(KpiTile.Content content, IntFunction<NumberQuestion> numbers) {}

    private Numbers() {}

    /**
     * Makes numbers askable.
     *
     * @param selector of the numbers within the widget
     * @param question what is asked by the number at a place in the order of the document; empty for one that is none
     */
    public static void of(Component widget, String selector, IntFunction<Optional<NumberQuestion>> question) {
        widget.getElement()
                .setAttribute("data-numbers", selector)
                .addEventListener(
                        "number",
                        event -> question.apply(event.getEventData().get(INDEX).asInt())
                                .ifPresent(asked -> answer(
                                        asked, event.getEventData().get(PIVOT).asBoolean())))
                .addEventData(INDEX)
                .addEventData(PIVOT);
    }

    /** Shows tiles whose numbers can be asked. */
    public static void ofTiles(Tiles tiles, List<AskedTile> shown) {
        tiles.show(shown.stream().map(AskedTile::content).toList());
        List<int[]> places = new ArrayList<>();
        for (int tile = 0; tile < shown.size(); tile++) {
            for (int i = 0; i <= shown.get(tile).content().comparisons().size(); i++) {
                places.add(new int[] {tile, i});
            }
        }
        of(tiles, ".v, .d > span", index -> {
            int[] place = places.get(index);
            return Optional.of(shown.get(place[0]).numbers().apply(place[1]));
        });
    }

    /** What is asked by the cell of a table. */
    public interface CellQuestion<T> {
        /**
         * @param column of the table's list of columns
         * @return empty for a cell that is no number
         */
        Optional<NumberQuestion> of(T row, int column);
    }

    /** Makes the figures of a ranking askable, those of its total, too. */
    public static <T> void ofTable(RankingTable<T> table, CellQuestion<T> question) {
        table.focusRows();
        of(table, RankingTable.FIGURES, index -> {
            RankingTable.Place<T> place = table.figure(index);
            return question.of(place.row(), place.column());
        });
    }

    /**
     * Makes the points of a drawing askable: a right click or long press on one opens the menu of its number, or the list where the point stands
     * for several. The keyboard has the {@link #button} of the card, which a click beside the points opens, too.
     *
     * @param asked what a point stands for; empty for nothing
     */
    public static void ofChart(Chart chart, Function<Chart.Point, List<NumberQuestion>> asked) {
        AtomicReference<List<NumberQuestion>> offered = new AtomicReference<>(List.of());
        chart.onAsk(point -> {
            offered.set(asked.apply(point));
            chart.offer(offered.get().stream().map(Numbers::named).toList());
        });
        chart.getElement()
                .addEventListener("number", event -> {
                    int index = event.getEventData().get(INDEX).asInt();
                    if (index < offered.get().size()) {
                        answer(
                                offered.get().get(index),
                                event.getEventData().get(PIVOT).asBoolean());
                    }
                })
                .addEventData(INDEX)
                .addEventData(PIVOT);
    }

    private static String named(NumberQuestion question) {
        return question.name() + "  " + question.shown();
    }

    /** Questions as {@link #button} lists them. */
    public static Map<String, Supplier<NumberQuestion>> listed(List<NumberQuestion> questions) {
        Map<String, Supplier<NumberQuestion>> listed = new LinkedHashMap<>();
        questions.forEach(question -> listed.put(named(question), () -> question));
        return listed;
    }

    /**
     * A button for the numbers of a drawing: its menu lists them for the keyboard.
     *
     * @param numbers what is asked, by the name and figure that the menu shows; made when the menu opens
     */
    public static Component button(String label, Supplier<Map<String, Supplier<NumberQuestion>>> numbers) {
        NativeButton button = new NativeButton("⋯");
        button.addClassNames("btn", "s", "asks");
        button.setAriaLabel(label);
        Menu.onDemand(
                button,
                menu -> numbers.get()
                        .forEach((name, question) -> menu.item(name, false, () -> explain(question.get()))));
        return button;
    }

    /** Opens the dialog of a question. */
    public static void explain(NumberQuestion question) {
        answer(question, false);
    }

    private static void answer(NumberQuestion question, boolean pivot) {
        UI ui = UI.getCurrent();
        if (pivot && question.pivot() != null) {
            Location to = new Location(question.pivot());
            ui.navigate(to.getPath(), to.getQueryParameters());
        } else {
            Instantiator.get(ui).getOrCreate(NumberDialog.class).ask(question);
        }
    }
}
