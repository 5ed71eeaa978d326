package org.shapan.portal.pivot;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;

/**
 * The order of an axis: by a measure at a place of the other axis, or by labels.
 *
 * @param order direction, and whether groups stay together
 * @param by unique names: the measure and the members of the other axis (those missing stand at their totals); or the
 *     one hierarchy whose labels are sorted, with {@code KEY} before it where its members' keys are
 */
public record Sort(Order order, List<String> by) {
    /** Direction. The flat ones mix groups, as MDX's BASC and BDESC. */
    public enum Order {
        ASC(false),
        DESC(false),
        BASC(true),
        BDESC(true);

        private final boolean flat;

        Order(boolean flat) {
            this.flat = flat;
        }

        public boolean flat() {
            return flat;
        }
    }

    private static final String KEY = "KEY ";

    public Sort {
        requireNonNull(order, "order is null");
        by = List.copyOf(by);
        if (by.isEmpty()) {
            throw new UnknownNameException("order by", "");
        }
    }

    /**
     * By a measure at members of the other axis. A running total follows the order of the rows, so they are ordered by
     * what it sums up; those of a trend by its measure.
     *
     * @param measure unique name, or what {@link ShowAs} makes of it
     */
    public static Sort of(Order order, String measure, Collection<String> members) {
        List<String> by = new ArrayList<>(List.of(key(measure)));
        by.addAll(members);
        return new Sort(order, by);
    }

    private static String key(String measure) {
        boolean base = ShowAs.read(measure)
                .filter(kind -> kind == ShowAs.RUNNING || kind == ShowAs.TREND)
                .isPresent();
        return base ? ShowAs.base(measure) : measure;
    }

    /** Whether it is the order by a measure of the pivot; see {@link #of}. */
    boolean follows(String measure) {
        return by.getFirst().equals(measure) || by.getFirst().equals(key(measure));
    }

    /** By the keys of a hierarchy's members. */
    static Sort byKey(Order order, String hierarchy) {
        return new Sort(order, List.of(KEY + hierarchy));
    }

    /** The hierarchy whose labels or keys are sorted. */
    String hierarchy() {
        String first = by.getFirst();
        return first.startsWith(KEY) ? first.substring(KEY.length()) : first;
    }

    /** What labels or keys are sorted by: a property of the hierarchy's current member. */
    String property() {
        return hierarchy() + ".CurrentMember." + (by.getFirst().startsWith(KEY) ? "Properties(\"KEY\")" : "Caption");
    }

    /** Whether labels or keys of a hierarchy are sorted. */
    public boolean label() {
        return !ShowAs.base(by.getFirst()).startsWith("[Measures].");
    }

    /** As {@link #parse} reads it: {@code DESC [Measures].[Sales] [Brand].[Brand].[A]}. */
    public String write() {
        return order + " " + String.join(" ", by);
    }

    static Sort parse(String text) {
        List<String> names = new ArrayList<>();
        int space = text.indexOf(' ');
        Matcher name = PivotLink.MEMBER.matcher(text);
        while (name.find()) {
            names.add(name.group());
        }
        ShowAs.read(text.substring(space + 1)).ifPresent(kind -> names.set(0, kind.of(names.getFirst())));
        if (!names.isEmpty() && text.startsWith(KEY, space + 1)) {
            names.set(0, KEY + names.getFirst());
        }
        try {
            return new Sort(Order.valueOf(text.substring(0, Math.max(0, space))), names);
        } catch (IllegalArgumentException e) {
            throw new UnknownNameException("order", text, e);
        }
    }
}
