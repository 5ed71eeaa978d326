package org.shapan.portal.pivot.format;

import static java.util.Objects.requireNonNull;

/**
 * How the figures of a measure are marked.
 *
 * @param good of {@link Kind#LIGHTS}: figures from here on are green, away from {@code bad}; of {@link Kind#TOP} and {@link
 *     Kind#BOTTOM} how many are marked; else 0
 * @param bad of {@link Kind#LIGHTS}: figures beyond it, away from {@code good}, are red; between the two they are yellow
 */
public record Highlight(Kind kind, double good, double bad) {
    /** A way to mark. */
    public enum Kind {
        NONE,
        /** A bar as long as the figure, from the left edge. */
        BARS,
        /** A tint of seven steps between the least and the largest figure. */
        SCALE,
        /** Red, yellow, green by two thresholds, each with its shape. */
        LIGHTS,
        /** The largest figures. */
        TOP,
        /** The least figures. */
        BOTTOM
    }

    /** Figures that are marked at most as the largest or least. */
    public static final int MOST = 1_000;

    public static final Highlight NONE = new Highlight(Kind.NONE, 0, 0);
    public static final Highlight BARS = new Highlight(Kind.BARS, 0, 0);
    public static final Highlight SCALE = new Highlight(Kind.SCALE, 0, 0);

    public Highlight {
        requireNonNull(kind, "kind is null");
        if (!Double.isFinite(good) || !Double.isFinite(bad)) {
            throw new IllegalArgumentException("a threshold is no number: " + good + ", " + bad);
        }
        boolean counted = kind == Kind.TOP || kind == Kind.BOTTOM;
        if (counted && (good < 1 || good > MOST || good != Math.rint(good))) {
            throw new IllegalArgumentException("figures marked are 1 to " + MOST + ", not " + good);
        }
    }

    public static Highlight lights(double good, double bad) {
        return new Highlight(Kind.LIGHTS, good, bad);
    }

    /** @param count how many figures are marked, from 1 to {@link #MOST} */
    public static Highlight extreme(Kind kind, int count) {
        return new Highlight(kind, count, 0);
    }

    /** Whether a number of figures is marked. */
    public boolean counted() {
        return kind == Kind.TOP || kind == Kind.BOTTOM;
    }

    /** How many figures are marked. */
    public int count() {
        return (int) good;
    }

    /** Whether large figures are good. */
    public boolean up() {
        return good >= bad;
    }

    /** The light of a figure; null where there are none. */
    public Light light(double number) {
        if (kind != Kind.LIGHTS || Double.isNaN(number)) {
            return null;
        }
        if (up() ? number >= good : number <= good) {
            return Light.GREEN;
        }
        return (up() ? number < bad : number > bad) ? Light.RED : Light.YELLOW;
    }

    /** As {@link #parse} reads it: {@code BARS}, {@code LIGHTS 0.9 0.8}, {@code TOP 5}. */
    public String write() {
        return counted() ? kind + " " + count() : kind == Kind.LIGHTS ? kind + " " + good + " " + bad : kind.name();
    }

    /** @throws IllegalArgumentException for what is none */
    public static Highlight parse(String text) {
        String[] words = text.split(" ", -1);
        Kind kind = Kind.valueOf(words[0]);
        boolean counted = kind == Kind.TOP || kind == Kind.BOTTOM;
        if (words.length != (kind == Kind.LIGHTS ? 3 : counted ? 2 : 1)) {
            throw new IllegalArgumentException("not a highlight: " + text);
        }
        if (counted) {
            return extreme(kind, Integer.parseInt(words[1]));
        }
        return kind == Kind.LIGHTS
                ? lights(Double.parseDouble(words[1]), Double.parseDouble(words[2]))
                : new Highlight(kind, 0, 0);
    }
}
