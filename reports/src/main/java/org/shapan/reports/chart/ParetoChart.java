package org.shapan.reports.chart;

import java.awt.BasicStroke;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;

/** Columns from zero in falling order, and the line of their running share of the whole on the right axis, 0 to 100 %. */
final class ParetoChart extends Drawing {
    private static final long serialVersionUID = 1L;
    private static final double LEFT = 34;
    private static final double RIGHT = 34;
    private static final double TOP = 8;
    private static final double BOTTOM = 18;
    private static final float TEXT = 8.25f;

    private final transient List<BarChart.Bar> bars;
    private final double whole;
    private final int digits;

    /** @param whole what the line's 100 % stand for; the bars may be its largest parts only */
    ParetoChart(List<BarChart.Bar> bars, double whole, int digits) {
        this.bars = List.copyOf(bars);
        this.whole = whole;
        this.digits = digits;
    }

    @Override
    void draw(Pen pen, double width, double height) {
        if (bars.isEmpty() || whole <= 0) {
            return;
        }
        Scale scale = Scale.fromZero(bars.getFirst().value());
        double plot = height - TOP - BOTTOM;
        double slot = (width - LEFT - RIGHT) / bars.size();
        for (double tick : scale.ticks()) {
            double y = TOP + scale.place(tick, plot);
            pen.g().setStroke(new BasicStroke(0.75f));
            pen.g().setColor(tick == 0 ? Ink.AXIS : Ink.GRID);
            pen.g().draw(new Line2D.Double(LEFT, y, width - RIGHT, y));
            pen.g().setColor(Ink.HINT);
            pen.text(number(tick, scale.digits(digits)), LEFT - 6, y, TEXT, false, Anchor.END);
            pen.text(number(tick / scale.to() * 100, 0) + "%", width - RIGHT + 6, y, TEXT, false, Anchor.START);
        }
        double sum = 0;
        double before = Double.NaN;
        for (int i = 0; i < bars.size(); i++) {
            BarChart.Bar bar = bars.get(i);
            double middle = LEFT + slot * (i + 0.5);
            double top = TOP + scale.place(bar.value(), plot);
            double broad = Math.min(slot * 0.6, 26);
            pen.g().setColor(Ink.PRIMARY);
            pen.g().fill(new Rectangle2D.Double(middle - broad / 2, top, broad, TOP + plot - top));
            pen.g().setColor(Ink.LABEL);
            pen.text(pen.fitting(bar.label(), TEXT, slot - 4), middle, TOP + plot + 10, TEXT, false, Anchor.MIDDLE);
            sum += bar.value();
            double share = TOP + plot * (1 - sum / whole);
            pen.g().setColor(Ink.EXPECT);
            pen.g().setStroke(new BasicStroke(1.5f));
            if (i > 0) {
                pen.g().draw(new Line2D.Double(middle - slot, before, middle, share));
            }
            pen.g().fill(new Rectangle2D.Double(middle - 2, share - 2, 4, 4));
            before = share;
        }
    }

    private static String number(double value, int digits) {
        return String.format(Locale.ROOT, "%,." + digits + "f", value);
    }
}
