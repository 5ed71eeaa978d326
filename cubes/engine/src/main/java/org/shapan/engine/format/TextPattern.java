package org.shapan.engine.format;

import java.util.List;

/**
 * A section as a format of texts. {@code <} and {@code >} put the text in lower or upper case where they stand; with {@code @} and
 * {@code &} beside them it fills these places, from the right or, with {@code !}, from the left. A section without {@code <},
 * {@code >} and {@code !} leaves a text as it is.
 */
final class TextPattern {
    private final List<Token> tokens;
    private final Symbols symbols;
    private final boolean cased;
    private final boolean fromLeft;
    private final int places;

    TextPattern(Section section, Symbols symbols) {
        this.tokens = section.tokens();
        this.symbols = symbols;
        this.cased = section.hasLetterCase();
        this.fromLeft = section.isFilledFromLeft();
        this.places =
                (int) tokens.stream().filter(Token.TextPlace.class::isInstance).count();
    }

    void append(StringBuilder out, String text) {
        if (cased) {
            appendCased(out, text);
        } else if (fromLeft) {
            // Without a case the places are shown as they are written: so the conformance data has it.
            tokens.forEach(token -> out.append(token.written()));
        } else {
            out.append(text);
        }
    }

    private void appendCased(StringBuilder out, String text) {
        String shown = inCase(text);
        int place = 0;
        boolean inserted = false;
        for (Token token : tokens) {
            switch (token) {
                case Token.LetterCase _ -> {
                    if (places == 0 && !inserted) {
                        out.append(shown);
                        inserted = true;
                    }
                }
                case Token.TextPlace spot -> fill(out, shown, spot, place++);
                case Token.FromLeft _ -> {
                    // Says where places are filled from.
                }
                default -> out.append(token.written());
            }
        }
    }

    private String inCase(String text) {
        boolean upper = tokens.stream().anyMatch(token -> token instanceof Token.LetterCase letters && letters.upper());
        return upper ? text.toUpperCase(symbols.locale()) : text.toLowerCase(symbols.locale());
    }

    /** Fills one place; what does not fit goes to the first one, or to the last when filled from the left. */
    private void fill(StringBuilder out, String text, Token.TextPlace spot, int place) {
        int missing = Math.max(0, places - text.length());
        int surplus = Math.max(0, text.length() - places);
        int from;
        int to;
        if (fromLeft) {
            from = place;
            to = place == places - 1 ? text.length() : place + 1;
        } else {
            from = place == 0 ? 0 : place - missing + surplus;
            to = place - missing + surplus + 1;
        }
        if (from < to && from >= 0 && from < text.length()) {
            out.append(text, from, Math.min(to, text.length()));
        } else if (spot.padded()) {
            out.append(' ');
        }
    }
}
