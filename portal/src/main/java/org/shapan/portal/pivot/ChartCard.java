package org.shapan.portal.pivot;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shapan.portal.pivot.chart.ChartKind;
import org.shapan.portal.widget.Buttons;
import org.shapan.portal.widget.Card;
import org.shapan.portal.widget.Chart;
import org.shapan.portal.widget.Icon;
import org.shapan.portal.widget.Menu;

/**
 * The chart below the grid: it draws the siblings of the chosen cell, or the marked cells. A click on a mark is told as the
 * cell of the grid that it stands for.
 */
final class ChartCard {
    /** Hears what is done with the chart. */
    interface Listener {
        /** Another kind was chosen. */
        void kind(ChartKind kind);

        /** A mark was clicked. */
        void cell(int row, int column);
    }

    private static final Pattern CELL = Pattern.compile("(\\d{1,7}):(\\d{1,6})");

    private final Card card = new Card("");
    private final Chart chart = new Chart(card.getTranslation("pivot.title"));
    private final Listener listener;
    private List<Component> offered = List.of();
    private PivotChart drawn;
    private PivotResult shown;

    ChartCard(Listener listener) {
        this.listener = listener;
        card.addClassName("ch");
        card.body(chart);
        chart.addPointClickListener(event -> {
            Matcher cell = CELL.matcher(event.cell());
            if (shown != null && cell.matches()) {
                int row = Integer.parseInt(cell.group(1));
                int column = Integer.parseInt(cell.group(2));
                if (row < shown.rowCount() && column < shown.columnCount()) {
                    listener.cell(row, column);
                }
            }
        });
    }

    Card card() {
        return card;
    }

    /** Downloads the chart as a picture, with the facts of the result above it. */
    void picture(ExportSheet sheet) {
        chart.download(
                sheet.title(),
                sheet.facts().stream()
                        .map(fact -> fact.label() + "  " + fact.text())
                        .toList(),
                sheet.fileName("png"));
    }

    /** @param yuan whether money of the result is in yuan */
    void show(PivotResult result, PivotChart.Asked asked, boolean yuan, Locale locale) {
        shown = result;
        drawn = PivotChart.of(result, asked, yuan, card.getTranslation("pivot.chart.rest"), locale);
        offered = List.of();
        card.rename(drawn.title());
        card.setClassName("tall", drawn.kind().round());
        String remark = card.getTranslation(asked.range() == null ? "pivot.chart.linked" : "pivot.chart.range");
        if (!drawn.unit().isEmpty()) {
            remark += " · " + drawn.unit();
        }
        if (drawn.left() > 0) {
            remark += " · " + card.getTranslation("pivot.chart.left", drawn.left());
        }
        card.remark(remark);
        tools();
        chart.setOption(drawn.option());
    }

    /**
     * Offers what can be done with the member of a clicked mark, beside the choice of the kind.
     *
     * @param drill null where nothing is below it
     */
    void offer(String name, Runnable keepOnly, Runnable drill) {
        List<Component> buttons = new ArrayList<>();
        Span member = new Span(name);
        member.addClassName("b");
        buttons.add(member);
        buttons.add(Buttons.plain(card.getTranslation("pivot.chart.keep"), keepOnly));
        if (drill != null) {
            buttons.add(Buttons.plain(card.getTranslation("pivot.chart.drill"), drill));
        }
        offered = buttons;
        tools();
    }

    private void tools() {
        NativeButton button = Buttons.plain("", () -> {});
        button.add(new Span(text(drawn.kind())), Icon.CHEVRON.create());
        Menu.onDemand(button, menu -> {
            menu.alignEnd();
            drawn.kinds().forEach(kind -> menu.item(text(kind), kind == drawn.kind(), () -> listener.kind(kind)));
        });
        List<Component> tools = new ArrayList<>(offered);
        tools.add(button);
        card.tools(tools.toArray(Component[]::new));
    }

    private String text(ChartKind kind) {
        return card.getTranslation("pivot.chart." + kind);
    }
}
