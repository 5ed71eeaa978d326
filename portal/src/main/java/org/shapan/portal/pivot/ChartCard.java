package org.shapan.portal.pivot;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.shapan.portal.widget.Card;
import org.shapan.portal.widget.Chart;
import org.shapan.portal.widget.Segmented;

/** The chart below the grid: it draws the siblings of the chosen cell. */
final class ChartCard {
    private final Card card = new Card("");
    private final Chart chart = new Chart(card.getTranslation("pivot.title"));
    private PivotChart.Shape shape = PivotChart.Shape.BARS;

    ChartCard() {
        card.addClassName("ch");
        card.body(chart);
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
    void show(PivotResult result, int row, int column, boolean yuan, Locale locale) {
        PivotChart drawn = PivotChart.of(result, row, column, shape, yuan, locale);
        card.rename(drawn.title());
        String remark = card.getTranslation("pivot.chart.linked");
        if (!drawn.unit().isEmpty()) {
            remark += " · " + drawn.unit();
        }
        if (drawn.left() > 0) {
            remark += " · " + card.getTranslation("pivot.chart.left", drawn.left());
        }
        card.remark(remark);
        Map<String, String> shapes = new LinkedHashMap<>();
        shapes.put("BARS", card.getTranslation("pivot.chart.bars"));
        shapes.put("LINES", card.getTranslation("pivot.chart.lines"));
        card.tools(new Segmented(shapes, shape.name(), key -> {
            shape = PivotChart.Shape.valueOf(key);
            show(result, row, column, yuan, locale);
        }));
        chart.setOption(drawn.option());
    }
}
