package org.shapan.reports.chart;

import java.awt.BasicStroke;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;

/** Differences one after the other from zero, falls ochre and rises blue, and the whole at the end (style guide §7). */
final class WaterfallChart extends Drawing {
    private static final long serialVersionUID = 1L;
    private static final double TOP = 16;
    private static final double BOTTOM = 30;
    private static final double BROADEST = 46;
    private static final float TEXT = 8.25f;

    private final transient List<BarChart.Bar> steps;
    private final transient BarChart.Bar total;
    private final int digits;

    WaterfallChart(List<BarChart.Bar> steps, BarChart.Bar total, int digits) {
        this.steps = List.copyOf(steps);
        this.total = total;
        this.digits = digits;
    }

    @Override
    void draw(Pen pen, double width, double height) {
        if (steps.isEmpty()) {
            return;
        }
        double low = Math.min(0, total.value());
        double high = Math.max(0, total.value());
        double sum = 0;
        for (BarChart.Bar step : steps) {
            sum += step.value();
            low = Math.min(low, sum);
            high = Math.max(high, sum);
        }
        double unit = (height - TOP - BOTTOM) / Math.max(high - low, 1e-9);
        double zero = TOP + high * unit;
        double slot = width / (steps.size() + 1);
        pen.g().setStroke(new BasicStroke(0.75f));
        pen.g().setColor(Ink.AXIS);
        pen.g().draw(new Line2D.Double(0, zero, width, zero));
        double at = 0;
        for (int i = 0; i < steps.size(); i++) {
            BarChart.Bar step = steps.get(i);
            pen.g().setColor(step.value() < 0 ? Ink.DECREASE : Ink.PRIMARY);
            bar(pen, slot, i, zero - at * unit, zero - (at + step.value()) * unit, step.label(), step.value(), height);
            at += step.value();
            pen.g().setColor(Ink.AXIS);
            double level = zero - at * unit;
            pen.g().draw(new Line2D.Double(slot * (i + 0.5), level, slot * (i + 1.5), level));
        }
        pen.g().setColor(Ink.LABEL);
        bar(pen, slot, steps.size(), zero, zero - total.value() * unit, total.label(), total.value(), height);
    }

    private void bar(
            Pen pen, double slot, int index, double from, double to, String label, double value, double height) {
        double broad = Math.min(slot * 0.62, BROADEST);
        double middle = slot * (index + 0.5);
        double top = Math.min(from, to);
        pen.g().fill(new Rectangle2D.Double(middle - broad / 2, top, broad, Math.max(Math.abs(to - from), 0.5)));
        pen.g().setColor(Ink.TEXT);
        double beside = value < 0 ? Math.max(from, to) + 7 : top - 6;
        pen.text(signed(value), middle, beside, TEXT, false, Anchor.MIDDLE);
        pen.g().setColor(Ink.LABEL);
        pen.text(pen.fitting(label, TEXT, slot - 4), middle, height - 6, TEXT, false, Anchor.MIDDLE);
    }

    private String signed(double value) {
        String digitsOnly = String.format(Locale.ROOT, "%,." + digits + "f", Math.abs(value));
        boolean zero = digitsOnly.chars().allMatch(c -> c == '0' || c == '.' || c == ',');
        return (zero ? "" : value < 0 ? "−" : "+") + digitsOnly;
    }
}
