package org.shapan.reports.chart;

import java.awt.BasicStroke;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;

/** Columns from zero, and a line over them that is measured on the right axis: a running share, or a second measure. */
final class ColumnChart extends Drawing {
    private static final long serialVersionUID = 1L;
    private static final double LEFT = 34;
    private static final double RIGHT = 34;
    private static final double TOP = 8;
    private static final double BOTTOM = 18;
    private static final double BROADEST = 26;
    private static final float TEXT = 8.25f;

    private final transient List<BarChart.Bar> bars;
    private final transient Line line;
    private final boolean sequence;
    private final int digits;

    /**
     * What the right axis measures.
     *
     * @param values one per column, NaN for a gap
     * @param to top of the right axis; it starts at zero and has the ticks of the left one
     * @param unit behind every number of the right axis
     */
    record Line(List<Double> values, double to, int digits, String unit) {
        Line {
            values = List.copyOf(values);
        }
    }

    /**
     * @param line one value per column
     * @param sequence the labels are a sequence such as hours, of which every other one may be left out
     */
    ColumnChart(List<BarChart.Bar> bars, int digits, boolean sequence, Line line) {
        this.bars = List.copyOf(bars);
        this.sequence = sequence;
        this.digits = digits;
        this.line = line;
    }

    @Override
    void draw(Pen pen, double width, double height) {
        if (bars.isEmpty()) {
            return;
        }
        Scale scale = Scale.fromZero(
                bars.stream().mapToDouble(BarChart.Bar::value).max().orElse(0));
        double plot = height - TOP - BOTTOM;
        axes(pen, scale, width, plot);
        double slot = (width - LEFT - RIGHT) / bars.size();
        double longest = bars.stream()
                .mapToDouble(bar -> pen.width(bar.label(), TEXT))
                .max()
                .orElse(0);
        int every = sequence ? (int) Math.ceil((longest + 4) / slot) : 1;
        for (int i = 0; i < bars.size(); i++) {
            double middle = LEFT + slot * (i + 0.5);
            double top = TOP + scale.place(bars.get(i).value(), plot);
            double broad = Math.min(slot * 0.6, BROADEST);
            pen.g().setColor(Ink.PRIMARY);
            pen.g().fill(new Rectangle2D.Double(middle - broad / 2, top, broad, TOP + plot - top));
            pen.g().setColor(Ink.LABEL);
            if (i % every == 0) {
                String label = pen.fitting(bars.get(i).label(), TEXT, slot * every - 4);
                pen.text(label, middle, TOP + plot + 10, TEXT, false, Anchor.MIDDLE);
            }
        }
        line(pen, slot, plot);
    }

    private void axes(Pen pen, Scale scale, double width, double plot) {
        for (double tick : scale.ticks()) {
            double y = TOP + scale.place(tick, plot);
            pen.g().setStroke(new BasicStroke(0.75f));
            pen.g().setColor(tick == 0 ? Ink.AXIS : Ink.GRID);
            pen.g().draw(new Line2D.Double(LEFT, y, width - RIGHT, y));
            pen.g().setColor(Ink.HINT);
            pen.text(number(tick, scale.digits(digits)), LEFT - 6, y, TEXT, false, Anchor.END);
            String right = number(tick / scale.to() * line.to(), line.digits()) + line.unit();
            pen.text(right, width - RIGHT + 6, y, TEXT, false, Anchor.START);
        }
    }

    private void line(Pen pen, double slot, double plot) {
        pen.g().setColor(Ink.EXPECT);
        pen.g().setStroke(new BasicStroke(1.5f));
        for (int i = 0; i < bars.size(); i++) {
            double value = line.values().get(i);
            if (Double.isNaN(value)) {
                continue;
            }
            double x = LEFT + slot * (i + 0.5);
            double y = TOP + plot * (1 - value / line.to());
            pen.g().fill(new Rectangle2D.Double(x - 2, y - 2, 4, 4));
            if (i > 0 && !Double.isNaN(line.values().get(i - 1))) {
                double before = TOP + plot * (1 - line.values().get(i - 1) / line.to());
                pen.g().draw(new Line2D.Double(x - slot, before, x, y));
            }
        }
    }

    private static String number(double value, int digits) {
        return String.format(Locale.ROOT, "%,." + digits + "f", value);
    }
}
