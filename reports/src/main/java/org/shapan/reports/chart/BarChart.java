package org.shapan.reports.chart;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;

/** Horizontal bars from zero, one measure, one blue, with the value at the end of each bar. */
final class BarChart extends Drawing {
    private static final long serialVersionUID = 1L;
    private static final float TEXT = 8.25f;
    private static final double GAP = 6;

    record Bar(String label, double value) {}

    private final transient List<Bar> bars;
    private final int digits;

    BarChart(List<Bar> bars, int digits) {
        this.bars = List.copyOf(bars);
        this.digits = digits;
    }

    @Override
    void draw(Pen pen, double width, double height) {
        if (bars.isEmpty()) {
            return;
        }
        double labels =
                bars.stream().mapToDouble(b -> pen.width(b.label(), TEXT)).max().orElse(0);
        double values =
                bars.stream().mapToDouble(b -> pen.width(number(b), TEXT)).max().orElse(0);
        double largest = Math.max(bars.stream().mapToDouble(Bar::value).max().orElse(0), 1e-9);
        double left = Math.min(labels, width * 0.4) + GAP;
        double room = width - left - values - GAP - 2;
        double slot = height / bars.size();
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            double middle = slot * (i + 0.5);
            double length = Math.max(0, bar.value() / largest * room);
            pen.g().setColor(Ink.PRIMARY);
            pen.g().fill(new Rectangle2D.Double(left, middle - 4.2, length, 8.4));
            pen.g().setColor(Ink.LABEL);
            pen.text(bar.label(), left - GAP, middle, TEXT, false, Anchor.END);
            pen.g().setColor(Ink.TEXT);
            pen.text(number(bar), left + length + 4, middle, TEXT, false, Anchor.START);
        }
    }

    private String number(Bar bar) {
        return String.format(Locale.ROOT, "%,." + digits + "f", bar.value()).replace('-', '−');
    }
}
