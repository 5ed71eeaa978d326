package org.shapan.engine.format;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * A section as a format of numbers: takes a magnitude that is rounded already and writes its digits into shape.
 *
 * <p>The digits are first appended to the output as they are, then written behind in their shape, then the first copy is cut out: so
 * nothing is allocated.
 */
final class NumberPattern {
    enum Kind {
        LITERAL,
        INTEGER_DIGIT,
        POINT,
        FRACTION_DIGIT,
        EXPONENT,
        /** The number in the neutral shape: stands where a text would be put in lower or upper case. */
        GENERAL
    }

    /** One piece; only literals have a text. */
    record Element(Kind kind, String text) {}

    /**
     * What the pieces add up to.
     *
     * @param minInteger digits before the point at least
     * @param minFraction digits behind the point at least
     * @param power of ten by which the number is multiplied before it is shown
     * @param exponent null when the number is not shown with one
     */
    record Shape(
            int minInteger,
            int minFraction,
            boolean grouping,
            boolean pointAlways,
            int power,
            Token.Exponent exponent) {}

    private static final double[] TENS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    /** Below this a double times a power of ten is off by less than the band around a half in which it is not trusted. */
    private static final double TRUSTED = 1e12;

    private static final double DOUBTFUL_BAND = 1e-3;

    private final Element[] elements;
    private final Shape shape;
    private final Symbols symbols;
    private final int signAt;
    private final int integerDigits;
    private final int maxFraction;
    private final NumberPattern general;

    NumberPattern(List<Element> elements, Shape shape, Symbols symbols) {
        this.elements = elements.toArray(Element[]::new);
        this.shape = shape;
        this.symbols = symbols;
        this.signAt = !elements.isEmpty() && "|".equals(elements.getFirst().text()) ? 1 : 0;
        this.integerDigits = count(Kind.INTEGER_DIGIT);
        this.maxFraction = count(Kind.FRACTION_DIGIT);
        this.general = count(Kind.GENERAL) > 0 ? NumberPatternBuilder.general(symbols) : null;
    }

    private int count(Kind kind) {
        int count = 0;
        for (Element element : elements) {
            count += element.kind() == kind ? 1 : 0;
        }
        return count;
    }

    /** Whether the number itself is shown, so that it may round to zero. */
    boolean rounds() {
        return integerDigits + maxFraction > 0;
    }

    /** Whether {@link #round} and {@link #append(StringBuilder, boolean, long)} suffice. */
    boolean isPlain() {
        return shape.exponent() == null && general == null;
    }

    /** The digits to show of a magnitude; -1 when they do not fit or need exact arithmetic. */
    long round(double magnitude) {
        int places = maxFraction + shape.power();
        if (places > 22 || places < -22) {
            return -1;
        }
        double scaled = places >= 0 ? magnitude * TENS[places] : magnitude / TENS[-places];
        if (scaled >= TRUSTED) {
            return -1;
        }
        double whole = Math.floor(scaled);
        double rest = scaled - whole;
        if (Math.abs(rest - 0.5) < DOUBTFUL_BAND) {
            return -1;
        }
        return (long) whole + (rest > 0.5 ? 1 : 0);
    }

    /** The digits to show of {@code unscaled} / 10^{@code scale}, which is not negative; -1 when they do not fit. */
    long round(long unscaled, int scale) {
        int more = maxFraction + shape.power() - scale;
        if (more > 18 || more < -18) {
            return unscaled == 0 ? 0 : -1;
        }
        if (more >= 0) {
            long factor = (long) TENS[more];
            return unscaled <= Long.MAX_VALUE / factor ? unscaled * factor : -1;
        }
        long divisor = (long) TENS[-more];
        long rest = unscaled % divisor;
        return unscaled / divisor + (rest >= divisor - rest ? 1 : 0);
    }

    /** The magnitude as it is shown, without an exponent. */
    BigDecimal round(BigDecimal magnitude) {
        return magnitude.scaleByPowerOfTen(shape.power()).setScale(maxFraction, RoundingMode.HALF_UP);
    }

    /** Appends digits that {@link #round(double)} or {@link #round(long, int)} gave. */
    void append(StringBuilder out, boolean minus, long digits) {
        int at = out.length();
        out.append(digits);
        write(out, minus, at, null, 0);
    }

    /** Appends a magnitude, whatever its size. */
    void append(StringBuilder out, boolean minus, BigDecimal magnitude) {
        int at = out.length();
        if (shape.exponent() == null) {
            out.append(round(magnitude).unscaledValue());
            write(out, minus, at, magnitude, 0);
        } else {
            BigDecimal scaled = magnitude.scaleByPowerOfTen(shape.power());
            int leading = scaled.signum() == 0 ? 0 : scaled.precision() - scaled.scale() - 1;
            int exponent = scaled.signum() == 0 ? 0 : leading - Math.max(0, integerDigits - 1);
            // The mantissa is not shifted again when it rounds up to the next power of ten.
            BigDecimal mantissa = scaled.scaleByPowerOfTen(-exponent).setScale(maxFraction, RoundingMode.HALF_UP);
            out.append(mantissa.unscaledValue());
            write(out, minus, at, magnitude, exponent);
        }
    }

    /** Appends a word, such as Infinity, where the digits would be. */
    void append(StringBuilder out, boolean minus, String word) {
        boolean written = false;
        for (int i = 0; i < elements.length; i++) {
            if (minus && i == signAt) {
                out.append('-');
            }
            if (elements[i].kind() == Kind.LITERAL) {
                out.append(elements[i].text());
            } else if (!written) {
                out.append(word);
                written = true;
            }
        }
    }

    /** Writes the digits that stand from {@code at} to the end of the output into shape, and removes them. */
    private void write(StringBuilder out, boolean minus, int at, BigDecimal magnitude, int exponent) {
        int end = out.length();
        int wholeEnd = end - maxFraction;
        int wholeStart = at;
        while (wholeStart < wholeEnd && out.charAt(wholeStart) == '0') {
            wholeStart++;
        }
        int wholes = Math.max(Math.max(0, wholeEnd - wholeStart), shape.minInteger());
        int fractions = maxFraction;
        while (fractions > shape.minFraction() && digit(out, at, wholeEnd + fractions - 1) == '0') {
            fractions--;
        }
        int nextWhole = wholes;
        int integerLeft = integerDigits;
        int fraction = 0;
        for (int i = 0; i < elements.length; i++) {
            if (minus && i == signAt) {
                out.append('-');
            }
            switch (elements[i].kind()) {
                case LITERAL -> out.append(elements[i].text());
                case INTEGER_DIGIT -> {
                    integerLeft--;
                    nextWhole = wholes(out, at, wholeStart, wholeEnd, nextWhole, integerLeft);
                }
                case POINT -> {
                    nextWhole = wholes(out, at, wholeStart, wholeEnd, nextWhole, 0);
                    if (shape.pointAlways() || fractions > 0) {
                        out.append(symbols.decimal());
                    }
                }
                case FRACTION_DIGIT -> {
                    if (fraction < fractions) {
                        out.append(digit(out, at, wholeEnd + fraction));
                    }
                    fraction++;
                }
                case EXPONENT -> exponent(out, exponent);
                case GENERAL -> general.append(out, false, magnitude);
            }
        }
        out.delete(at, end);
    }

    /** Appends the digits before the point down to the one that has {@code right} digits on its right; how many are left. */
    private int wholes(StringBuilder out, int at, int wholeStart, int wholeEnd, int left, int right) {
        int next = left;
        while (next > right) {
            int index = wholeEnd - next;
            out.append(index < wholeStart ? '0' : digit(out, at, index));
            next--;
            if (shape.grouping() && next > 0 && next % 3 == 0) {
                out.append(symbols.grouping());
            }
        }
        return next;
    }

    private static char digit(StringBuilder out, int at, int index) {
        return index < at ? '0' : out.charAt(index);
    }

    private void exponent(StringBuilder out, int exponent) {
        out.append(shape.exponent().letter());
        if (exponent < 0) {
            out.append('-');
        } else if (shape.exponent().signed()) {
            out.append('+');
        }
        String digits = Integer.toString(Math.abs(exponent));
        out.repeat('0', Math.max(0, shape.exponent().digits() - digits.length()))
                .append(digits);
    }
}
