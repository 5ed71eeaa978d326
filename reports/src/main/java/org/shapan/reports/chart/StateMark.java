package org.shapan.reports.chart;

import java.awt.BasicStroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.shapan.reports.insight.ReportState;

/** The mark of a state: red square, yellow triangle, green circle. Shapes differ so that a grey printer keeps them. */
public final class StateMark extends Drawing {
    private static final long serialVersionUID = 1L;

    private final ReportState state;

    private StateMark(ReportState state) {
        this.state = state;
    }

    /** The mark, or null (nothing is printed) when the figure is not judged. */
    public static StateMark of(ReportState state) {
        return state == null || state == ReportState.NONE ? null : new StateMark(state);
    }

    @Override
    void draw(Pen pen, double width, double height) {
        double side = Math.min(width, height);
        double x = (width - side) / 2;
        double y = (height - side) / 2;
        pen.g().setColor(Ink.ofPoint(state));
        pen.g().setStroke(new BasicStroke(0));
        switch (state) {
            case RED ->
                pen.g().fill(new Rectangle2D.Double(x + side * 0.04, y + side * 0.04, side * 0.92, side * 0.92));
            case GREEN -> pen.g().fill(new Ellipse2D.Double(x, y, side, side));
            case YELLOW -> {
                Path2D triangle = new Path2D.Double();
                triangle.moveTo(x + side / 2, y);
                triangle.lineTo(x + side * 1.05, y + side * 0.96);
                triangle.lineTo(x - side * 0.05, y + side * 0.96);
                triangle.closePath();
                pen.g().fill(triangle);
            }
            case NONE -> throw new IllegalStateException("a figure that is not judged has no mark");
        }
    }
}
