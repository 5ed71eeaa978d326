package org.shapan.portal.pivot;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/**
 * What members of a field must fulfil to be shown. Values are those of a measure at the totals of everything that stands
 * further inside or on the other axis, within the outer group: the first three of each group.
 *
 * @param measure unique name; null for a label
 * @param low number to compare with, or how many; null for a label
 * @param high upper end of {@link Kind#BETWEEN}, else null
 * @param text part of a label, compared without regard to case; null for a value
 */
public record Condition(Kind kind, String measure, BigDecimal low, BigDecimal high, String text) {
    /** What is compared. */
    public enum Kind {
        TOP_COUNT,
        BOTTOM_COUNT,
        TOP_PERCENT,
        BOTTOM_PERCENT,
        TOP_SUM,
        BOTTOM_SUM,
        AT_LEAST,
        AT_MOST,
        BETWEEN,
        CONTAINS,
        CONTAINS_NOT,
        BEGINS,
        ENDS;

        /** Whether the caption is looked at, not a measure. */
        public boolean label() {
            return compareTo(CONTAINS) >= 0;
        }
    }

    public Condition {
        requireNonNull(kind, "kind is null");
        if (kind.label()) {
            requireNonNull(text, "text is null");
        } else {
            requireNonNull(measure, "measure is null");
            requireNonNull(low, "low is null");
        }
        if (kind == Kind.BETWEEN) {
            requireNonNull(high, "high is null");
        }
    }

    public static Condition label(Kind kind, String text) {
        return new Condition(kind, null, null, null, text);
    }

    public static Condition value(Kind kind, String measure, BigDecimal number) {
        return new Condition(kind, measure, number, null, null);
    }

    public static Condition between(String measure, BigDecimal low, BigDecimal high) {
        return new Condition(Kind.BETWEEN, measure, low, high, null);
    }

    /** As {@link #parse} reads it: {@code TOP_COUNT 10 [Measures].[Sales]}, {@code CONTAINS north}. */
    public String write() {
        if (kind.label()) {
            return kind + " " + text;
        }
        return kind + " " + low.toPlainString() + (high == null ? "" : " " + high.toPlainString()) + " " + measure;
    }

    /** @throws UnknownNameException for what is no condition */
    static Condition parse(String text) {
        List<String> words = Arrays.asList(text.split(" ", -1));
        try {
            Kind kind = Kind.valueOf(words.getFirst());
            String rest =
                    text.substring(Math.min(text.length(), words.getFirst().length() + 1));
            if (kind.label()) {
                return label(kind, rest);
            }
            int numbers = kind == Kind.BETWEEN ? 2 : 1;
            BigDecimal low = new BigDecimal(words.get(1));
            BigDecimal high = numbers == 2 ? new BigDecimal(words.get(2)) : null;
            String measure = String.join(" ", words.subList(numbers + 1, words.size()));
            return new Condition(kind, measure, low, high, null);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new UnknownNameException("condition", text, e);
        }
    }
}
