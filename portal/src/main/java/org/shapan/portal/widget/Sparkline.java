package org.shapan.portal.widget;

import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/**
 * A line of the last months without axes, its last point in the state's colour. A null value is a gap. Drawn as SVG of
 * 74 × 26 in the colours of the page's tokens.
 */
public final class Sparkline extends Span {
    private static final int WIDTH = 74;
    private static final int HEIGHT = 26;
    private static final double MARGIN = 4;
    private static final double LEFT = 2;
    private static final double RADIUS = 2.8;

    /** @param values oldest first, nulls are gaps; fewer than two known values draw nothing */
    public Sparkline(List<Double> values, State state) {
        addClassNames("sp", "spark");
        getElement()
                .setAttribute("role", "img")
                .setAttribute("aria-label", getTranslation("widget.spark", values.size()));
        getElement().setProperty("innerHTML", draw(values, state));
    }

    static String draw(List<Double> values, State state) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        int known = 0;
        for (Double value : values) {
            if (value != null) {
                low = Math.min(low, value);
                high = Math.max(high, value);
                known++;
            }
        }
        if (known < 2) {
            return "";
        }
        StringBuilder svg = new StringBuilder("<svg width='%d' height='%d' viewBox='0 0 %d %d' aria-hidden='true'>"
                .formatted(WIDTH, HEIGHT, WIDTH, HEIGHT));
        StringJoiner run = new StringJoiner(" ");
        for (int i = 0; i < values.size(); i++) {
            Double value = values.get(i);
            if (value == null) {
                line(svg, run);
                run = new StringJoiner(" ");
            } else {
                run.add(point(x(i, values.size()), y(value, low, high)));
            }
        }
        line(svg, run);
        Double last = values.getLast();
        if (last != null) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<circle cx='%.1f' cy='%.1f' r='%.1f' style='fill:var(%s)'/>",
                    x(values.size() - 1, values.size()),
                    y(last, low, high),
                    RADIUS,
                    colour(state)));
        }
        return svg.append("</svg>").toString();
    }

    private static void line(StringBuilder svg, StringJoiner points) {
        if (points.length() > 0) {
            svg.append(
                            "<polyline fill='none' stroke-width='1.5' stroke-linejoin='round' style='stroke:var(--sp-prev)' points='")
                    .append(points)
                    .append("'/>");
        }
    }

    private static double x(int index, int size) {
        return LEFT + index * (WIDTH - LEFT - MARGIN) / (size - 1);
    }

    private static double y(double value, double low, double high) {
        double share = high == low ? 0.5 : (value - low) / (high - low);
        return HEIGHT - MARGIN - share * (HEIGHT - 2 * MARGIN);
    }

    private static String point(double x, double y) {
        return String.format(Locale.ROOT, "%.1f,%.1f", x, y);
    }

    private static String colour(State state) {
        return switch (state) {
            case RED -> "--sp-red";
            case YELLOW -> "--sp-yellow";
            case GREEN, NONE -> "--sp-c1";
        };
    }
}
