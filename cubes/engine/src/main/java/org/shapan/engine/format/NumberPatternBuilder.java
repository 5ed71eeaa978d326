package org.shapan.engine.format;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.shapan.engine.format.NumberPattern.Element;
import org.shapan.engine.format.NumberPattern.Kind;
import org.shapan.engine.format.NumberPattern.Shape;

/** Decides what points, commas and percent signs of a section mean for a number. */
final class NumberPatternBuilder {
    private final List<Token> tokens;
    private final Symbols symbols;
    private final int exponentAt;
    private final int pointAt;
    private final int firstDigit;
    private final int lastDigit;
    private final int lastInteger;
    private final List<Element> elements = new ArrayList<>();
    private int integers;
    private int requiredFrom = Integer.MAX_VALUE;
    private int fractions;
    private int minFraction;
    private boolean grouping;
    private int power;

    private NumberPatternBuilder(List<Token> tokens, Symbols symbols) {
        this.tokens = tokens;
        this.symbols = symbols;
        this.exponentAt = firstExponent();
        this.firstDigit = digits().stream().findFirst().orElse(Integer.MAX_VALUE);
        this.lastDigit = digits().stream().reduce((_, last) -> last).orElse(-1);
        this.pointAt = decimalPoint();
        this.lastInteger = digits().stream()
                .filter(i -> i < pointAt)
                .reduce((_, last) -> last)
                .orElse(-1);
    }

    static NumberPattern build(Section section, Symbols symbols) {
        return new NumberPatternBuilder(section.tokens(), symbols).build();
    }

    /** Grouped, up to three decimals: how a number looks that has no format of its own. */
    static NumberPattern general(Symbols symbols) {
        List<Element> elements =
                new ArrayList<>(List.of(new Element(Kind.INTEGER_DIGIT, null), new Element(Kind.POINT, null)));
        elements.addAll(Collections.nCopies(3, new Element(Kind.FRACTION_DIGIT, null)));
        return new NumberPattern(elements, new Shape(1, 0, true, false, 0, null), symbols);
    }

    private NumberPattern build() {
        for (int i = 0; i < tokens.size(); i++) {
            element(i, tokens.get(i));
        }
        splitStyleBar();
        Token.Exponent exponent = exponentAt < tokens.size() ? (Token.Exponent) tokens.get(exponentAt) : null;
        int minInteger = requiredFrom == Integer.MAX_VALUE ? 0 : integers - requiredFrom;
        return new NumberPattern(
                elements, new Shape(minInteger, minFraction, grouping, true, power, exponent), symbols);
    }

    private void element(int i, Token token) {
        switch (token) {
            case Token.Digit digit
            when i < pointAt && i < exponentAt -> {
                if (digit.required()) {
                    requiredFrom = Math.min(requiredFrom, integers);
                }
                integers++;
                elements.add(new Element(Kind.INTEGER_DIGIT, null));
            }
            case Token.Digit digit
            when i < exponentAt -> {
                fractions++;
                if (digit.required()) {
                    minFraction = fractions;
                }
                elements.add(new Element(Kind.FRACTION_DIGIT, null));
            }
            case Token.Point _ when i == pointAt -> elements.add(new Element(Kind.POINT, null));
            case Token.Point _ when i < pointAt && touchesDigit(i) -> {
                // A second point: the last one counts.
            }
            case Token.Comma _ when firstDigit < i && i < lastInteger -> grouping = true;
            case Token.Comma _ when firstDigit < i && isThousand(i) -> power -= 3;
            case Token.Percent _ -> {
                power += 2;
                literal("%");
            }
            case Token.Exponent _ when i == exponentAt -> elements.add(new Element(Kind.EXPONENT, null));
            case Token.LetterCase _ when lastDigit < 0 -> elements.add(new Element(Kind.GENERAL, null));
            case Token.LetterCase _ -> {
                // Has no meaning beside digits.
            }
            case Token.Currency _ -> literal(symbols.currency());
            default -> literal(token.written());
        }
    }

    private void literal(String text) {
        if (!text.isEmpty()) {
            elements.add(new Element(Kind.LITERAL, text));
        }
    }

    /** The sign of a number stands behind a bar that begins the format, as in {@code |-1,235|style=red}. */
    private void splitStyleBar() {
        if (elements.isEmpty() || elements.getFirst().kind() != Kind.LITERAL) {
            return;
        }
        String text = elements.getFirst().text();
        if (text.length() > 1 && text.startsWith("|")) {
            elements.set(0, new Element(Kind.LITERAL, text.substring(1)));
            elements.addFirst(new Element(Kind.LITERAL, "|"));
        }
    }

    private int firstExponent() {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i) instanceof Token.Exponent) {
                return i;
            }
        }
        return Integer.MAX_VALUE;
    }

    private List<Integer> digits() {
        List<Integer> digits = new ArrayList<>();
        for (int i = 0; i < tokens.size() && i < exponentAt; i++) {
            if (tokens.get(i) instanceof Token.Digit) {
                digits.add(i);
            }
        }
        return digits;
    }

    /** The last point before a digit, else the last behind one, else none. */
    private int decimalPoint() {
        int behind = Integer.MAX_VALUE;
        for (int i = Math.min(tokens.size(), exponentAt) - 1; i >= 0; i--) {
            if (tokens.get(i) instanceof Token.Point && touchesDigit(i)) {
                if (isDigit(i + 1)) {
                    return i;
                }
                behind = behind == Integer.MAX_VALUE ? i : behind;
            }
        }
        return behind;
    }

    private boolean touchesDigit(int i) {
        return isDigit(i + 1) || isDigit(i - 1) || (i > 0 && tokens.get(i - 1) instanceof Token.Comma);
    }

    private boolean isDigit(int i) {
        return i >= 0 && i < tokens.size() && i < exponentAt && tokens.get(i) instanceof Token.Digit;
    }

    /** Whether the comma stands behind the last digit before the point, or behind all digits, with only commas between. */
    private boolean isThousand(int comma) {
        int i = comma - 1;
        while (i >= 0 && tokens.get(i) instanceof Token.Comma) {
            i--;
        }
        return i == lastInteger || i == lastDigit;
    }
}
