package org.shapan.reports.chart;

import java.awt.BasicStroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/** The course of a figure without axes: a grey line, broken where a point is missing, and a dot at its last point. */
public final class Sparkline extends Drawing {
    private static final long serialVersionUID = 1L;
    private static final double SIDE = 5;
    private static final double AIR = 4;
    private static final double DOT = 2.8;

    private final int[] heights;

    /** @param heights of the points from 0 to 100, −1 for one that is missing */
    public Sparkline(int[] heights) {
        this.heights = heights.clone();
    }

    @Override
    void draw(Pen pen, double width, double height) {
        Path2D line = new Path2D.Double();
        double step = (width - 2 * SIDE) / Math.max(1, heights.length - 1);
        for (int i = 0; i < heights.length; i++) {
            if (heights[i] >= 0) {
                double x = SIDE + i * step;
                double y = height - AIR - (height - 2 * AIR) * heights[i] / 100;
                if (i > 0 && heights[i - 1] >= 0) {
                    line.lineTo(x, y);
                } else {
                    line.moveTo(x, y);
                }
                if (i == heights.length - 1) {
                    pen.g().setColor(Ink.PRIMARY);
                    pen.g().fill(new Ellipse2D.Double(x - DOT / 2, y - DOT / 2, DOT, DOT));
                }
            }
        }
        pen.g().setColor(Ink.HINT);
        pen.g().setStroke(new BasicStroke(0.8f));
        pen.g().draw(line);
    }
}
