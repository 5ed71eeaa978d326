package org.shapan.engine.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Cuts a format string into sections and these into tokens. */
final class SectionParser {
    /** Date parts by their letters, longest first at equal beginning. {@code ddd} is read as {@code dd} and {@code d}, as the conformance data has it. */
    private static final Map<Character, List<Map.Entry<String, DateField>>> DATE_PARTS = Map.of(
            'd',
            List.of(
                    Map.entry("dddddd", DateField.DATE_LONG),
                    Map.entry("ddddd", DateField.DATE_SHORT),
                    Map.entry("dddd", DateField.DAY_NAME),
                    Map.entry("dd", DateField.DAY_2),
                    Map.entry("d", DateField.DAY)),
            'w',
            List.of(Map.entry("ww", DateField.WEEK), Map.entry("w", DateField.WEEKDAY)),
            'm',
            List.of(
                    Map.entry("mmmm", DateField.MONTH_NAME),
                    Map.entry("mmm", DateField.MONTH_ABBREVIATED),
                    Map.entry("mm", DateField.MONTH_2),
                    Map.entry("m", DateField.MONTH)),
            'q',
            List.of(Map.entry("q", DateField.QUARTER)),
            'y',
            List.of(
                    Map.entry("yyyy", DateField.YEAR_4),
                    Map.entry("yy", DateField.YEAR_2),
                    Map.entry("y", DateField.DAY_OF_YEAR)),
            'h',
            List.of(Map.entry("hh", DateField.HOUR_2), Map.entry("h", DateField.HOUR)),
            'n',
            List.of(Map.entry("nn", DateField.MINUTE_2), Map.entry("n", DateField.MINUTE)),
            's',
            List.of(Map.entry("ss", DateField.SECOND_2), Map.entry("s", DateField.SECOND)),
            't',
            List.of(Map.entry("ttttt", DateField.TIME)),
            'a',
            List.of(
                    Map.entry("am/pm", DateField.HALF_DAY),
                    Map.entry("ampm", DateField.HALF_DAY),
                    Map.entry("a/p", DateField.HALF_DAY_LETTER)));

    private final String text;
    private int at;
    private List<Token> tokens = new ArrayList<>();
    private StringBuilder literal = new StringBuilder();
    private boolean letters;
    private String colour;

    private SectionParser(String text) {
        this.text = text;
    }

    /** The sections, at least one; more than four are read but never used. */
    static List<Section> parse(String format) {
        return new SectionParser(format).sections();
    }

    private List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        startSection();
        while (at < text.length()) {
            if (text.charAt(at) == ';') {
                at++;
                sections.add(endSection());
                startSection();
            } else {
                token(text.charAt(at));
            }
        }
        sections.add(endSection());
        return sections;
    }

    private void startSection() {
        tokens = new ArrayList<>();
        letters = false;
        colour = null;
        int close = text.indexOf(']', at);
        if (at < text.length() && text.charAt(at) == '[' && close > 0) {
            colour = Colours.named(text.substring(at + 1, close));
            if (colour != null) {
                at = close + 1;
            }
        }
    }

    private Section endSection() {
        endLiteral();
        return new Section(tokens, letters, colour);
    }

    private void token(char c) {
        switch (c) {
            case '"' -> quoted();
            case '\\' -> {
                literal.append(at + 1 < text.length() ? text.charAt(at + 1) : c);
                at += 2;
            }
            case '0' -> add(new Token.Digit(true), 1);
            case '#' -> add(new Token.Digit(false), 1);
            case '.' -> add(new Token.Point(), 1);
            case ',' -> add(new Token.Comma(), 1);
            case '%' -> add(new Token.Percent(), 1);
            case '@', '&' -> add(new Token.TextPlace(c == '@'), 1);
            case '<', '>' -> add(new Token.LetterCase(c == '>'), 1);
            case '!' -> add(new Token.FromLeft(), 1);
            case '¤' -> add(new Token.Currency(), 1);
            case 'e', 'E' -> exponent(c);
            default -> letterOrLiteral(c);
        }
    }

    private void quoted() {
        int end = text.indexOf('"', at + 1);
        if (end < 0) {
            end = text.length();
        }
        literal.append(text, at + 1, end);
        at = end + 1;
    }

    private void exponent(char letter) {
        boolean signed = at + 1 < text.length() && (text.charAt(at + 1) == '+' || text.charAt(at + 1) == '-');
        int end = at + 2;
        while (signed && end < text.length() && (text.charAt(end) == '0' || text.charAt(end) == '#')) {
            end++;
        }
        boolean afterDigits = tokens.stream().anyMatch(Token.Digit.class::isInstance);
        if (signed && end > at + 2 && afterDigits) {
            long required =
                    text.substring(at + 2, end).chars().filter(c -> c == '0').count();
            add(new Token.Exponent(letter, text.charAt(at + 1) == '+', Math.max(1, (int) required)), end - at);
        } else {
            letterOrLiteral(letter);
        }
    }

    private void letterOrLiteral(char c) {
        char lower = c < 128 ? Character.toLowerCase(c) : c;
        for (Map.Entry<String, DateField> part : DATE_PARTS.getOrDefault(lower, List.of())) {
            int length = part.getKey().length();
            if (text.regionMatches(true, at, part.getKey(), 0, length)) {
                String written = text.substring(at, at + length);
                add(new Token.DatePart(cased(part.getValue(), c), written), length);
                return;
            }
        }
        letters |= lower >= 'a' && lower <= 'z';
        literal.append(c);
        at++;
    }

    private static DateField cased(DateField field, char written) {
        return switch (field) {
            case HALF_DAY -> written == 'a' ? DateField.HALF_DAY_LOWER : field;
            case HALF_DAY_LETTER -> written == 'a' ? DateField.HALF_DAY_LETTER_LOWER : field;
            default -> field;
        };
    }

    private void add(Token token, int length) {
        endLiteral();
        tokens.add(token);
        at += length;
    }

    private void endLiteral() {
        if (!literal.isEmpty()) {
            tokens.add(new Token.Literal(literal.toString()));
            literal = new StringBuilder();
        }
    }
}
