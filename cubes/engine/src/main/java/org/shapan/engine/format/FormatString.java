package org.shapan.engine.format;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;

/**
 * A format string, compiled for a locale: {@code #,##0.00;(#,##0.00);zero;null}, {@code Currency}, {@code yyyy-mm-dd},
 * {@code |#,##0|style=red}.
 *
 * <p>The sections are for positive numbers, negative numbers, zero and null; a missing or empty second or third one is replaced by the
 * first, a missing fourth one by nothing. Numbers are rounded half away from zero in decimal; a negative number that rounds to zero is
 * zero. Dates use the date parts of the first section, texts its {@code < > @ & !}. Immutable and free of locks.
 */
public final class FormatString {
    /** The format of a number that has none of its own. */
    public static final String DEFAULT = "Standard";

    /** Longer format strings are refused: they can only be an attack or an accident. */
    public static final int MAX_LENGTH = 1_000;

    private static final int MAX_CACHED = 4_096;

    private record Key(String format, Locale locale) {}

    private static final LoadingCache<Key, FormatString> COMPILED =
            Caffeine.newBuilder().maximumSize(MAX_CACHED).build(key -> new FormatString(key.format(), key.locale()));

    private final boolean truth;
    private final FormatSection positive;
    private final FormatSection negative;
    private final FormatSection zero;
    private final FormatSection nothing;
    private final boolean ownNegative;
    private final NumberPattern fastPositive;
    private final NumberPattern fastNegative;
    private final NumberPattern fastZero;

    private FormatString(String format, Locale locale) {
        Symbols symbols = Symbols.of(locale);
        List<FormatSection> sections =
                NamedFormats.sections(format.isEmpty() ? "General Number" : format, locale).stream()
                        .map(section -> new FormatSection(section, symbols))
                        .toList();
        this.truth = NamedFormats.isTruth(format);
        this.positive = sections.getFirst();
        this.ownNegative = sections.size() > 1 && !sections.get(1).isEmpty();
        this.negative = ownNegative ? sections.get(1) : positive;
        this.zero = sections.size() > 2 && !sections.get(2).isEmpty() ? sections.get(2) : positive;
        this.nothing = sections.size() > 3 ? sections.get(3) : null;
        this.fastPositive = positive.fastPattern();
        this.fastNegative = negative.fastPattern();
        this.fastZero = zero.fastPattern();
    }

    /**
     * The compiled format, from a bounded cache.
     *
     * @param format the format or the name of one; the empty string is the format {@code General Number}
     * @throws EngineException of code BUDGET_EXCEEDED when it is longer than {@link #MAX_LENGTH}
     */
    public static FormatString compile(String format, Locale locale) {
        requireNonNull(format, "format is null");
        requireNonNull(locale, "locale is null");
        if (format.length() > MAX_LENGTH) {
            throw new EngineException(
                    OlapErrorCode.BUDGET_EXCEEDED,
                    "A format string of " + format.length() + " characters is longer than the limit of " + MAX_LENGTH);
        }
        return COMPILED.get(new Key(format, locale));
    }

    /**
     * The value as text.
     *
     * @param value null, a number, a text, a truth value, or a date or time of {@code java.time}, {@code java.util} or
     *     {@code java.sql}
     */
    public String format(Object value) {
        StringBuilder out = new StringBuilder();
        append(out, value);
        return out.toString();
    }

    /** As {@link #format}, to the end of {@code out}. */
    public void append(StringBuilder out, Object value) {
        switch (value) {
            case null -> appendNull(out);
            case Double number -> appendDouble(out, number);
            case Long number -> appendLong(out, number);
            case Integer number -> appendLong(out, number);
            case Short number -> appendLong(out, number);
            case Byte number -> appendLong(out, number);
            case BigDecimal number -> appendExact(out, number.signum() < 0, number.abs());
            case BigInteger number -> appendExact(out, number.signum() < 0, new BigDecimal(number.abs()));
            case Number number -> appendDouble(out, Double.parseDouble(number.toString()));
            case Boolean condition -> appendBoolean(out, condition);
            default -> {
                LocalDateTime time = DateValue.of(value);
                if (time == null) {
                    positive.text(out, String.valueOf(value));
                } else {
                    positive.date(out, time);
                }
            }
        }
    }

    /** Appends what an empty cell shows. */
    public void appendNull(StringBuilder out) {
        if (nothing != null) {
            nothing.nothing(out);
        }
    }

    /** Appends a double; allocates nothing unless it is huge, near a rounding edge, or shown with an exponent or as a date. */
    public void appendDouble(StringBuilder out, double value) {
        if (!Double.isFinite(value)) {
            FormatSection section = value < 0 ? negative : positive;
            section.word(out, value < 0 && !ownNegative, Double.isNaN(value) ? "NaN" : "Infinity");
            return;
        }
        NumberPattern pattern = value < 0 ? fastNegative : value == 0 ? fastZero : fastPositive;
        long digits = pattern == null ? -1 : pattern.round(Math.abs(value));
        if (digits < 0 || (digits == 0 && value < 0)) {
            appendExact(out, value < 0, new BigDecimal(Double.toString(Math.abs(value))));
        } else {
            pattern.append(out, value < 0 && !ownNegative, digits);
        }
    }

    /** Appends a whole number; allocates nothing unless it is shown with an exponent or as a date. */
    public void appendLong(StringBuilder out, long value) {
        appendDecimal(out, value, 0);
    }

    /**
     * Appends {@code unscaled} / 10^{@code scale}, exactly; allocates nothing unless the digits to show do not fit into a long, or are
     * shown with an exponent or as a date.
     */
    public void appendDecimal(StringBuilder out, long unscaled, int scale) {
        NumberPattern pattern = unscaled < 0 ? fastNegative : unscaled == 0 ? fastZero : fastPositive;
        boolean fits = pattern != null && unscaled != Long.MIN_VALUE;
        long digits = fits ? pattern.round(Math.abs(unscaled), scale) : -1;
        if (digits < 0 || (digits == 0 && unscaled < 0)) {
            BigDecimal value = BigDecimal.valueOf(unscaled, scale);
            appendExact(out, value.signum() < 0, value.abs());
        } else {
            pattern.append(out, unscaled < 0 && !ownNegative, digits);
        }
    }

    private void appendExact(StringBuilder out, boolean minus, BigDecimal magnitude) {
        if (magnitude.signum() == 0 || (minus && negative.roundsToZero(magnitude))) {
            zero.number(out, false, BigDecimal.ZERO);
        } else if (minus) {
            negative.number(out, !ownNegative, magnitude);
        } else {
            positive.number(out, false, magnitude);
        }
    }

    /** A truth value is the word that a truth format has for it, else {@code true} or {@code false}. */
    private void appendBoolean(StringBuilder out, boolean condition) {
        if (truth) {
            (condition ? positive : zero).nothing(out);
        } else {
            out.append(condition);
        }
    }
}
