package org.shapan.reports.chart;

import static java.util.Objects.requireNonNull;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.shapan.reports.insight.ReportState;

/**
 * The trend of style guide §7: blue line with points, the last one in the colour of its state with its value; expectation
 * dashed, its band, last year grey, a column for the month of the Spring Festival. Missing months are gaps.
 */
final class TrendChart extends Drawing {
    private static final long serialVersionUID = 1L;
    private static final double LEFT = 34;
    private static final double RIGHT = 34;
    private static final double TOP = 8;
    private static final double BOTTOM = 18;
    private static final float TEXT = 8.5f;

    private final transient List<TrendPoint> points;
    private final transient Scale scale;
    private final int digits;
    private final String festival;
    private final int labelEvery;

    TrendChart(List<TrendPoint> points, int digits, String festival, int labelEvery) {
        this.points = List.copyOf(points);
        this.festival = requireNonNull(festival, "festival is null");
        this.labelEvery = labelEvery;
        double[] all = this.points.stream()
                .flatMap(p -> Stream.of(p.value(), p.previousYear(), p.expected(), p.low(), p.high()))
                .filter(v -> v != null)
                .mapToDouble(BigDecimal::doubleValue)
                .sorted()
                .toArray();
        this.scale = all.length == 0 ? Scale.around(0, 1) : Scale.around(all[0], all[all.length - 1]);
        this.digits = scale.digits(digits);
    }

    @Override
    void draw(Pen pen, double width, double height) {
        Frame frame = new Frame(pen, width - LEFT - RIGHT, height - TOP - BOTTOM);
        frame.grid();
        frame.festivalColumn();
        frame.band();
        frame.line(TrendPoint::previousYear, Ink.PREVIOUS, new BasicStroke(1.1f));
        frame.line(
                TrendPoint::expected,
                Ink.EXPECT,
                new BasicStroke(1.1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 1, new float[] {3, 2.2f}, 0));
        frame.line(
                TrendPoint::value, Ink.PRIMARY, new BasicStroke(1.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        frame.points();
    }

    private final class Frame {
        private final Pen pen;
        private final double width;
        private final double height;
        private final double slot;

        Frame(Pen pen, double width, double height) {
            this.pen = pen;
            this.width = width;
            this.height = height;
            this.slot = width / Math.max(1, points.size());
        }

        double x(int index) {
            return LEFT + slot * (index + 0.5);
        }

        double y(double value) {
            return TOP + scale.place(value, height);
        }

        void grid() {
            pen.g().setStroke(new BasicStroke(0.75f));
            for (double tick : scale.ticks()) {
                pen.g().setColor(tick == scale.from() ? Ink.AXIS : Ink.GRID);
                pen.g().draw(new Line2D.Double(LEFT, y(tick), LEFT + width, y(tick)));
                pen.g().setColor(Ink.HINT);
                pen.text(number(tick), LEFT - 6, y(tick), TEXT, false, Anchor.END);
            }
            for (int i = 0; i < points.size(); i++) {
                if ((points.size() - 1 - i) % labelEvery == 0) {
                    boolean first = i < labelEvery;
                    pen.text(label(i, first), x(i), TOP + height + 10, TEXT, false, Anchor.MIDDLE);
                }
            }
        }

        private String label(int index, boolean first) {
            TrendPoint point = points.get(index);
            String month = String.format(Locale.ROOT, "%02d", point.month().getMonthValue());
            return first || point.month().getMonthValue() == 1
                    ? String.format(Locale.ROOT, "%02d-%s", point.month().getYear() % 100, month)
                    : month;
        }

        void festivalColumn() {
            for (int i = 0; i < points.size(); i++) {
                if (SpringFestival.isIn(points.get(i).month())) {
                    pen.g().setColor(Ink.FESTIVAL);
                    pen.g().fill(new Rectangle2D.Double(x(i) - slot / 2, TOP, slot, height));
                    pen.g().setColor(Ink.HINT);
                    pen.text(festival, x(i), TOP + height - 8, TEXT, false, Anchor.MIDDLE);
                }
            }
        }

        void band() {
            pen.g().setColor(Ink.BAND);
            for (int start = 0; start < points.size(); start++) {
                int end = start;
                while (end < points.size()
                        && points.get(end).low() != null
                        && points.get(end).high() != null) {
                    end++;
                }
                if (end - start > 1) {
                    Path2D area = new Path2D.Double();
                    area.moveTo(x(start), y(points.get(start).high().doubleValue()));
                    for (int i = start + 1; i < end; i++) {
                        area.lineTo(x(i), y(points.get(i).high().doubleValue()));
                    }
                    for (int i = end - 1; i >= start; i--) {
                        area.lineTo(x(i), y(points.get(i).low().doubleValue()));
                    }
                    area.closePath();
                    pen.g().fill(area);
                }
                start = Math.max(start, end);
            }
        }

        void line(Function<TrendPoint, BigDecimal> series, Color color, BasicStroke stroke) {
            Path2D path = new Path2D.Double();
            boolean drawing = false;
            for (int i = 0; i < points.size(); i++) {
                BigDecimal value = series.apply(points.get(i));
                if (value == null) {
                    drawing = false;
                } else if (drawing) {
                    path.lineTo(x(i), y(value.doubleValue()));
                } else {
                    path.moveTo(x(i), y(value.doubleValue()));
                    drawing = true;
                }
            }
            pen.g().setColor(color);
            pen.g().setStroke(stroke);
            pen.g().draw(path);
        }

        void points() {
            for (int i = 0; i < points.size(); i++) {
                TrendPoint point = points.get(i);
                if (point.value() == null) {
                    continue;
                }
                double y = y(point.value().doubleValue());
                boolean last = i == points.size() - 1;
                double radius = last ? 3.6 : 2;
                if (last) {
                    dot(Color.WHITE, x(i), y, radius + 0.8);
                }
                dot(Ink.ofPoint(last ? point.state() : ReportState.NONE), x(i), y, radius);
                if (last) {
                    pen.g().setColor(Ink.TEXT);
                    pen.text(number(point.value().doubleValue()), x(i) + 8, y, TEXT, true, Anchor.START);
                }
            }
        }

        private void dot(Color color, double x, double y, double radius) {
            pen.g().setColor(color);
            pen.g().fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
        }
    }

    private String number(double value) {
        return String.format(Locale.ROOT, "%,." + digits + "f", value).replace('-', '−');
    }
}
