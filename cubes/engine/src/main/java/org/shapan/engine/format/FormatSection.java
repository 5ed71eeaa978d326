package org.shapan.engine.format;

import java.math.BigDecimal;
import java.time.LocalDateTime;

/** A section, ready for every kind of value. */
final class FormatSection {
    private static final LocalDateTime DAY_ZERO = LocalDateTime.of(1899, 12, 30, 0, 0);

    /** Days after {@link #DAY_ZERO} that a number may stand for: up to the year 9999. */
    private static final BigDecimal MAX_DAYS = BigDecimal.valueOf(2_958_466);

    private static final BigDecimal SECONDS_PER_DAY = BigDecimal.valueOf(86_400);

    private final Section section;
    private final NumberPattern numbers;
    private final DatePattern dates;
    private final TextPattern texts;
    private final Symbols symbols;

    FormatSection(Section section, Symbols symbols) {
        this.section = section;
        this.symbols = symbols;
        this.numbers = NumberPatternBuilder.build(section, symbols);
        this.dates = new DatePattern(section, symbols);
        this.texts = new TextPattern(section, symbols);
    }

    boolean isEmpty() {
        return section.isEmpty();
    }

    /** The pattern when numbers are shown by their digits alone; else null. */
    NumberPattern fastPattern() {
        boolean plain = numbers.isPlain() && numbers.rounds() && section.colour() == null;
        return plain ? numbers : null;
    }

    boolean roundsToZero(BigDecimal magnitude) {
        return numbers.rounds() && numbers.round(magnitude).signum() == 0;
    }

    void number(StringBuilder out, boolean minus, BigDecimal magnitude) {
        beginColour(out);
        if (section.isDateOfNumber() && magnitude.compareTo(MAX_DAYS) < 0) {
            BigDecimal days = minus ? magnitude.negate() : magnitude;
            dates.append(
                    out, DAY_ZERO.plusSeconds(days.multiply(SECONDS_PER_DAY).longValue()));
        } else {
            numbers.append(out, minus, magnitude);
        }
        endColour(out);
    }

    /** Appends Infinity or NaN. */
    void word(StringBuilder out, boolean minus, String word) {
        beginColour(out);
        numbers.append(out, minus, word);
        endColour(out);
    }

    void date(StringBuilder out, LocalDateTime time) {
        beginColour(out);
        if (section.hasDateParts() || !section.hasDigits()) {
            dates.append(out, time);
        } else {
            symbols.general().formatTo(time, out);
        }
        endColour(out);
    }

    void text(StringBuilder out, String text) {
        beginColour(out);
        texts.append(out, text);
        endColour(out);
    }

    /** Appends the section for no value at all: its words, digits as of zero. */
    void nothing(StringBuilder out) {
        beginColour(out);
        numbers.append(out, false, BigDecimal.ZERO);
        endColour(out);
    }

    private void beginColour(StringBuilder out) {
        if (section.colour() != null) {
            out.append('|');
        }
    }

    private void endColour(StringBuilder out) {
        if (section.colour() != null) {
            out.append("|style=").append(section.colour());
        }
    }
}
