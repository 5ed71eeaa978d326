package org.shapan.portal.area;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import org.shapan.portal.board.FigureText;
import org.shapan.portal.board.Words;
import org.shapan.portal.text.Figures;
import org.shapan.portal.text.Figures.Quantity;
import org.shapan.portal.widget.KpiTile.Comparison;

/** Names the indicators of the board and writes their figures. */
final class KpiText {
    private final Words words;
    private final FigureText text;

    KpiText(Figures figures, Words words) {
        this.words = words;
        this.text = new FigureText(figures, words);
    }

    String name(AreaKpi kpi) {
        return words.get("areas.kpi." + kpi.name());
    }

    /** The name in bars and lists. */
    String brief(AreaKpi kpi) {
        return words.get("areas.brief." + kpi.name());
    }

    Quantity value(AreaKpi kpi, double value) {
        return text.value(kpi.form(), value);
    }

    /** The value as it stands in a table whose unit is in the head; empty where there is none. */
    String cell(KpiFigure figure) {
        return text(figure.value(), value -> text.cell(figure.kpi().form(), value));
    }

    /** Deviation from what is compared with: relative, in points, or as a difference; empty where there is none. */
    String deviation(KpiFigure figure) {
        return text.deviation(figure.judged());
    }

    /** The two comparisons of a tile: what is compared with (or the limit that was passed), then another. */
    List<Comparison> comparisons(KpiFigure figure, Against against) {
        return text.comparisons(figure.judged(), against.name());
    }

    /** The full figure and every comparison, for the tooltip. */
    String explanation(KpiFigure figure) {
        return text.explanation(name(figure.kpi()) + " " + figure.kpi().id(), figure.judged());
    }

    static String text(OptionalDouble value, DoubleFunction<String> writer) {
        return FigureText.text(value, writer);
    }
}
